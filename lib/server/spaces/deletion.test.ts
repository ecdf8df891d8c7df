import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { JOB_KINDS } from "../boot/job-kinds";
import type { JobRunner } from "../jobs/runner";
import { anAcceptedDecision, decide, runJobs } from "../testing/accepted";
import { ApiClient, aTeam, cookieOf, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn, type SpaceTeam } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const sql = async (text: string, values: unknown[] = []) => (await database.admin().query(text, values)).rows;

let runner: JobRunner;
beforeAll(() => {
  runner = runJobs(JOB_KINDS);
});
afterAll(async () => {
  await runner.stop();
});

const on = (space: SpaceTeam, token = space.facilitator) => ({
  get: (path = "") => client.call("GET", `/spaces/${space.id}${path}`, undefined, { token }),
  post: (path: string, body: object) => client.call("POST", `/spaces/${space.id}${path}`, { opId: op(), ...body }, { token }),
});
const remove = (space: SpaceTeam, worksheets: "keep" | "delete", name = "Payments team") =>
  on(space).post("/deletion", { name, worksheets });
const peopleOf = async (space: SpaceTeam) => (await on(space).get()).body.members as { id: string; name: string }[];
const idOf = async (space: SpaceTeam, name: string) => (await peopleOf(space)).find((one) => one.name === name)?.id ?? "";

/** A browser that opened a link of the space and has a name there. */
async function browserOf(space: SpaceTeam, token: string, name: string) {
  const opened = await client.browser()("POST", "/space-sessions", { token });
  const joined = await client.browser(cookieOf(opened))("POST", `/spaces/${space.id}/members`, { name });
  return client.browser(cookieOf(joined));
}

