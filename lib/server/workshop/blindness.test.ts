import { describe, expect, it } from "vitest";
import { createApi } from "../api/app";
import { worksheetReads } from "../api/leak-probe";
import { ApiClient, aTeam, op, type Reply, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

// As the API itself lists them, so that a new route is read here without being named; the stream has its own test.
const READS = worksheetReads(createApi()).filter((path) => path !== "/events");
const put = (team: Team, path: string, body: object, token: string) =>
  client.call("PUT", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
const post = (team: Team, path: string, body: object, token: string) =>
  client.call("POST", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
const save = (team: Team, token: string, { question = "scale", field = "y3.users", value = 0, round = 1, reason = "" }) =>
  put(team, `answers/${question}`, { round, fields: { [field]: { value, baseVersion: 0, ...(reason ? { reason } : {}) } } }, token);
const idOf = async (team: Team, name: string): Promise<string> => {
  const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.facilitator });
  return (view.body.members as { id: string; name: string }[]).find((member) => member.name === name)?.id ?? "";
};
const join = async (team: Team, body: object): Promise<string> =>
  (await client.call("POST", `/worksheets/${team.id}/members`, body, { token: team.memberLink })).body.memberToken as string;

async function expectHidden(team: Team, { from, canaries }: { from: string[]; canaries: string[] }) {
  const asked = from.flatMap((token) => READS.map((path) => ({ token, path })));
  const replies = await Promise.all(
    asked.map(
      async ({ token, path }): Promise<[string, Reply]> => [
        path,
        await client.call("GET", `/worksheets/${team.id}${path}`, undefined, { token }),
      ],
    ),
  );
  for (const [path, { text }] of replies) for (const canary of canaries) expect(text, path).not.toContain(canary);
}

describe("revealing step by step", () => {
  it("shows one question and not a byte of the others", async () => {
    const team = await aTeam(client);
    expect((await put(team, "workshop", { revealPolicy: "step" }, team.facilitator)).status).toBe(200);
    await save(team, team.bo, { value: 735_190_264_001 });
    await save(team, team.bo, { question: "cost", field: "engineer_hour_usd", value: 735_190_264_002 });
    expect((await post(team, "reveal", { questions: ["scale"] }, team.facilitator)).status).toBe(200);
    const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy });
    expect(view.text).toContain("735190264001");
    expect(view.body.isRevealed).toBe(false);
    await expectHidden(team, { from: [team.facilitator, team.cy, team.observer], canaries: ["735190264002"] });
    expect((await client.call("GET", `/worksheets/${team.id}/shortlist`, undefined, { token: team.cy })).body.code).toBe("not_revealed");
  });

  it("is refused where all five belong together", async () => {
    const team = await aTeam(client);
    expect((await post(team, "reveal", { questions: ["scale"] }, team.facilitator)).body.code).toBe("illegal_transition");
  });

  it("from the start is for one or two people", async () => {
    const team = await aTeam(client);
    expect((await put(team, "workshop", { revealPolicy: "open" }, team.facilitator)).status).toBe(409);
  });
});

describe("somebody who answers blind after the reveal", () => {
  it("sees nothing revealed in any reply and is seen by nobody, until they are done", async () => {
    const team = await aTeam(client);
    await save(team, team.bo, { value: 735_190_264_003, reason: "canary-reason-9001" });
    await post(team, "reveal", {}, team.facilitator);
    const late = await join(team, { name: "Lee", blind: true });
    await expectHidden(team, { from: [late], canaries: ["735190264003", "canary-reason-9001"] });
    expect((await save(team, late, { value: 735_190_264_004 })).status).toBe(200);
    await expectHidden(team, { from: [team.facilitator, team.bo, team.observer], canaries: ["735190264004"] });
    expect((await post(team, "comments", { subject: "field:scale.y3.users", text: "x" }, late)).body.code).toBe("not_revealed");

    expect((await post(team, "late-answers", {}, late)).status).toBe(200);
    const after = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: late });
    expect(after.text).toContain("735190264003");
    const seen = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy });
    const answer = (seen.body.answers as { value: unknown; late: boolean; round: number }[]).find(({ value }) => value === 735_190_264_004);
    expect(answer).toMatchObject({ late: true, round: 1 });
    expect((await save(team, late, { value: 5 })).body.code).toBe("round_closed");
  });

  it("cannot become blind once they have seen", async () => {
    const team = await aTeam(client);
    await post(team, "reveal", {}, team.facilitator);
    expect((await post(team, "late-answers", {}, team.bo)).status).toBe(409);
  });
});

