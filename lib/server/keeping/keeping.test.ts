import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { JOB_KINDS } from "../boot/job-kinds";
import type { JobRunner } from "../jobs/runner";
import { anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
const call = (team: Team, method: string, path: string, body?: object, token = team.facilitator) =>
  client.call(method, `/worksheets/${team.id}${path}`, body && { opId: op(), ...body }, { token });
const view = async (team: Team, token?: string) => (await call(team, "GET", "", undefined, token)).body;
const count = async (table: string, id: string) =>
  (await database.admin().query(`SELECT count(*)::int AS n FROM ${table} WHERE worksheet_id = $1`, [id])).rows[0].n as number;

let runner: JobRunner;
beforeAll(() => {
  runner = runJobs(JOB_KINDS);
});
afterAll(async () => {
  await runner.stop();
});

describe("putting a worksheet away", () => {
  it("says so to everybody, refuses nothing, and can be taken back", async () => {
    const team = await aTeam(client);
    await call(team, "PUT", "/archive", { archived: true });
    expect((await view(team, team.bo)).archivedAt).toEqual(expect.any(String));
    const save = { round: 1, fields: { "y3.users": { value: 1, baseVersion: 0 } } };
    expect((await call(team, "PUT", "/answers/scale", save, team.bo)).status).toBe(200);
    await call(team, "PUT", "/archive", { archived: false });
    expect((await view(team)).archivedAt).toBeNull();
  });
});

describe("a deleted worksheet", () => {
  const remove = (team: Team, title = "Which store for the orders?") => call(team, "POST", "/deletion", { title });

  it("needs its title, then opens for nobody, and comes back as it was for its facilitator only", async () => {
    const team = await aTeam(client);
    const before = await view(team, team.bo);
    expect((await remove(team, "Which store?")).status).toBe(422);
    const deleted = await remove(team, " Which store  for the orders? ");
    expect(deleted.status).toBe(200);
    expect(Date.parse(deleted.body.purgedAt as string) - Date.parse(deleted.body.deletedAt as string)).toBe(30 * 86_400_000);
    for (const token of [team.facilitator, team.bo, team.observer, team.memberLink])
      expect((await call(team, "GET", "", undefined, token)).status).toBe(404);
    expect((await call(team, "POST", "/restoration", {}, team.bo)).status).toBe(403);
    expect((await call(team, "POST", "/restoration", {}, team.memberLink)).status).toBe(403);
    expect((await call(team, "POST", "/restoration", {}, (await aTeam(client)).facilitator)).status).toBe(404);
    expect((await call(team, "GET", "")).status).toBe(404);
    expect((await call(team, "POST", "/restoration", {})).status).toBe(200);
    const after = await view(team, team.bo);
    expect({ ...after, seq: 0, members: [] }).toEqual({ ...before, seq: 0, members: [] });
    expect((await call(team, "POST", "/restoration", {})).status).toBe(409);
  });

  it("is gone for good after 30 days, not before, and leaves a chain that verifies and names nobody", async () => {
    const [team, kept] = [await aTeam(client), await aTeam(client)];
    for (const one of [team, kept]) await remove(one);
    await database.admin().query("UPDATE job SET run_at = now() WHERE kind = 'purge'");
    const waiting = "SELECT 1 FROM job WHERE kind = 'purge' AND state <> 'done'";
    await vi.waitFor(async () => expect((await database.admin().query(waiting)).rowCount).toBe(0), 15_000);
    expect(await count("member", team.id)).toBe(4);
    await database.admin().query("UPDATE worksheet SET deleted_at = deleted_at - interval '31 days' WHERE id = $1", [team.id]);
    await database.admin().query(
      `UPDATE job SET state = 'queued', run_at = now(), input = input || jsonb_build_object('deletedAt', to_char(w.deleted_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         FROM worksheet w WHERE job.kind = 'purge' AND job.input->>'worksheetId' = w.id::text`,
    );
    await vi.waitFor(async () => expect(await count("member", team.id)).toBe(0), 15_000);
    expect(await count("member", kept.id)).toBe(4);
    expect((await call(team, "POST", "/restoration", {})).status).toBe(401);
    const chain = await database
      .admin()
      .query("SELECT payload, audit_verify(chain) AS verdict FROM audit_event WHERE chain = $1 ORDER BY seq", [team.id]);
    expect(chain.rows.at(-1)).toEqual({ payload: '{"type":"worksheet_purged","by":null}', verdict: "OK" });
    expect(chain.rows.map((row) => row.payload).join()).not.toMatch(/Ada|Bo|Cy|Olga/u);
  });
});

describe("a copy", () => {
  const copyOf = async (team: Team, kind: "frame" | "answers", token = team.facilitator) =>
    call(team, "POST", "/duplicate", { with: kind }, token);
  const open = async ({ body }: { body: Record<string, unknown> }) =>
    (await client.call("GET", `/worksheets/${body.id}`, undefined, { token: body.memberToken as string })).body;

  it("has the frame and nobody's answers, and is the facilitator's alone", async () => {
    const team = await aTeam(client);
    await call(team, "PUT", "/frame", { baseVersion: 0, scope: "Orders only.", frame: { ops: { clouds: ["aws"] } } });
    const copy = await copyOf(team, "frame");
    expect(copy.status).toBe(201);
    expect(await open(copy)).toMatchObject({ scope: "Orders only.", frame: { ops: { clouds: ["aws"] } }, answers: [], isRevealed: false });
    expect(((await open(copy)).members as unknown[]).length).toBe(1);
    expect((await client.call("GET", `/worksheets/${copy.body.id}`, undefined, { token: team.bo })).status).toBe(404);
  });

  it("with answers is refused before the reveal, and afterwards holds what was agreed and one's own, never a colleague's", async () => {
    const team = await aTeam(client);
    const say = (token: string, value: number) =>
      call(
        team,
        "PUT",
        "/answers/scale",
        { round: 1, fields: { "y3.users": { value, baseVersion: 0 }, "y1.users": { value, baseVersion: 0 } } },
        token,
      );
    await say(team.facilitator, 111_111);
    await say(team.bo, 222_222);
    expect((await copyOf(team, "answers")).body.code).toBe("not_revealed");
    await call(team, "POST", "/reveal", {});
    await call(team, "PUT", "/positions/scale.y3.users", { baseVersion: 0, value: 333_333, reached: "consent", reason: "Between us" });
    const copied = await open(await copyOf(team, "answers"));
    const answers = (copied.answers as { field: string; value: unknown }[]).map(({ field, value }) => [field, value]).sort();
    expect(answers).toEqual([
      ["scale.y1.users", 111_111],
      ["scale.y3.users", 333_333],
    ]);
    expect(JSON.stringify(copied)).not.toMatch(/222222|Bo/u);
  });

  it("asked for twice by one operation is one copy", async () => {
    const team = await aTeam(client);
    const opId = op();
    const ask = () => client.call("POST", `/worksheets/${team.id}/duplicate`, { opId, with: "frame" }, { token: team.facilitator });
    const [first, second] = [await ask(), await ask()];
    expect(second.body.id).toBe(first.body.id);
    expect((await open(second)).id).toBe(first.body.id);
  });
});

describe("an erased person", () => {
  it("is in no table, no export and no sealed file, and everything goes on verifying", async () => {
    const team = await anAcceptedDecision(client);
    const member = ((await view(team)).members as { id: string; name: string }[]).find(({ name }) => name === "Bo");
    await call(team, "PUT", `/members/${member?.id}/name`, { name: "Boudewijn" }, team.bo);
    await call(team, "POST", "/comments", { subject: "field:workload.primary", text: "We measured it." }, team.bo);
    const old = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.facilitator);
    expect(old.headers.get("x-seal")).toBe("B-B");
    const erased = await call(team, "POST", `/members/${member?.id}/erasure`, {});
    expect(erased.status).toBe(200);

    for (const name of ["Boudewijn", '"Bo"', String(member?.id)])
      expect(await tablesWith(name), name).toEqual(name === member?.id ? ["audit_event"] : []);
    expect((await call(team, "GET", "", undefined, team.bo)).status).toBe(401);
    const record = await call(team, "GET", "/record.json");
    expect(record.body.sha256).toBe(team.sha256);
    expect((record.body.people as { name: string | null }[]).map(({ name }) => name)).toContain(null);
    expect(record.text).not.toContain("Boudewijn");
    expect(await verdict(Buffer.from(record.text), "application/json")).toBe("valid");
    const sealed = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.facilitator);
    expect(sealed.headers.get("x-seal")).toBe("B-B");
    expect(await verdict(sealed.bytes, "application/pdf")).toBe("valid");
    expect(await verdict(old.bytes, "application/pdf")).toBe("valid");
    const answers = (await view(team)).answers as { memberId: string; field: string }[];
    expect(answers.some(({ field }) => field === "workload.primary")).toBe(true);
    const { rows } = await database.admin().query("SELECT audit_verify($1) AS verdict", [team.id]);
    expect(rows[0].verdict).toBe("OK");
  });

  it("loses what nobody was shown", async () => {
    const team = await aTeam(client);
    await call(team, "PUT", "/answers/scale", { round: 1, fields: { "y3.users": { value: 987_654, baseVersion: 0 } } }, team.cy);
    const cy = ((await view(team)).members as { id: string; name: string }[]).find(({ name }) => name === "Cy");
    await call(team, "POST", `/members/${cy?.id}/erasure`, {}, team.cy);
    expect(await tablesWith("987654")).toEqual([]);
  });

  it("cannot be whoever leads, or whoever signed", async () => {
    const team = await anAcceptedDecision(client, "Another one?");
    const members = (await view(team)).members as { id: string; name: string }[];
    const idOf = (name: string) => members.find((one) => one.name === name)?.id;
    expect((await call(team, "POST", `/members/${idOf("Ada")}/erasure`, {})).status).toBe(409);
    expect((await call(team, "POST", `/members/${idOf("Dee")}/erasure`, {})).status).toBe(409);
  });
});

async function verdict(bytes: Uint8Array, type: string) {
  const reply = await client.send("/verify", bytes, type);
  return reply.body.verdict;
}

/** Tables in which any row, printed whole, holds the text; the sealed files are looked into as well. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.admin().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const found: string[] = [];
  for (const { tablename } of tables.rows) {
    const { rowCount } = await database
      .admin()
      .query(`SELECT 1 FROM "${tablename}" t WHERE position(lower($1) IN lower(t::text)) > 0 LIMIT 1`, [text]);
    if (rowCount) found.push(tablename);
  }
  return found;
}
