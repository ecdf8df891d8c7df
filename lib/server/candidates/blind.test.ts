import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Reply, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

const ORDER = ["cost", "ops", "scale", "consistency", "workload"];
const USUAL = ["workload", "consistency", "scale", "ops", "cost"];
const at = (team: Team, path: string) => `/worksheets/${team.id}${path}`;
type Hidden = { yours: { value: unknown } | null; given: string[] | null; disclosed: unknown; all: { memberId: string; value: unknown }[] };

async function revealedTeam(): Promise<Team> {
  const team = await aTeam(client);
  await client.call("POST", at(team, "/reveal"), { opId: op() }, { token: team.facilitator });
  // A name that nothing else on a page would say.
  await client.call(
    "POST",
    at(team, "/candidates"),
    { opId: op(), system: { name: "Canary", id: "canary-7719" } },
    { token: team.facilitator },
  );
  return team;
}

const KINDS = {
  gutCheck: { path: "/gut-check", body: { candidate: "canary-7719" }, value: "canary-7719" },
  ranking: { path: "/ranking", body: { order: ORDER }, value: ORDER },
} as const;
type Kind = keyof typeof KINDS;

const give = (team: Team, kind: Kind, token: string) =>
  client.call("PUT", at(team, KINDS[kind].path), { opId: op(), ...KINDS[kind].body }, { token });
const disclose = (team: Team, kind: Kind, token: string): Promise<Reply> =>
  client.call("POST", at(team, `${KINDS[kind].path}/disclosure`), { opId: op() }, { token });
const seen = async (team: Team, kind: Kind, token: string) =>
  (await client.call("GET", at(team, "/candidates"), undefined, { token })).body[kind] as Hidden;

describe.each(Object.keys(KINDS) as Kind[])("before its disclosure, a %s", (kind) => {
  it("is its author's alone, in every reply of every read", async () => {
    const team = await revealedTeam();
    const reads = ["", "/candidates", "/shortlist", "/costs", "/disagreement", "/answers.csv", "/costs.csv", "/links", "/adr.md"];
    const readAll = async (token: string) => {
      const replies = await Promise.all(reads.map((path) => client.call("GET", at(team, path), undefined, { token })));
      return replies.map(({ status, text }) => `${status} ${text.replace(/"isHere":(true|false)|"requestId":"[^"]+"/gu, "")}`);
    };
    const before = await readAll(team.cy);
    const facilitatorBefore = await readAll(team.facilitator);
    expect((await give(team, kind, team.bo)).status).toBe(200);
    expect(await readAll(team.cy), "Cy sees not a byte more").toEqual(before);
    const changed = (await readAll(team.facilitator)).filter((text, i) => text !== facilitatorBefore[i]);
    expect(changed.length, "the facilitator sees that Bo gave one, and nothing else").toBe(1);
    expect(await seen(team, kind, team.facilitator)).toMatchObject({ yours: null, disclosed: null, all: [] });
    expect((await seen(team, kind, team.facilitator)).given?.length).toBe(1);
    expect((await seen(team, kind, team.bo)).yours).toEqual({ value: KINDS[kind].value });
  });

  it("bumps no counter that others could watch, and leaves its value out of the audit chain", async () => {
    const team = await revealedTeam();
    const stateOf = async () => {
      const { rows } = await database.admin().query("SELECT seq FROM worksheet WHERE id = $1", [team.id]);
      return (rows[0] as { seq: string }).seq;
    };
    const before = await stateOf();
    await give(team, kind, team.bo);
    expect(await stateOf()).toBe(before);
    const { rows } = await database.admin().query("SELECT payload FROM audit_event WHERE chain = $1 ORDER BY seq DESC LIMIT 1", [team.id]);
    expect(JSON.stringify(rows)).not.toMatch(/canary|workload/u);
  });

  it("is shown by the facilitator alone, once, to everybody, and stands from then on", async () => {
    const team = await revealedTeam();
    expect((await disclose(team, kind, team.facilitator)).body.code, "nothing to show").toBe("illegal_transition");
    await give(team, kind, team.bo);
    expect((await disclose(team, kind, team.bo)).status).toBe(403);
    const both = await Promise.all([1, 2, 3].map(() => disclose(team, kind, team.facilitator)));
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const token of [team.cy, team.observer, team.facilitator]) {
      expect((await seen(team, kind, token)).all).toMatchObject([{ value: KINDS[kind].value }]);
    }
    expect((await give(team, kind, team.cy)).body.code).toBe("round_closed");
  });
});

describe("bad input", () => {
  it("is refused by its path", async () => {
    const team = await revealedTeam();
    const paths = async (path: string, body: object) => {
      const { status, body: reply } = await client.call("PUT", at(team, path), { opId: op(), ...body }, { token: team.bo });
      return [status, (reply.errors as { path: string }[]).map((error) => error.path)];
    };
    expect(await paths("/gut-check", { candidate: "nosuchdb" })).toEqual([422, ["candidate"]]);
    expect(await paths("/ranking", { order: USUAL.slice(1) })).toEqual([422, ["order"]]);
    expect(await paths("/ranking", { order: [...USUAL.slice(1), "ops"] })).toEqual([422, ["order"]]);
    expect(await paths("/ranking", { order: [...USUAL.slice(1), "beauty"] })).toEqual([422, ["order.4"]]);
  });

  it("lets somebody rather not say", async () => {
    const team = await revealedTeam();
    await client.call("PUT", at(team, "/gut-check"), { opId: op(), candidate: null }, { token: team.bo });
    expect((await seen(team, "gutCheck", team.bo)).yours).toEqual({ value: null });
  });
});
