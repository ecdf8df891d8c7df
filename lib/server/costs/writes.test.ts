import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

const PRICE = "aws.rds.postgres.r6g.large.multi";
const CHANGE = { value: "0.31", asOf: "2026-11-20", reason: "Our private offer" };

async function aRevealedTeam(): Promise<Team> {
  const team = await aTeam(client);
  const answers: Record<string, Record<string, unknown>> = {
    workload: { primary: "relational", joins_needed: "yes" },
    ops: { hosting: "managed_only" },
    scale: { "now.reads_s": 800, "now.writes_s": 200, "now.data_gb": 100, "y3.reads_s": 4_000, "y3.writes_s": 900 },
  };
  for (const [question, values] of Object.entries(answers)) {
    const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, baseVersion: 0 }]));
    const reply = await client.call(
      "PUT",
      `/worksheets/${team.id}/answers/${question}`,
      { opId: op(), round: 1, fields },
      { token: team.bo },
    );
    expect(reply.status, reply.text).toBe(200);
  }
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  return team;
}

type Change = { value: unknown; asOf?: string; reason?: string; currency?: string; baseVersion?: number; opId?: string };
const setPrice = (team: Team, change: Change, { token = team.bo, priceId = PRICE } = {}) =>
  client.call("PUT", `/worksheets/${team.id}/prices/${priceId}`, { opId: op(), baseVersion: 0, ...change }, { token });
const setSetting = (team: Team, key: string, value: unknown, { token = team.bo, baseVersion = 0 } = {}) =>
  client.call("PUT", `/worksheets/${team.id}/cost-settings/${key}`, { opId: op(), baseVersion, value }, { token });

type Costs = {
  request: { prices: unknown[]; workload: Record<string, number>; designs: { id: string }[] };
  reply: { designs: { id: string; monthly: { total: string }[] }[]; prices: { priceId: string; usd: string; confidence: string }[] };
  names: Record<string, string>;
  assumptions: { id: string }[];
  overrides: { priceId: string; usd: string | null; by: string; reason: string; version: number }[];
  settings: { key: string; value: unknown; version: number }[];
};
const costsOf = async (team: Team) =>
  (await client.call("GET", `/worksheets/${team.id}/costs`, undefined, { token: team.observer })).body as unknown as Costs;

/** A revision with all sections written and one approver. */
async function freeze(team: Team): Promise<void> {
  for (const section of ["choice", "alternatives", "why", "reconsider"]) {
    await client.call(
      "PUT",
      `/worksheets/${team.id}/decision`,
      { opId: op(), section, text: "We will use PostgreSQL.", baseVersion: 0 },
      { token: team.bo },
    );
  }
  await client.call("POST", `/worksheets/${team.id}/approvers`, { opId: op(), name: "Dee" }, { token: team.facilitator });
  const frozen = await client.call("POST", `/worksheets/${team.id}/revisions`, { opId: op() }, { token: team.facilitator });
  expect(frozen.status, frozen.text).toBe(201);
}

