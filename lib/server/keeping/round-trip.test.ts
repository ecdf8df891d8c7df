import { beforeAll, describe, expect, it } from "vitest";
import type { WorksheetFile } from "@/lib/domain/worksheet-file/schema";
import { type Accepted, anAcceptedDecision, writeSection } from "../testing/accepted";
import { ApiClient, cookieOf, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
const sql = async (text: string, values: unknown[] = []) => (await database.admin().query(text, values)).rows;
const get = (id: string, path: string, token: string) => client.call("GET", `/worksheets/${id}${path}`, undefined, { token });
const fileOf = async (id: string, token: string) => (await get(id, "/worksheet.json", token)).body as unknown as WorksheetFile;

let old: Accepted;
let team: Accepted;
let file: WorksheetFile;
beforeAll(async () => {
  const common = { owner: null, measuredAt: "" };
  old = await anAcceptedDecision(client, "Which store at first?");
  team = await anAcceptedDecision(client, "Which store now?", [
    { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 10_000, ...common },
    { type: "event", ...common },
  ]);
  const as = (token: string) => (method: string, path: string, body: object) =>
    client.call(method, `/worksheets/${team.id}${path}`, { opId: op(), ...body }, { token });
  const ada = as(team.facilitator);
  await ada("PUT", "/retention", { keepMonths: 36 });
  const bo = ((await get(team.id, "", team.facilitator)).body.members as { id: string; name: string }[]).find(({ name }) => name === "Bo");
  await ada("PUT", `/members/${bo?.id}/role`, { change: "deputise" });
  const at = new Date().toISOString();
  const metrics = [{ metric: "writes_s", value: 12_000, unit: "per_second", at, source: "grafana" }];
  expect((await ada("POST", "/metrics", { metrics })).status).toBe(200);
  const { events } = (await get(team.id, "/reviews", team.bo)).body as { events: { key: string }[] };
  expect((await as(team.bo)("POST", "/happenings", { key: events[0]?.key })).status).toBe(200);
  // Linked as a reopened decision links its predecessor.
  const member = (await get(team.id, "", team.facilitator)).body.you as { memberId: string };
  await sql(
    `INSERT INTO supersession (worksheet_id, replaces_id, is_partial, note, by_member_id, by_name) VALUES ($1, $2, false, '', $3, 'Ada')`,
    [team.id, old.id, member.memberId],
  );
  file = await fileOf(team.id, team.facilitator);
}, 120_000);

/** A file without what an import must change: ids and tokens, who facilitates, where and when it was written, the history's chain. */
function plain({ exportedAt: _at, origin: _origin, audit: _audit, worksheet, members, supersessions: _links, ...rest }: WorksheetFile) {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
  };
  const { createdAt: _created, ...head } = worksheet;
  const seats = members.map(({ role: _role, ...member }) => member);
  const text = JSON.stringify({ ...rest, head, seats }).replaceAll(/"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/gu, '"id"');
  return sorted(JSON.parse(text));
}

describe("a worksheet's file", () => {
  it("holds earlier texts, changes of roles, links, reported numbers and what fired", () => {
    expect(file.sectionHistory.map(({ section }) => section)).toContain("choice");
    expect(file.roleChanges).toMatchObject([{ kind: "deputised", memberName: "Bo", byName: "Ada" }]);
    expect(file.supersessions).toMatchObject([{ id: old.id, direction: "replaces", title: "Which store at first?" }]);
    expect(file.metrics).toMatchObject([{ value: 12_000, source: "grafana", byName: "Ada" }]);
    expect(file.triggers.map(({ kind, firing }) => [kind, firing === null])).toEqual([
      ["date", true],
      ["event", false],
      ["metric", false],
    ]);
    expect(file.worksheet.keepMonths).toBe(36);
  });

  it("comes out of an imported worksheet as it went in, with the same hashes", async () => {
    const arrived = await client.call("POST", "/worksheets/import", { yourName: "Ada", file });
    expect([arrived.status, arrived.body.errors]).toEqual([201, undefined]);
    const again = await fileOf(String(arrived.body.id), String(arrived.body.memberToken));
    expect(plain(again)).toEqual(plain(file));
    expect(again.revisions.map(({ sha256 }) => sha256)).toEqual([team.sha256]);
    // And nothing that fired there fires here.
    expect((await get(String(arrived.body.id), "/reviews", String(arrived.body.memberToken))).body.events).toMatchObject([{ by: "Bo" }]);
  });

  it("of the version before, which has none of these, is still read", async () => {
    const { sectionHistory: _h, roleChanges: _r, supersessions: _s, metrics: _m, triggers: _t, ...rest } = file;
    const { keepMonths: _k, ...worksheet } = rest.worksheet;
    const arrived = await client.call("POST", "/worksheets/import", { yourName: "Ada", file: { ...rest, worksheet, version: 1 } });
    expect(arrived.status).toBe(201);
    const record = await get(String(arrived.body.id), "/record.json", String(arrived.body.memberToken));
    expect(record.body.sha256).toBe(team.sha256);
  });
});

describe("a decision that another one replaced where it came from", () => {
  const statusIn = async (browser: ReturnType<ApiClient["browser"]>, id: string) =>
    ((await browser("GET", `/worksheets/${id}`)).body.adr as { status: string }).status;

  it("does not read as in force without its successor, and is superseded by it once both are here, whichever came first", async () => {
    const earlier = await fileOf(old.id, old.facilitator);
    for (const order of [
      [earlier, file],
      [file, earlier],
    ]) {
      let cookie: string | null = null;
      const ids: string[] = [];
      for (const one of order) {
        const arrived = await client.browser(cookie)("POST", "/worksheets/import", { yourName: "Ada", file: one });
        expect(arrived.status).toBe(201);
        cookie = cookieOf(arrived);
        ids.push(String(arrived.body.id));
        const oldHere = ids[order.indexOf(earlier)];
        if (ids.length === 1 && oldHere !== undefined) {
          expect(await statusIn(client.browser(cookie), oldHere)).toBe("deprecated");
          const { life } = (await client.browser(cookie)("GET", `/worksheets/${oldHere}/decision`)).body as { life: { reason: string } };
          expect(life.reason).toContain("Replaced by “Which store now?”");
        }
      }
      expect(await statusIn(client.browser(cookie), ids[order.indexOf(earlier)] ?? "")).toBe("superseded");
    }
  });

  it("is not touched by a file that names a worksheet of somebody else", async () => {
    const theirs = await client.browser()("POST", "/worksheets/import", { yourName: "Zoe", file: await fileOf(old.id, old.facilitator) });
    await client.browser()("POST", "/worksheets/import", { yourName: "Eve", file });
    expect(await statusIn(client.browser(cookieOf(theirs)), String(theirs.body.id))).toBe("deprecated");
    expect((await writeSection(client, old, { section: "why", text: "x" })).status).toBe(409);
  });
});
