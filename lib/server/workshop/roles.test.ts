import { describe, expect, it } from "vitest";
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
  client.call("POST", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
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
