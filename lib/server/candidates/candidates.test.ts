import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

async function revealedTeam(): Promise<Team> {
  const team = await aTeam(client);
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  return team;
}

const at = (team: Team, path: string) => `/worksheets/${team.id}${path}`;
const restore = (baseVersion: number, reason: string) => ({ opId: op(), baseVersion, action: "restore", reason });
const pathsOf = (reply: { body: Record<string, unknown> }) => (reply.body.errors as { path: string }[]).map(({ path }) => path);

async function candidateOf(team: Team, id: string) {
  const { body } = await client.call("GET", at(team, "/shortlist"), undefined, { token: team.bo });
  return (body.candidates as { id: string; status: string; override: unknown }[]).find((candidate) => candidate.id === id);
}

async function answerAll(team: Team) {
  const fields = { primary: { value: "relational", baseVersion: 0 } };
  await client.call("PUT", at(team, "/answers/workload"), { opId: op(), round: 1, fields }, { token: team.bo });
  const consistency = { atomic: { value: "many_records", baseVersion: 0 } };
  await client.call("PUT", at(team, "/answers/consistency"), { opId: op(), round: 1, fields: consistency }, { token: team.bo });
  await client.call("POST", at(team, "/reveal"), { opId: op() }, { token: team.facilitator });
}

