import { describe, expect, it, vi } from "vitest";
import { hearHere } from "../live/announce";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

type Member = { id: string; name: string; role: string };
const viewOf = async (team: Team, token: string) => (await client.call("GET", `/worksheets/${team.id}`, undefined, { token })).body;
const workshopOf = async (team: Team, token: string) =>
  (await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token })).body;
const memberOf = async (team: Team, name: string): Promise<Member> => {
  const members = (await viewOf(team, team.facilitator)).members as Member[];
  return members.find((member) => member.name === name) ?? { id: "", name, role: "" };
};
const put = (team: Team, path: string, body: object, token = team.facilitator) =>
  client.call("PUT", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
const post = (team: Team, path: string, body: object, token = team.facilitator) =>
  client.call("POST", `/worksheets/${team.id}/${path}`, path === "nudges" ? body : { opId: op(), ...body }, { token });
const away = (id: string, seconds: number) =>
  database.admin().query(`UPDATE member SET last_seen_at = now() - make_interval(secs => $2) WHERE id = $1`, [id, seconds]);

describe("the plan of a session", () => {
  it("is the facilitator's to choose and everybody's to read", async () => {
    const team = await aTeam(client);
    for (const agenda of ["30", "60", "async", "45"]) {
      expect((await put(team, "workshop", { agenda }, team.bo)).status).toBe(403);
      expect((await put(team, "workshop", { agenda })).status).toBe(200);
      expect(await workshopOf(team, team.observer)).toMatchObject({ agenda });
    }
    expect((await put(team, "workshop", { agenda: "90" })).status).toBe(422);
  });

  it("may collect answers until a time, which locks nothing and reveals nothing", async () => {
    const team = await aTeam(client);
    const closesAt = "2020-01-01T10:00:00.000Z";
    expect((await put(team, "workshop", { agenda: "async", closesAt })).status).toBe(200);
    expect(await workshopOf(team, team.bo)).toMatchObject({ agenda: "async", closesAt });
    const late = { round: 1, fields: { team_size: { value: 4, baseVersion: 0 } } };
    expect((await put(team, "answers/ops", late, team.bo)).status).toBe(200);
    expect(await viewOf(team, team.bo)).toMatchObject({ isRevealed: false });
    expect((await put(team, "workshop", { closesAt: null })).status).toBe(200);
    expect(await workshopOf(team, team.bo)).toMatchObject({ closesAt: null });
  });
});

describe("the shared timer", () => {
  it("is the facilitator's to pause and let go on, and cannot be paused where none runs", async () => {
    const team = await aTeam(client);
    const left = async () => ((await workshopOf(team, team.bo)).timer as { pausedS: number | null } | null)?.pausedS;
    expect((await put(team, "timer", { action: "pause" })).status).toBe(409);
    await put(team, "timer", { action: "start", seconds: 300 });
    expect((await put(team, "timer", { action: "pause" }, team.bo)).status).toBe(403);
    expect((await put(team, "timer", { action: "pause" })).status).toBe(200);
    expect(await left()).toBeGreaterThan(290);
    await put(team, "timer", { action: "resume" });
    expect(await left()).toBeNull();
    await put(team, "timer", { action: "stop" });
    expect(await left()).toBeUndefined();
  });
});

describe("ticks", () => {
  it("of silent reading are not those of the talk that follows on the same screen", async () => {
    const team = await aTeam(client);
    const screen = "differences";
    const ready = async () => (await workshopOf(team, team.bo)).ready as string[];
    await put(team, "pointer", { screen, topic: "reading" });
    await put(team, "stage-ready", { screen, ready: true }, team.bo);
    await put(team, "pointer", { screen, topic: "reading" });
    expect(await ready()).toHaveLength(1);
    await put(team, "pointer", { screen, topic: "scale.regions" });
    expect(await ready()).toEqual([]);
    await put(team, "stage-ready", { screen, ready: true }, team.bo);
    await put(team, "pointer", { screen });
    expect(await ready()).toHaveLength(1);
  });
});

describe("roles", () => {
  it("make a deputy, hand the lead over, and keep an account of both in the audit trail", async () => {
    const team = await aTeam(client);
    const bo = await memberOf(team, "Bo");
    expect((await put(team, `members/${bo.id}/role`, { change: "deputise" })).status).toBe(200);
    expect((await put(team, "pointer", { screen: "scale" }, team.bo)).status).toBe(200);
    expect((await workshopOf(team, team.cy)).lead).toMatchObject({ name: "Ada" });
    expect((await put(team, `members/${bo.id}/role`, { change: "hand_over" })).status).toBe(200);
    const view = await workshopOf(team, team.cy);
    expect(view.lead).toMatchObject({ name: "Bo" });
    expect((view.roleChanges as { kind: string }[]).map(({ kind }) => kind)).toEqual(["handed_over", "deputised"]);
    expect((await put(team, `members/${bo.id}/role`, { change: "undeputise" })).status).toBe(409);
    const events = await database
      .admin()
      .query(`SELECT payload FROM audit_event WHERE chain = $1 AND payload LIKE '%"type":"role_%'`, [team.id]);
    expect(events.rows).toHaveLength(2);
  });

  it("let a member take over once the lead has been away for 60 seconds by the server's clock", async () => {
    const team = await aTeam(client);
    const ada = await memberOf(team, "Ada");
    await away(ada.id, 50);
    expect((await workshopOf(team, team.bo)).mayTakeOver).toBe(false);
    expect((await post(team, "take-over", {}, team.bo)).status).toBe(409);
    await away(ada.id, 70);
    expect((await workshopOf(team, team.bo)).mayTakeOver).toBe(true);
    expect((await post(team, "take-over", {}, team.observer)).status).toBe(403);
    const both = await Promise.all([post(team, "take-over", {}, team.bo), post(team, "take-over", {}, team.cy)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // The one who was away comes back with the same token and may facilitate again.
    expect((await viewOf(team, team.facilitator)).you).toMatchObject({ role: "facilitator" });
  });

  it("let the facilitator lock that", async () => {
    const team = await aTeam(client);
    expect((await put(team, "workshop", { isTakeOverLocked: true })).status).toBe(200);
    await away((await memberOf(team, "Ada")).id, 600);
    expect((await post(team, "take-over", {}, team.bo)).status).toBe(409);
  });
});

describe("asking whether somebody is ready", () => {
  const rested = (id: string, seconds: number) =>
    database.admin().query(`UPDATE member SET nudged_at = now() - make_interval(secs => $2) WHERE id = $1`, [id, seconds]);

  it("is told to them alone, once a minute, and leaves no trace in what all can count", async () => {
    const team = await aTeam(client);
    const [ada, bo, cy] = [await memberOf(team, "Ada"), await memberOf(team, "Bo"), await memberOf(team, "Cy")];
    const heard: { who: string | undefined; changed: string[] }[] = [];
    hearHere(({ worksheetId, onlyMember, changed }) => {
      if (worksheetId === team.id) heard.push({ who: onlyMember, changed });
    });
    const { seq } = await viewOf(team, team.cy);
    const asked = await post(team, "nudges", { members: [bo.id] });
    expect([asked.status, asked.body]).toEqual([200, { asked: [bo.id], tooSoon: [] }]);
    await vi.waitFor(() => expect(heard).toEqual([{ who: bo.id, changed: ["workshop"] }]));
    expect(await workshopOf(team, team.bo)).toMatchObject({ nudge: { byName: "Ada" } });
    for (const token of [team.cy, team.observer, team.facilitator]) expect(await workshopOf(team, token)).toMatchObject({ nudge: null });
    expect((await viewOf(team, team.cy)).seq).toBe(seq);

    // Asked at the same moment by two, or again within the minute, they hear it once.
    const again = await post(team, "nudges", { members: [bo.id] });
    expect([again.status, again.body.code, again.headers.get("retry-after")]).toEqual([429, "too_many_requests", "60"]);
    expect((await post(team, "nudges", {})).body).toEqual({ asked: [cy.id], tooSoon: [bo.id] });
    await rested(bo.id, 61);
    const both = await Promise.all([post(team, "nudges", { members: [bo.id] }), post(team, "nudges", { members: [bo.id] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    // Nobody asks themselves.
    expect((await post(team, "nudges", { members: [ada.id] })).body).toEqual({ asked: [], tooSoon: [] });
  });

  it("ends with their tick, and finds nobody once all is revealed", async () => {
    const team = await aTeam(client);
    const bo = await memberOf(team, "Bo");
    await post(team, "nudges", { members: [bo.id] });
    for (const question of ["workload", "consistency", "scale", "ops", "cost"])
      await put(team, "ready", { question, ready: true }, team.bo);
    expect(await workshopOf(team, team.bo)).toMatchObject({ nudge: null });
    await post(team, "reveal", {});
    expect((await post(team, "nudges", {})).body).toEqual({ asked: [], tooSoon: [] });
    expect((await post(team, "nudges", { members: [team.id] })).status).toBe(404);
  });

  it("is suggested to facilitators alone once answering has come to rest", async () => {
    const team = await aTeam(client);
    await put(team, "ready", { question: "scale", ready: true }, team.bo);
    expect(await workshopOf(team, team.facilitator)).toMatchObject({ isStill: false });
    await database.admin().query("UPDATE member SET created_at = now() - interval '121 seconds' WHERE worksheet_id = $1", [team.id]);
    expect(await workshopOf(team, team.facilitator)).toMatchObject({ isStill: true });
    for (const token of [team.bo, team.observer]) expect(await workshopOf(team, token)).toMatchObject({ isStill: false });
  });
});

describe("names", () => {
  it("that are taken are refused, unless somebody says that they are another", async () => {
    const team = await aTeam(client);
    const join = (body: object) => client.call("POST", `/worksheets/${team.id}/members`, body, { token: team.memberLink });
    const refused = await join({ name: " bo " });
    expect([refused.status, refused.body.code]).toEqual([409, "name_taken"]);
    expect((await join({ name: "Bo", another: true })).status).toBe(201);
    expect((await memberOf(team, "Bo 2")).role).toBe("member");
  });

  it("may hold 80 emoji and no more", async () => {
    const team = await aTeam(client);
    const join = (name: string) => client.call("POST", `/worksheets/${team.id}/members`, { name }, { token: team.memberLink });
    expect((await join("👩‍🔧".repeat(200))).status).toBe(422);
    expect((await join("👩‍🔧".repeat(80))).status).toBe(201);
  });

  it("are one's own to change, and the facilitator's", async () => {
    const team = await aTeam(client);
    const [bo, cy] = [await memberOf(team, "Bo"), await memberOf(team, "Cy")];
    expect((await put(team, `members/${bo.id}/name`, { name: "Bob" }, team.bo)).status).toBe(200);
    expect((await put(team, `members/${cy.id}/name`, { name: "Mallory" }, team.bo)).status).toBe(403);
    expect((await put(team, `members/${cy.id}/name`, { name: "bob" })).status).toBe(409);
  });
});

describe("taking a person off", () => {
  it("ends their links at once, and keeps or deletes what they said", async () => {
    const team = await aTeam(client);
    const answer = (token: string) =>
      put(team, "answers/scale", { round: 1, fields: { "y3.users": { value: 731_002, baseVersion: 0 } } }, token);
    await answer(team.bo);
    await answer(team.cy);
    const [bo, cy] = [await memberOf(team, "Bo"), await memberOf(team, "Cy")];
    expect((await post(team, `members/${bo.id}/removal`, { answers: "keep" })).status).toBe(200);
    expect((await post(team, `members/${cy.id}/removal`, { answers: "delete" })).status).toBe(200);
    expect((await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.bo })).status).toBe(401);
    await post(team, "reveal", {});
    const answers = (await viewOf(team, team.facilitator)).answers as { memberId: string }[];
    expect(answers.map(({ memberId }) => memberId)).toEqual([bo.id]);
  });

  it("never leaves a worksheet without a lead", async () => {
    const team = await aTeam(client);
    const ada = await memberOf(team, "Ada");
    expect((await post(team, `members/${ada.id}/removal`, { answers: "keep" })).status).toBe(409);
  });
});