describe("a price that the team changes", () => {
  it("stands in everybody's costs, CSV and list of prices under the name of who changed it, until it is taken back", async () => {
    const team = await aRevealedTeam();
    const before = await costsOf(team);
    const priceId = before.reply.prices[0]?.priceId ?? "";
    const saved = await setPrice(team, CHANGE, { priceId });
    expect(saved.body).toMatchObject({ priceId, usd: "0.31", by: "Bo", version: 1, reason: "Our private offer" });
    const after = await costsOf(team);
    expect(after.overrides).toHaveLength(1);
    expect(after.reply.prices.find((price) => price.priceId === priceId)).toMatchObject({ usd: "0.31", confidence: "own" });
    const csv = await client.call("GET", `/worksheets/${team.id}/costs.csv`, undefined, { token: team.cy });
    expect(csv.text).toContain(",own,");
    expect(csv.text).toContain(",Bo,Our private offer");

    const back = await setPrice(team, { value: null, baseVersion: 1 }, { token: team.facilitator, priceId });
    expect([back.status, back.body.version]).toEqual([200, 2]);
    expect((await costsOf(team)).reply).toEqual(before.reply);
  });

  it("is refused with the value that stands when somebody was faster, and once only for a repeated operation", async () => {
    const team = await aRevealedTeam();
    const opId = op();
    const first = await setPrice(team, { ...CHANGE, opId });
    expect((await setPrice(team, { ...CHANGE, opId })).body).toEqual(first.body);
    const late = await setPrice(team, { ...CHANGE, value: "0.4" }, { token: team.cy });
    expect([late.status, late.body.code, (late.body.current as { usd: string }).usd]).toEqual([412, "stale_version", "0.31"]);
    const both = await Promise.all(
      [team.bo, team.cy].map((token) => setPrice(team, { ...CHANGE, value: "0.5", baseVersion: 1 }, { token })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each([
    ["negative", { ...CHANGE, value: "-1" }, "value"],
    ["not a number", { ...CHANGE, value: "NaN" }, "value"],
    ["a number where exact text belongs", { ...CHANGE, value: 0.1 }, "value"],
    ["endless", { ...CHANGE, value: "1e999" }, "value"],
    ["huge", { ...CHANGE, value: "9".repeat(20) }, "value"],
    ["in another currency", { ...CHANGE, currency: "EUR" }, "currency"],
    ["without a date", { value: "0.31", reason: "Our offer" }, "asOf"],
    ["with a date that is none", { ...CHANGE, asOf: "last spring" }, "asOf"],
    ["of a day that has not come", { ...CHANGE, asOf: "2126-11-20" }, "asOf"],
    ["without a reason", { ...CHANGE, reason: "  " }, "reason"],
  ])("is refused at its field when it is %s", async (_what, change, path) => {
    const team = await aRevealedTeam();
    const { status, body } = await setPrice(team, change);
    expect([status, (body.errors as { path: string }[])[0]?.path]).toEqual([422, path]);
    expect((await costsOf(team)).overrides).toEqual([]);
  });

  it("is not for observers, not for prices we do not have, and not before the reveal", async () => {
    const team = await aRevealedTeam();
    expect((await setPrice(team, CHANGE, { token: team.observer })).status).toBe(403);
    expect((await setPrice(team, CHANGE, { priceId: "aws.no.such" })).status).toBe(404);
    const early = await aTeam(client);
    expect((await setPrice(early, CHANGE)).body.code).toBe("not_revealed");
    expect((await setSetting(early, "freeTiers", true)).body.code).toBe("not_revealed");
  });

  it("is named with author and reason in the frozen record and its Markdown, and read-only from then on", async () => {
    const team = await aRevealedTeam();
    await setPrice(team, CHANGE);
    await freeze(team);
    const markdown = await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.bo });
    expect(markdown.text).toContain("$0.31 instead of the book’s $0.45");
    expect(markdown.text).toMatch(/set by Bo: Our private offer/u);
    const record = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.bo });
    const { costs } = (record.body as { record: { costs: { overrides: unknown[] } } }).record;
    expect(costs.overrides).toEqual([
      { priceId: PRICE, bookUsd: "0.45", usd: "0.31", asOf: "2026-11-20", reason: "Our private offer", by: "p2" },
    ]);
    expect((await setPrice(team, { ...CHANGE, baseVersion: 1 })).body.code).toBe("frozen");
    expect((await setSetting(team, "freeTiers", true)).body.code).toBe("frozen");
  });
});