describe("a deleted space", () => {
  it("needs its name, then opens for nobody, and comes back with everything for its facilitators only", async () => {
    const space = await aSpace(client);
    const { key } = await aKey(client, space, ["read:log"]);
    const { body: started } = await on(space).post("/worksheets", { title: "Which store for the orders?" });
    const before = (await on(space).get("/log")).body;
    expect((await remove(space, "keep", "Payments")).status).toBe(422);
    const deleted = await remove(space, "keep", " Payments  team ");
    expect(deleted.status).toBe(200);
    expect(Date.parse(String(deleted.body.purgedAt)) - Date.parse(String(deleted.body.deletedAt))).toBe(30 * 86_400_000);
    for (const token of [space.facilitator, space.bo, space.observer, key])
      expect([401, 404]).toContain((await on(space, token).get("/log")).status);
    expect((await client.browser()("POST", "/space-sessions", { token: space.memberLink })).status).toBe(404);
    expect((await on(space, space.bo).post("/restoration", {})).status).toBe(403);
    expect((await on(space, (await aSpace(client)).facilitator).post("/restoration", {})).status).toBe(404);
    expect((await on(space).post("/restoration", {})).status).toBe(200);
    expect((await on(space).get("/log")).body).toEqual(before);
    expect((await client.call("GET", `/worksheets/${started.id}`, undefined, { token: space.facilitator })).body.space).toMatchObject({
      id: space.id,
    });
    expect((await on(space).post("/restoration", {})).status).toBe(409);
  });

  it("leaves its worksheets to those who have a seat, in the browsers they used, and one that nobody leads to whoever deleted it", async () => {
    const space = await aSpace(client);
    const [ada, cy, eve] = await Promise.all([
      browserOf(space, space.facilitatorLink, "Ada B"),
      browserOf(space, space.memberLink, "Cy"),
      browserOf(space, space.memberLink, "Eve"),
    ]);
    const { id } = (await cy("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "Cy's?" })).body;
    const orphan = (await eve("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "Eve's?" })).body.id;
    await sql("UPDATE member SET removed_at = now() WHERE worksheet_id = $1", [orphan]);
    expect((await eve("POST", `/worksheets/${id}/seat`, {})).status).toBe(200);
    const saved = { opId: op(), round: 1, fields: { "y3.users": { value: 1_234, baseVersion: 0 } } };
    expect((await eve("PUT", `/worksheets/${id}/answers/scale`, saved)).status).toBe(200);
    await ada("POST", `/spaces/${space.id}/deletion`, { opId: op(), name: "Payments team", worksheets: "keep" });
    const [cys, eves] = [await cy("GET", `/worksheets/${id}`), await eve("GET", `/worksheets/${id}`)];
    expect(cys.body).toMatchObject({ space: null, you: { name: "Cy", role: "facilitator" }, answers: [] });
    expect(eves.body).toMatchObject({ you: { name: "Eve", role: "member" }, answers: [{ value: 1_234 }] });
    // Read along as somebody of the space: that is over.
    expect((await ada("GET", `/worksheets/${id}`)).status).toBe(404);
    expect((await ada("GET", `/worksheets/${orphan}`)).body).toMatchObject({ you: { name: "Ada B", role: "facilitator" } });
    expect((await ada("GET", "/spaces")).body).toMatchObject({ spaces: [], deleted: [{ id: space.id, name: "Payments team" }] });
    expect((await cy("GET", "/spaces")).body).toEqual({ spaces: [], deleted: [] });
  });

  it("takes its worksheets along when asked, each to be brought back alone or with it", async () => {
    const space = await aSpace(client);
    const ada = await browserOf(space, space.facilitatorLink, "Ada B");
    const made = [
      await ada("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "One?" }),
      await ada("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "Two?" }),
    ];
    const [one, two] = made.map(({ body }) => String(body.id));
    await ada("POST", `/spaces/${space.id}/deletion`, { opId: op(), name: "Payments team", worksheets: "delete" });
    expect((await ada("GET", `/worksheets/${one}`)).status).toBe(404);
    expect(
      await sql("SELECT count(*)::int AS n FROM job WHERE kind = 'purge' AND input ->> 'worksheetId' = ANY($1)", [[one, two]]),
    ).toEqual([{ n: 2 }]);
    expect((await ada("GET", "/sessions")).body.deleted).toHaveLength(2);
    expect((await ada("POST", `/worksheets/${one}/restoration`, { opId: op() })).status).toBe(200);
    expect((await ada("GET", `/worksheets/${one}`)).body.space).toBeNull();
    expect((await ada("POST", `/spaces/${space.id}/restoration`, { opId: op() })).status).toBe(200);
    for (const id of [one, two]) expect((await ada("GET", `/worksheets/${id}`)).body.space).toMatchObject({ id: space.id });
  });

  it("gives no number twice when its worksheets decide alone and come back", async () => {
    const space = await aSpace(client);
    const earlier = await anAcceptedDecision(client, "Earlier?");
    const drafts = [await aTeam(client, "First?"), await aTeam(client, "Second?")];
    for (const team of [earlier, ...drafts]) expect((await moveIn(client, team, space)).status).toBe(200);
    await remove(space, "keep");
    // Each on its own, they take the number that came next in the space.
    for (const team of drafts) await decide(client, team);
    expect((await on(space).post("/restoration", {})).status).toBe(200);
    const entries = (await on(space).get("/log")).body.entries as { number: number; status: string }[];
    expect(entries.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
    expect(entries.every(({ status }) => status === "accepted")).toBe(true);
    expect((await on(space).get("/numbers")).body).toMatchObject({ next: 4, gaps: [] });
  }, 60_000);

  it("is gone after 30 days with its log and its people, and its worksheets stay", async () => {
    const space = await aSpace(client);
    const team = await aTeam(client);
    await moveIn(client, team, space);
    await remove(space, "keep");
    await sql("UPDATE space SET deleted_at = deleted_at - interval '31 days' WHERE id = $1", [space.id]);
    await sql(
      `UPDATE job SET run_at = now(), input = input || jsonb_build_object('deletedAt', to_char(s.deleted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         FROM space s WHERE kind = 'purge_space' AND input ->> 'spaceId' = s.id::text AND s.id = $1`,
      [space.id],
    );
    await vi.waitFor(async () => expect(await sql("SELECT 1 FROM space WHERE id = $1", [space.id])).toEqual([]), 15_000);
    for (const table of ["space_member", "log_entry", "space_link"])
      expect(await sql(`SELECT 1 FROM ${table} WHERE space_id = $1`, [space.id])).toEqual([]);
    expect((await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.bo })).status).toBe(200);
    expect((await on(space).post("/restoration", {})).status).toBe(401);
    expect(await sql("SELECT audit_verify($1) AS verdict", [space.id])).toEqual([{ verdict: "OK" }]);
  });
});

describe("somebody who leaves a space", () => {
  it("gets in no more, unless they are the last facilitator", async () => {
    const space = await aSpace(client);
    const leave = async (name: string, token: string) => on(space, token).post(`/members/${await idOf(space, name)}/removal`, {});
    expect((await leave("Bo", space.bo)).status).toBe(200);
    expect((await on(space, space.bo).get()).status).toBe(401);
    expect((await leave("Ada", space.facilitator)).status).toBe(409);
  });
});

describe("an erased person of a space", () => {
  it("is in no table, with every seat they took in its worksheets", async () => {
    const space = await aSpace(client);
    const zoltan = await browserOf(space, space.memberLink, "Zoltan");
    const { body } = await on(space).post("/worksheets", { title: "Which store?" });
    await zoltan("POST", `/worksheets/${body.id}/seat`, {});
    const file = Buffer.from("# Use Postgres\n\nStatus: accepted\n\n## Context\n\nOrders.\n\n## Decision\n\nWe use Postgres.\n").toString(
      "base64",
    );
    await zoltan("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files: [{ path: "0001-a.md", content: file }] });
    await zoltan("POST", `/spaces/${space.id}/feeds`, { opId: op(), name: "mine" });
    const id = await idOf(space, "Zoltan");
    expect(await tablesWith("Zoltan")).toEqual(["calendar_feed", "log_source", "member", "space_member"]);
    expect((await on(space, space.bo).post(`/members/${id}/erasure`, {})).status).toBe(403);
    expect((await on(space).post(`/members/${id}/erasure`, {})).status).toBe(200);
    expect(await tablesWith("Zoltan")).toEqual([]);
    expect(await tablesWith(id)).toEqual(["audit_event"]);
    for (const path of [`/spaces/${space.id}`, `/worksheets/${body.id}`]) expect((await zoltan("GET", path)).status).toBe(404);
    expect(await sql("SELECT audit_verify($1) AS verdict", [body.id])).toEqual([{ verdict: "OK" }]);
  });

  it("takes nothing of a namesake's along", async () => {
    const space = await aSpace(client);
    const importOf = async (path: string) => {
      const person = await browserOf(space, space.memberLink, "Noor");
      const content = Buffer.from(`# ${path}\n\n## Status\n\nAccepted\n\n## Context\n\nX.\n\n## Decision\n\nWe do.\n`).toString("base64");
      await person("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files: [{ path, content }] });
    };
    for (const path of ["0001-hers.md", "0002-his.md"]) await importOf(path);
    expect((await on(space).post(`/members/${await idOf(space, "Noor")}/erasure`, {})).status).toBe(200);
    const rows = await sql("SELECT path, by_name FROM log_source WHERE space_id = $1 ORDER BY path", [space.id]);
    expect(rows.map(({ path, by_name: by }) => [path, by === "Noor"])).toEqual([
      ["0001-hers.md", false],
      ["0002-his.md", true],
    ]);
  });

  it("is refused with the worksheets named while they lead one of them, and nothing is erased", async () => {
    const space = await aSpace(client);
    const led = (await on(space, space.bo).post("/worksheets", { title: "Led by Bo?" })).body.id;
    const refused = await on(space).post(`/members/${await idOf(space, "Bo")}/erasure`, {});
    expect([refused.status, refused.body.reason, refused.body.errors]).toEqual([409, "bound", [{ path: led, message: "Led by Bo?" }]]);
    expect(await peopleOf(space)).toHaveLength(3);
    expect((await on(space).post(`/members/${await idOf(space, "Ada")}/erasure`, {})).status).toBe(409);
  });
});

async function tablesWith(text: string): Promise<string[]> {
  const tables = await sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
  const found: string[] = [];
  for (const { tablename } of tables)
    if ((await sql(`SELECT 1 FROM "${tablename}" t WHERE position(lower($1) IN lower(t::text)) > 0 LIMIT 1`, [text])).length > 0)
      found.push(tablename);
  return found;
}