describe("answering on behalf", () => {
  it("is open to the facilitator who added the person, and hidden from everybody else until the reveal", async () => {
    const team = await aTeam(client);
    const added = await post(team, "proxies", { name: "Grace" }, team.facilitator);
    const path = `members/${added.body.memberId as string}/answers/scale`;
    const body = { round: 1, fields: { "y3.users": { value: 735_190_264_005, baseVersion: 0 } } };
    expect((await put(team, path, body, team.bo)).status).toBe(403);
    expect((await put(team, path, body, team.facilitator)).status).toBe(200);
    await expectHidden(team, { from: [team.bo, team.observer], canaries: ["735190264005"] });
    expect((await put(team, `members/${await idOf(team, "Bo")}/answers/scale`, body, team.facilitator)).status).toBe(404);
    await post(team, "reveal", {}, team.facilitator);
    const shown = await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token: team.cy });
    expect(shown.body.proxies).toEqual([{ memberId: added.body.memberId, byName: "Ada", isYours: false }]);
  });
});

describe("merging two seats of one person", () => {
  it("opens no hidden answer to anybody, and joins them at the reveal", async () => {
    const team = await aTeam(client);
    await save(team, team.cy, { value: 735_190_264_006 });
    await save(team, team.bo, { question: "cost", field: "engineer_hour_usd", value: 90 });
    expect((await post(team, `members/${await idOf(team, "Cy")}/merge`, { into: await idOf(team, "Bo") }, team.facilitator)).status).toBe(
      200,
    );
    await expectHidden(team, { from: [team.facilitator, team.bo], canaries: ["735190264006"] });
    await post(team, "reveal", {}, team.facilitator);
    const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.bo });
    const mine = await idOf(team, "Bo");
    const answers = view.body.answers as { memberId: string; value: unknown }[];
    expect(answers.map(({ memberId, value }) => [memberId === mine, value])).toEqual([
      [true, 90],
      [true, 735_190_264_006],
    ]);
  });
});

describe("a consent round", () => {
  it("hides every choice until all have chosen, then shows them all", async () => {
    const team = await aTeam(client);
    await post(team, "reveal", {}, team.facilitator);
    const opened = await post(team, "consent-rounds", { subject: "decision", proposal: "Take Postgres" }, team.facilitator);
    const choice = `consent-rounds/${opened.body.roundId as string}/choice`;
    expect((await put(team, choice, { choice: "object", text: "canary-harm-1" }, team.bo)).status).toBe(422);
    expect((await put(team, choice, { choice: "object", text: "canary-harm-1", remedy: "canary-remedy-1" }, team.bo)).status).toBe(200);
    await put(team, choice, { choice: "consent" }, team.cy);
    await expectHidden(team, { from: [team.facilitator, team.cy, team.observer], canaries: ["canary-"] });
    await put(team, choice, { choice: "concern", text: "It costs more" }, team.facilitator);
    expect((await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token: team.cy })).text).toContain("canary-remedy-1");
    expect((await put(team, choice, { choice: "consent" }, team.bo)).body.code).toBe("round_closed");
  });
});

describe("a premortem", () => {
  it("hides every card until the reveal, then shows them without names", async () => {
    const team = await aTeam(client);
    await post(team, "reveal", {}, team.facilitator);
    expect((await post(team, "premortem/cards", { text: "too soon" }, team.bo)).status).toBe(409);
    await put(team, "premortem", { action: "start" }, team.facilitator);
    const seqOf = async () => (await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy })).body.seq;
    const before = await seqOf();
    await post(team, "premortem/cards", { text: "canary-card-1" }, team.bo);
    expect(await seqOf()).toBe(before);
    await expectHidden(team, { from: [team.facilitator, team.cy, team.observer], canaries: ["canary-card"] });
    const slip = (await post(team, "premortem/cards", { text: "canary-card-2" }, team.bo)).body.cardId as string;
    const takeBack = (token: string) => client.call("DELETE", `/worksheets/${team.id}/premortem/cards/${slip}`, undefined, { token });
    expect([(await takeBack(team.facilitator)).status, (await takeBack(team.bo)).status]).toEqual([404, 204]);
    const both = await Promise.all([1, 2].map(() => put(team, "premortem", { action: "reveal" }, team.facilitator)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const shown = await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token: team.cy });
    const [card, ...others] = (shown.body.premortem as { cards: Record<string, unknown>[] }).cards;
    expect(others).toEqual([]);
    expect(Object.keys(card ?? {}).sort()).toEqual(["id", "isYours", "outcome", "reason", "text", "theme"]);
    expect((await post(team, "premortem/cards", { text: "too late" }, team.bo)).body.code).toBe("round_closed");
    const late = await client.call("DELETE", `/worksheets/${team.id}/premortem/cards/${card?.id as string}`, undefined, { token: team.bo });
    expect(late.body.code).toBe("round_closed");

    expect((await put(team, `premortem/cards/${card?.id as string}`, { outcome: "risk" }, team.facilitator)).status).toBe(200);
    const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy });
    expect((view.body.sections as { section: string; text: string }[]).find(({ section }) => section === "consequences_bad")?.text).toBe(
      "- canary-card-1",
    );
  });
});
