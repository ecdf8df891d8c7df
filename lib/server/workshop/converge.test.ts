import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();
const FIELD = "scale.y3.users";

const send = (team: Team, method: "PUT" | "POST" | "DELETE", path: string, body?: object, token = team.facilitator) =>
  client.call(method, `/worksheets/${team.id}/${path}`, body === undefined ? undefined : { opId: op(), ...body }, { token });
const workshopOf = async (team: Team, token = team.cy) =>
  (await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token })).body;
const viewOf = async (team: Team) => (await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy })).body;
const answer = (team: Team, token: string, round = 1) =>
  send(team, "PUT", "answers/scale", { round, fields: { "y3.users": { value: 5 * round, baseVersion: 0 } } }, token);

async function revealed(): Promise<Team> {
  const team = await aTeam(client);
  await answer(team, team.bo);
  expect((await send(team, "POST", "reveal", {})).status).toBe(200);
  return team;
}

describe("a topic", () => {
  it("is parked with an owner and a date, and not without", async () => {
    const team = await revealed();
    expect((await send(team, "PUT", `topics/${FIELD}`, { state: "parked" })).status).toBe(422);
    expect((await send(team, "PUT", `topics/${FIELD}`, { state: "parked", owner: "Cy", dueOn: "2026-12-01" })).status).toBe(200);
    expect((await workshopOf(team)).topics).toMatchObject([
      { field: FIELD, state: "parked", owner: "Cy", dueOn: "2026-12-01", byName: "Ada" },
    ]);
    expect((await send(team, "PUT", `topics/${FIELD}`, { state: null })).status).toBe(200);
    expect((await workshopOf(team)).topics).toEqual([]);
  });

  it("is nobody's before the reveal", async () => {
    const team = await aTeam(client);
    expect((await send(team, "PUT", `topics/${FIELD}`, { state: "talked" })).body.code).toBe("not_revealed");
  });
});

describe("comments", () => {
  it("keep safe links only, and are their author's and the facilitator's to remove", async () => {
    const team = await revealed();
    const add = (body: object, token = team.bo) => send(team, "POST", "comments", { subject: `field:${FIELD}`, ...body }, token);
    for (const url of ["javascript:alert(1)", "https://user:pass@example.org", "data:text/html,x"])
      expect((await add({ url })).status).toBe(422);
    const added = await add({ text: "<img src=x onerror=alert(1)>", url: "https://example.org/a b" });
    expect(added.status).toBe(201);
    expect((await workshopOf(team)).comments).toMatchObject([
      { text: "<img src=x onerror=alert(1)>", url: "https://example.org/a%20b", byName: "Bo" },
    ]);
    const path = `comments/${added.body.commentId as string}`;
    expect((await send(team, "DELETE", path, undefined, team.cy)).status).toBe(404);
    expect((await send(team, "DELETE", path)).status).toBe(204);
    expect((await workshopOf(team)).comments).toEqual([]);
  });

  it("speak of a candidate once everything is revealed", async () => {
    const team = await aTeam(client);
    const body = { subject: "candidate:postgresql", text: "We run it" };
    expect((await send(team, "POST", "comments", body, team.bo)).body.code).toBe("not_revealed");
    await send(team, "POST", "reveal", {});
    expect((await send(team, "POST", "comments", body, team.bo)).status).toBe(201);
  });
});

describe("a second answer", () => {
  it("carries its cause, which its author alone gives", async () => {
    const team = await revealed();
    expect((await send(team, "PUT", "causes", { field: FIELD, cause: "learned" }, team.bo)).status).toBe(409);
    expect((await answer(team, team.bo, 2)).status).toBe(200);
    expect((await send(team, "PUT", "causes", { field: FIELD, cause: "learned" }, team.bo)).status).toBe(200);
    expect((await workshopOf(team)).causes).toMatchObject([{ field: FIELD, cause: "learned" }]);
  });
});

