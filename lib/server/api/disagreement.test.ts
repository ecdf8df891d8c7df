import { describe, expect, it } from "vitest";
import type { Disagreement } from "@/lib/domain/impact/schema";
import { ApiClient, aTeam, op, type Reply, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

const CANARY = 73_519;
const disagreementOf = (reply: Reply) => reply.body as unknown as Disagreement;
const read = (team: Team, token: string) => client.call("GET", `/worksheets/${team.id}/disagreement`, undefined, { token });

async function answer(team: Team, token: string, answers: Record<string, Record<string, unknown>>) {
  for (const [question, values] of Object.entries(answers)) {
    const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, baseVersion: 0 }]));
    const reply = await client.call("PUT", `/worksheets/${team.id}/answers/${question}`, { opId: op(), round: 1, fields }, { token });
    expect(reply.status).toBe(200);
  }
}

async function aRevealedTeam(): Promise<Team> {
  const team = await aTeam(client);
  await answer(team, team.facilitator, { workload: { primary: "relational" }, scale: { "y3.users": 100 } });
  await answer(team, team.bo, { workload: { primary: "relational" }, scale: { "y3.users": 9_000 } });
  await answer(team, team.cy, { workload: { primary: "graph" }, scale: { "y3.users": CANARY } });
  expect((await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator })).status).toBe(200);
  return team;
}

describe("the disagreement of a worksheet", () => {
  it.each(["facilitator", "bo", "observer"] as const)("is closed to %s before the reveal", async (who) => {
    const team = await aTeam(client);
    await answer(team, team.cy, { scale: { "y3.users": CANARY } });
    const reply = await read(team, team[who]);
    expect([reply.status, reply.body.code]).toEqual([409, "not_revealed"]);
    expect(reply.text).not.toContain(String(CANARY));
  });

  it("says to everybody, observers too, which differences change the list", async () => {
    const team = await aRevealedTeam();
    const replies = await Promise.all([team.facilitator, team.bo, team.observer].map((token) => read(team, token)));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
    const { impact, fields } = disagreementOf(replies[0] as Reply);
    expect(impact.fields.map(({ field, bucket }) => [field, bucket])).toEqual([
      ["workload.primary", "changes"],
      ["scale.y3.users", "same"],
    ]);
    expect(impact.combinations).toMatchObject({ possible: 6, distinct: 2, tried: 2, isExact: true });
    expect(fields.map(({ field, n }) => [field, n])).toEqual([
      ["scale.y3.users", 3],
      ["workload.primary", 3],
    ]);
  });

  it("follows what the team records", async () => {
    const team = await aRevealedTeam();
    await read(team, team.bo);
    const position = { opId: op(), value: "graph", reached: "consent", reason: "", baseVersion: 0 };
    const saved = await client.call("PUT", `/worksheets/${team.id}/positions/workload.primary`, position, { token: team.facilitator });
    expect(saved.status).toBe(200);
    const { impact } = disagreementOf(await read(team, team.bo));
    expect(impact.fields[0]).toMatchObject({ field: "workload.primary", isSettled: true });
    expect(impact.combinations?.stability).toBe(1);
  });

  it("is not for approvers, nor for strangers", async () => {
    const team = await aRevealedTeam();
    const approver = await client.call(
      "POST",
      `/worksheets/${team.id}/approvers`,
      { opId: op(), name: "Dee" },
      { token: team.facilitator },
    );
    expect(approver.status).toBe(201);
    const token = /#([\w-]+)/u.exec(approver.text)?.[1] ?? "";
    expect((await read(team, token)).status).toBe(403);
    const other = await aTeam(client);
    expect((await read(team, other.facilitator)).status).toBe(404);
    expect((await client.call("GET", `/worksheets/${team.id}/disagreement`)).status).toBe(401);
  });
});

describe("disagreement as a service", () => {
  const said = (field: string, ...values: unknown[]) => ({ field, answers: values.map((value, i) => ({ member: `m${i}`, value })) });
  const crowd = (field: string) => said(field, ...Array.from({ length: 200 }, (_, i) => i));
  const ask = (body: unknown) => client.call("POST", "/disagreement", body);

  it("measures the answers and orders them by what they change", async () => {
    const fields = [
      said("scale.y3.users", 50, 200, 200, 400, 5_000),
      said("workload.primary", "relational", "relational", "relational", "graph", "graph"),
    ];
    const reply = await ask({ fields });
    expect(reply.status).toBe(200);
    const { fields: measures, impact } = disagreementOf(reply);
    expect(measures[0]).toMatchObject({
      spread: 0.430103,
      ratio: 100,
      label: { id: "differences.labels.timesApart" },
      proposal: { value: 200 },
    });
    expect(impact.fields.map(({ field }) => field)).toEqual(["workload.primary", "scale.y3.users"]);
    expect((await ask({ fields })).text).toBe(reply.text);
  });

  it("measures a name of one's own by its type", async () => {
    const reply = await ask({ fields: [{ ...said("mood", "low", "high", "high"), type: "ordinal", levels: ["low", "middle", "high"] }] });
    expect(disagreementOf(reply).fields[0]).toMatchObject({ field: "mood", n: 3, agreed: false });
    expect(disagreementOf(reply).impact.fields).toEqual([]);
  });

  it.each([
    ["a name without a type", { fields: [said("mood", "low")] }, "fields.0.field"],
    ["a member twice", { fields: [{ field: "scale.regions", answers: [{ member: "a" }, { member: "a" }] }] }, "fields.0.answers"],
    ["a field twice", { fields: [said("scale.regions", "single"), said("scale.regions", "single")] }, "fields"],
    [
      "an unknown basis",
      { fields: [{ field: "scale.regions", answers: [{ member: "a", basis: "hearsay" }] }] },
      "fields.0.answers.0.basis",
    ],
    [
      "more answers than one request may hold",
      { fields: Array.from({ length: 11 }, (_, i) => ({ ...crowd(`mood ${i}`), type: "number" })) },
      "fields",
    ],
    ["impossible answers", { fields: [], answers: { scale: { y3: { users: -1 } } } }, "answers.scale.y3.users"],
  ])("refuses %s and names it", async (_, body, path) => {
    const reply = await ask(body);
    expect(reply.status).toBe(422);
    expect((reply.body.errors as { path: string }[]).map((error) => error.path)).toContain(path);
  });

  it("takes nothing at all", async () => {
    expect(disagreementOf(await ask({ fields: [] })).impact).toMatchObject({ fields: [], combinations: null });
  });
});