describe("what the team sets for its costs", () => {
  it("replaces our assumption, which is then no longer listed as one", async () => {
    const team = await aRevealedTeam();
    expect((await costsOf(team)).assumptions.map(({ id }) => id)).toContain("itemReadKb");
    expect((await setSetting(team, "workload.itemReadKb", 4)).status).toBe(200);
    const costs = await costsOf(team);
    expect(costs.request.workload.itemReadKb).toBe(4);
    expect(costs.assumptions.map(({ id }) => id)).not.toContain("itemReadKb");
    await setSetting(team, "workload.itemReadKb", null, { baseVersion: 1 });
    expect((await costsOf(team)).request.workload.itemReadKb).toBe(1);
  });

  it("compares any design in slot D, a design of its own, and the bill of today", async () => {
    const team = await aRevealedTeam();
    await setSetting(team, "slot.D", "dynamodb-on-demand");
    await setSetting(team, "today", { name: "Our old Oracle", usdPerMonth: "900", carriesTimes: 3 });
    await setSetting(team, "custom.1", {
      kind: "nodes",
      name: "Two boxes",
      usdPerNodeMonth: "290",
      peakRequestsPerNodeSecond: 1_300,
      minNodes: 1,
    });
    const { names, reply } = await costsOf(team);
    expect(names).toMatchObject({ D: "DynamoDB on demand", T: "Our old Oracle", X1: "Two boxes" });
    const totals = (id: string) => reply.designs.find((design) => design.id === id)?.monthly.map(({ total }) => total && Number(total));
    expect(totals("T")).toEqual([900, null, null]);
    expect(totals("X1")?.map((total) => total && Math.round(total))).toEqual([290, 2_900, 29_000]);
  });

  it("puts another hosting into a finalist's slot in exchange for the one that stood there", async () => {
    const team = await aRevealedTeam();
    const before = await costsOf(team);
    const other = before.names.A2;
    const { request } = before as unknown as { request: { designs: { id: string; design: string }[] } };
    await setSetting(team, "slot.A", request.designs.find(({ id }) => id === "A2")?.design);
    const { names } = await costsOf(team);
    expect([names.A, names.A2]).toEqual([other, before.names.A]);
  });

  it.each([
    ["workload.readShare", 1.2],
    ["workload.requestsPerDay", -1],
    ["workload.itemReadKb", 0],
    ["workload.peakToAverage", 0.5],
    ["workload.storedGb", 1e300],
    ["slot.D", "no-such-design"],
    ["horizonMonths", 13],
    ["today", { name: "Ours", usdPerMonth: "-3", carriesTimes: 1 }],
  ])("refuses %s of %j at the field, and nothing is lost", async (key, value) => {
    const team = await aRevealedTeam();
    const { status, body } = await setSetting(team, key, value);
    expect([status, (body.errors as { path: string }[])[0]?.path.split(".")[0]]).toEqual([422, "value"]);
    expect((await costsOf(team)).settings).toEqual([]);
  });

  it("counts free tier and commitment of one design in its total, its lines, the CSV and the decision", async () => {
    const team = await aRevealedTeam();
    await setSetting(team, "slot.D", "dynamodb-provisioned");
    await setSetting(team, "design.D.freeTier", true);
    expect((await setSetting(team, "design.A.commitment", { discountShare: 0.3, termMonths: 12 })).status).toBe(200);
    const { status, body } = await setSetting(team, "design.A.commitment", { discountShare: 1.3, termMonths: 12 }, { baseVersion: 1 });
    expect([status, (body.errors as { path: string }[])[0]?.path]).toEqual([422, "value.discountShare"]);
    const csv = (await client.call("GET", `/worksheets/${team.id}/costs.csv`, undefined, { token: team.cy })).text.split("\r\n");
    expect(csv.find((row) => row.startsWith("A,") && row.includes(",total,"))).toMatch(/,30% off for 12 months$/u);
    expect(csv.find((row) => row.startsWith("D,") && row.includes(",total,"))).toMatch(/,free tier$/u);
    expect(csv.some((row) => row.startsWith("A,") && row.includes(",commitment_discount,-"))).toBe(true);
    await freeze(team);
    const markdown = (await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.bo })).text;
    expect(markdown).toContain("30% off the hours that run today, committed for 12 months.");
    expect(markdown).toMatch(/D · DynamoDB provisioned.*: counts the free tier of the account\./u);
    expect(markdown).toMatch(/, after [\d,.]+ free/u);
  });

  it("knows no other settings", async () => {
    const team = await aRevealedTeam();
    expect((await setSetting(team, "workload.__proto__", 1)).status).toBe(404);
    expect((await setSetting(team, "toString", 1)).status).toBe(404);
  });
});