describe("what one person noted", () => {
  it("is acknowledged by each person for themself", async () => {
    const team = await aTeam(client);
    await send(
      team,
      "PUT",
      "answers/scale",
      { round: 1, fields: {}, othersMayNotKnow: { text: "A migration is booked", baseVersion: 0 } },
      team.bo,
    );
    const bo = ((await viewOf(team)).members as { id: string; name: string }[]).find(({ name }) => name === "Bo")?.id;
    const read = () => send(team, "PUT", "note-reads", { memberId: bo, question: "scale" }, team.cy);
    expect((await read()).body.code).toBe("not_revealed");
    await send(team, "POST", "reveal", {});
    expect((await Promise.all([read(), read()])).map(({ status }) => status)).toEqual([200, 200]);
    expect((await workshopOf(team)).noteReads).toHaveLength(1);
  });
});

describe("a recorded answer", () => {
  it("can be taken back and recorded anew", async () => {
    const team = await revealed();
    const record = () => send(team, "PUT", `positions/${FIELD}`, { baseVersion: 0, value: 5, reached: "all_agreed", reason: "" });
    expect((await record()).status).toBe(200);
    expect((await send(team, "DELETE", `positions/${FIELD}`)).status).toBe(204);
    expect((await viewOf(team)).positions).toEqual([]);
    expect((await record()).status).toBe(200);
  });
});

describe("a concern of somebody who consents", () => {
  it("becomes a risk of the decision once the round is closed, word by word, once and without a name", async () => {
    const team = await revealed();
    const round = (await send(team, "POST", "consent-rounds", { subject: "decision", proposal: "Take Postgres" })).body.roundId as string;
    const choose = (choice: string, text: string, token: string) =>
      send(team, "PUT", `consent-rounds/${round}/choice`, { choice, text }, token);
    const risks = async () => (await viewOf(team)).sections as { section: string; text: string }[];
    await choose("concern", "Nobody is on call\nat night", team.bo);
    await choose("concern", "Nobody is on call at night", team.cy);
    expect(await risks()).toEqual([]);
    await send(team, "POST", `consent-rounds/${round}/closing`, {});
    await send(team, "POST", `consent-rounds/${round}/closing`, {});
    expect(await risks()).toMatchObject([{ section: "consequences_bad", text: "- Nobody is on call at night" }]);
  });
});

describe("disagreeing and committing", () => {
  it("reaches the record word by word, with what would prove it right as a reason to reconsider, and with who typed for whom", async () => {
    const team = await revealed();
    const round = (await send(team, "POST", "consent-rounds", { subject: "decision", proposal: "Take Postgres" })).body.roundId as string;
    const words = "Nobody here can restore it.\nI tried.";
    const choice = { choice: "object", text: "harm", remedy: "change" };
    await send(team, "PUT", `consent-rounds/${round}/choice`, choice, team.bo);
    const commitment = { text: words, condition: "A restore takes a day", isNamed: true };
    expect((await send(team, "PUT", `consent-rounds/${round}/commitment`, commitment, team.bo)).status).toBe(409);
    await send(team, "POST", `consent-rounds/${round}/closing`, {});
    expect((await send(team, "PUT", `consent-rounds/${round}/commitment`, commitment, team.cy)).status).toBe(409);
    expect((await send(team, "PUT", `consent-rounds/${round}/commitment`, commitment, team.bo)).status).toBe(200);

    const grace = (await send(team, "POST", "proxies", { name: "Grace" })).body.memberId as string;
    const fields = { "y3.users": { value: 5, baseVersion: 0 } };
    expect((await send(team, "PUT", `members/${grace}/answers/scale`, { round: 2, fields })).status).toBe(200);

    for (const section of ["choice", "alternatives", "why", "reconsider"])
      await send(team, "PUT", "decision", { section, text: `Our ${section}`, baseVersion: 0 });
    await send(team, "POST", "approvers", { self: true });
    expect((await send(team, "POST", "revisions", {})).status).toBe(201);
    const revision = await client.call("GET", `/worksheets/${team.id}/revisions/1`, undefined, { token: team.cy });
    const { record } = revision.body as { record: { decision: { sections: { dissent: string } }; reconsider: { text: string }[] } };
    expect(record.decision.sections.dissent).toBe("> Nobody here can restore it.\n> I tried.\n> — Bo\n>\n> A restore takes a day");
    expect(record.reconsider.map(({ text }) => text)).toEqual(["Our reconsider", "A restore takes a day"]);
    const adr = await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.cy });
    expect(adr.text).toContain("Grace answered aloud; Ada typed it.");
  });
});
