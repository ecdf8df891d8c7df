import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

const save = (value: unknown, baseVersion = 0) => ({
  opId: op(),
  round: 1,
  fields: { "y3.writes_s": { value, baseVersion, basis: "measured", reason: "counted" } },
});

describe("saving an answer", () => {
  it("keeps value, basis and reason, and counts versions from one", async () => {
    const { id, bo } = await aTeam(client);
    const first = await client.call("PUT", `/worksheets/${id}/answers/scale`, save(200), { token: bo });
    expect(first.body).toEqual({ seq: 0, versions: { "y3.writes_s": 1 }, replayed: false });
    const second = await client.call("PUT", `/worksheets/${id}/answers/scale`, save(300, 1), { token: bo });
    expect(second.body.versions).toEqual({ "y3.writes_s": 2 });
    const view = await client.call("GET", `/worksheets/${id}`, undefined, { token: bo });
    expect(view.body.answers).toEqual([
      expect.objectContaining({ field: "scale.y3.writes_s", value: 300, basis: "measured", reason: "counted", version: 2, round: 1 }),
    ]);
  });

  it("returns the first reply when the same operation comes again, and refuses its id for another one", async () => {
    const { id, bo } = await aTeam(client);
    const body = save(200);
    const [first, again] = [
      await client.call("PUT", `/worksheets/${id}/answers/scale`, body, { token: bo }),
      await client.call("PUT", `/worksheets/${id}/answers/scale`, body, { token: bo }),
    ];
    expect(again.body).toEqual({ ...first.body, replayed: true });
    const reused = await client.call("PUT", `/worksheets/${id}/answers/scale`, { ...save(999), opId: body.opId }, { token: bo });
    expect([reused.status, reused.body.code]).toEqual([422, "invalid_input"]);
  });

  it("answers a stale version with 412 and the current value, and changes nothing", async () => {
    const { id, bo } = await aTeam(client);
    await client.call("PUT", `/worksheets/${id}/answers/scale`, save(200), { token: bo });
    const stale = await client.call("PUT", `/worksheets/${id}/answers/scale`, save(500), { token: bo });
    expect(stale.status).toBe(412);
    expect(stale.body.current).toEqual({ "y3.writes_s": expect.objectContaining({ value: 200, version: 1 }) });
  });

  it("leaves one row and one event when ten saves of one answer race", async () => {
    const { id, bo } = await aTeam(client);
    const before = await events(id);
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, n) => client.call("PUT", `/worksheets/${id}/answers/scale`, save(n), { token: bo })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const rows = await database.admin().query("SELECT version FROM answer WHERE worksheet_id = $1", [id]);
    expect(rows.rows).toEqual([{ version: 1 }]);
    expect((await events(id)) - before).toBe(1);
  });

  it("judges each of many saves that arrive together by itself", async () => {
    const { id, facilitator, bo, cy, observer } = await aTeam(client);
    // Something the database will not store fails the statement that all of them share.
    await database.admin().query("ALTER TABLE answer ADD CONSTRAINT no_four CHECK (reason IS DISTINCT FROM 'four')");
    const put = (token: string, fields: object) =>
      client.call("PUT", `/worksheets/${id}/answers/scale`, { opId: op(), round: 1, fields }, { token });
    const value = (reason: string) => ({ "y3.users": { value: 5, baseVersion: 0, reason } });
    const replies = await Promise.all([
      put(facilitator, value("one")),
      put(bo, value("two")),
      put(observer, value("three")),
      put(cy, value("four")),
      put(bo, { "y3.users": { value: 6, baseVersion: 7 } }),
      put("m_nobody", value("five")),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 403, 500, 412, 401]);
    await database.admin().query("ALTER TABLE answer DROP CONSTRAINT no_four");
    const { rows } = await database.admin().query("SELECT reason FROM answer WHERE worksheet_id = $1 ORDER BY reason", [id]);
    expect(rows).toEqual([{ reason: "one" }, { reason: "two" }]);
  });

  it("is refused for the closed round after the reveal, and kept as a second round beside the first", async () => {
    const { id, bo, facilitator } = await aTeam(client);
    await client.call("PUT", `/worksheets/${id}/answers/scale`, save(200), { token: bo });
    await client.call("POST", `/worksheets/${id}/reveal`, { opId: op() }, { token: facilitator });
    const closed = await client.call("PUT", `/worksheets/${id}/answers/scale`, save(900, 1), { token: bo });
    expect([closed.status, closed.body.code, closed.body.round]).toEqual([409, "round_closed", 2]);
    const second = await client.call("PUT", `/worksheets/${id}/answers/scale`, { ...save(900), round: 2 }, { token: bo });
    expect(second.status).toBe(200);
    const view = await client.call("GET", `/worksheets/${id}`, undefined, { token: facilitator });
    expect((view.body.answers as { round: number; value: number }[]).map(({ round, value }) => [round, value])).toEqual([
      [1, 200],
      [2, 900],
    ]);
  });

  it("names the path of everything that does not fit, and saves none of it", async () => {
    const { id, bo } = await aTeam(client);
    const fields = {
      "y3.writes_s": { value: -1, baseVersion: 0 },
      "y3.reads_s": { value: 1e300, baseVersion: 0 },
      "y3.nonsense": { value: 1, baseVersion: 0 },
      regions: { value: { not: "" }, baseVersion: 0 },
      "y1.users": { value: 5, unknown: true, baseVersion: 0 },
      "now.users": { value: 5, baseVersion: 0 },
    };
    const reply = await client.call("PUT", `/worksheets/${id}/answers/scale`, { opId: op(), round: 1, fields }, { token: bo });
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toContainEqual({
      path: "fields.regions.value",
      message: expect.stringMatching(/^This must be one of: single, /u),
    });
    expect((reply.body.errors as { path: string }[]).map((error) => error.path).sort()).toEqual([
      "fields.regions.value",
      "fields.y1.users.unknown",
      "fields.y3.nonsense",
      "fields.y3.reads_s.value",
      "fields.y3.writes_s.value",
    ]);
    const rows = await database.admin().query("SELECT 1 FROM answer WHERE worksheet_id = $1", [id]);
    expect(rows.rowCount).toBe(0);
  });

  it.each([
    ["a NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800b"],
    ["ten thousand characters", "x".repeat(10_000)],
  ])("refuses %s in a reason with its path", async (_name, reason) => {
    const { id, bo } = await aTeam(client);
    const reply = await client.call(
      "PUT",
      `/worksheets/${id}/answers/scale`,
      { opId: op(), round: 1, fields: { "y3.users": { value: 1, baseVersion: 0, reason } } },
      { token: bo },
    );
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual([expect.objectContaining({ path: "fields.y3.users.reason" })]);
  });

  it("stores text exactly: SQL, right-to-left marks and emoji come back as they went in", async () => {
    const { id, bo } = await aTeam(client);
    const reason = "'; DROP TABLE answer; -- $1 \u202e \u{1F469}\u200D\u{1F4BB} <script>alert(1)</script>";
    await client.call(
      "PUT",
      `/worksheets/${id}/answers/scale`,
      { opId: op(), round: 1, fields: { "y3.users": { value: 1, baseVersion: 0, reason } } },
      { token: bo },
    );
    const view = await client.call("GET", `/worksheets/${id}`, undefined, { token: bo });
    expect((view.body.answers as { reason: string }[])[0]?.reason).toBe(reason);
  });

  it("answers 413 above 256 kB and 400 to what is not JSON", async () => {
    const { id, bo } = await aTeam(client);
    const large = await client.call("PUT", `/worksheets/${id}/answers/scale`, undefined, {
      token: bo,
      raw: JSON.stringify({ pad: "x".repeat(300_000) }),
    });
    expect([large.status, large.body.code]).toEqual([413, "too_large"]);
    const broken = await client.call("PUT", `/worksheets/${id}/answers/scale`, undefined, { token: bo, raw: "{oops" });
    expect([broken.status, broken.body.code]).toEqual([400, "malformed"]);
    const deep = await client.call("PUT", `/worksheets/${id}/answers/scale`, undefined, {
      token: bo,
      raw: `{"opId":"${op()}","round":1,"fields":{"y3.users":{"baseVersion":0,"value":${"[".repeat(50_000)}${"]".repeat(50_000)}}}}`,
    });
    expect([400, 422]).toContain(deep.status);
  });

  it("chains an audit event that verifies, and the app's role cannot touch the chain", async () => {
    const { id, bo } = await aTeam(client);
    await client.call("PUT", `/worksheets/${id}/answers/scale`, save(200), { token: bo });
    const verdict = await database.admin().query("SELECT audit_verify($1) AS verdict", [id]);
    expect(verdict.rows).toEqual([{ verdict: "OK" }]);
    const { db } = await import("../db/client");
    await expect(db().$executeRawUnsafe(`UPDATE audit_event SET payload = 'x' WHERE chain = '${id}'`)).rejects.toThrow(
      /42501|permission|append-only/u,
    );
    await expect(db().$executeRawUnsafe(`INSERT INTO audit_event VALUES ('${id}', 999, now(), 'x', 'x', 'x')`)).rejects.toThrow(
      /42501|permission/u,
    );
  });
});

async function events(id: string): Promise<number> {
  const rows = await database.admin().query<{ n: string }>("SELECT count(*) AS n FROM audit_event WHERE chain = $1", [id]);
  return Number(rows.rows[0]?.n);
}