describe("putting a candidate back", () => {
  it("moves the list, in a member's name and with their reason, until it is taken back", async () => {
    const team = await aTeam(client);
    await answerAll(team);
    expect(await candidateOf(team, "cassandra")).toMatchObject({ status: "eliminated", override: null });
    const saved = await client.call("PUT", at(team, "/overrides/cassandra"), restore(0, "We ran it for years"), { token: team.bo });
    expect([saved.status, saved.body]).toMatchObject([200, { candidate: "cassandra", by: "Bo", version: 1 }]);
    expect(await candidateOf(team, "cassandra")).toMatchObject({ override: { action: "restore", reason: "We ran it for years" } });
    expect((await candidateOf(team, "cassandra"))?.status).not.toBe("eliminated");
    const seen = await client.call("GET", at(team, "/candidates"), undefined, { token: team.observer });
    expect(seen.body.overrides).toMatchObject([{ candidate: "cassandra", by: "Bo", reason: "We ran it for years" }]);

    expect((await client.call("DELETE", at(team, "/overrides/cassandra"), undefined, { token: team.cy })).status).toBe(204);
    expect(await candidateOf(team, "cassandra")).toMatchObject({ status: "eliminated", override: null });
  });

  it("is refused without a reason, for a candidate nobody knows, and over somebody else's act", async () => {
    const team = await revealedTeam();
    const put = (id: string, body: unknown) => client.call("PUT", at(team, `/overrides/${id}`), body, { token: team.bo });
    const blank = await put("cassandra", restore(0, "  "));
    expect([blank.status, pathsOf(blank)]).toEqual([422, ["reason"]]);
    const nobody = await put("nosuchdb", restore(0, "why"));
    expect([nobody.status, pathsOf(nobody)]).toEqual([422, ["candidate"]]);
    await put("cassandra", restore(0, "mine"));
    const late = await put("cassandra", { ...restore(0, "theirs"), action: "exclude" });
    expect([late.status, late.body.current]).toMatchObject([412, { reason: "mine" }]);
  });

  it("waits for the reveal, because before it there is no list", async () => {
    const team = await aTeam(client);
    const put = await client.call("PUT", at(team, "/overrides/cassandra"), restore(0, "why"), { token: team.bo });
    expect([put.status, put.body.code]).toEqual([409, "not_revealed"]);
    expect((await client.call("GET", at(team, "/candidates"), undefined, { token: team.bo })).body.code).toBe("not_revealed");
  });

  it("two at once: one stands, the other is told", async () => {
    const team = await revealedTeam();
    const both = await Promise.all(
      [team.bo, team.cy].map((token) => client.call("PUT", at(team, "/overrides/cassandra"), restore(0, "mine"), { token })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe("a candidate of the team's own", () => {
  it("with half its facts is judged by the same rules; what is left out eliminates nothing", async () => {
    const team = await aTeam(client);
    await answerAll(team);
    const add = (system: unknown) => client.call("POST", at(team, "/candidates"), { opId: op(), system }, { token: team.bo });
    expect((await add({ name: "House Store" })).body).toMatchObject({ system: { id: "house-store" }, by: "Bo" });
    expect((await add({ name: "Flaky Cache", transactions: "single-record" })).status).toBe(201);
    expect((await candidateOf(team, "house-store"))?.status).not.toBe("eliminated");
    expect(await candidateOf(team, "flaky-cache")).toMatchObject({ status: "eliminated" });
    expect((await client.call("DELETE", at(team, "/candidates/house-store"), undefined, { token: team.bo })).status).toBe(204);
    expect(await candidateOf(team, "house-store")).toBeUndefined();
    expect((await client.call("GET", at(team, "/shortlist"), undefined, { token: team.bo })).status).toBe(200);
  });

  it("with a broken value is refused by the path that names it", async () => {
    const team = await revealedTeam();
    const add = (system: unknown) => client.call("POST", at(team, "/candidates"), { opId: op(), system }, { token: team.bo });
    const broken = await add({ name: "X", workload_fit: { relational: "excellent" }, transactions: "acid", lock_in: 13 });
    expect([broken.status, pathsOf(broken).sort()]).toEqual([
      422,
      ["system.lock_in", "system.transactions", "system.workload_fit.relational"],
    ]);
    expect(pathsOf(await add({ name: "X", colour: "blue" }))).toEqual(["system.colour"]);
    expect(pathsOf(await add({ name: "postgresql" }))).toEqual(["system.name"]);
    expect(pathsOf(await add({ name: "Mine", id: "mongodb" }))).toEqual(["system.id"]);
    expect(pathsOf(await add({ name: "" }))).toEqual(["system.name"]);
    expect(pathsOf(await add({ name: "Mine", family: "aurora-postgresql" }))).toEqual(["system.family"]);
    expect((await add({ name: "Our fork", family: "postgresql", confidence: "low", extensions: ["pgvector"] })).status).toBe(201);
  });
});

describe("a frozen decision", () => {
  it("refuses every change to the list with 409 frozen", async () => {
    const team = await revealedTeam();
    await database.admin().query(
      `INSERT INTO revision (worksheet_id, n, canonical, sha256, people, by_member_id)
       SELECT id, 1, '{}', 'x', '[]', (SELECT id FROM member WHERE worksheet_id = $1 LIMIT 1) FROM worksheet WHERE id = $1`,
      [team.id],
    );
    const order = ["workload", "consistency", "scale", "ops", "cost"];
    const attempts: [string, string, unknown][] = [
      ["PUT", "/overrides/cassandra", restore(0, "why")],
      ["DELETE", "/overrides/cassandra", undefined],
      ["POST", "/candidates", { opId: op(), system: { name: "Ours" } }],
      ["DELETE", "/candidates/ours", undefined],
      ["PUT", "/gut-check", { opId: op(), candidate: "mongodb" }],
      ["PUT", "/ranking", { opId: op(), order }],
      ["PUT", "/scores/mongodb", { opId: op(), baseVersion: 0, criterion: "scale", score: 3 }],
      ["POST", "/gut-check/disclosure", { opId: op() }],
      ["POST", "/ranking/disclosure", { opId: op() }],
    ];
    for (const [method, path, body] of attempts) {
      const reply = await client.call(method, at(team, path), body, { token: team.facilitator });
      expect([path, reply.status, reply.body.code]).toEqual([path, 409, "frozen"]);
    }
  });
});

describe("scores", () => {
  it("are the team's: written in a name, versioned, cleared by null, and only 0 to 10", async () => {
    const team = await revealedTeam();
    const put = (body: object) => client.call("PUT", at(team, "/scores/mongodb"), { opId: op(), ...body }, { token: team.bo });
    expect((await put({ baseVersion: 0, criterion: "scale", score: 7 })).body.score).toMatchObject({ score: 7, by: "Bo", version: 1 });
    expect((await put({ baseVersion: 0, criterion: "scale", score: 8 })).status).toBe(412);
    expect((await put({ baseVersion: 1, criterion: "scale", score: null })).body.score).toBeNull();
    expect(pathsOf(await put({ baseVersion: 0, criterion: "scale", score: 11 }))).toEqual(["score"]);
    expect(pathsOf(await put({ baseVersion: 0, criterion: "beauty", score: 1 }))).toEqual(["criterion"]);
  });
});
