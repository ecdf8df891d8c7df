import { describe, expect, it } from "vitest";
import { costReplySchema } from "@/lib/domain/costs/schema";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { COST_EXAMPLES, COST_REPLY_EXAMPLES } from "./cost-examples";

freshDatabase();
const client = new ApiClient();
const { value: request } = COST_EXAMPLES.listed;
const { value: inline } = COST_EXAMPLES.inline;
const { value: least } = COST_EXAMPLES.least;

async function refusals(body: object): Promise<(string | undefined)[][]> {
  const reply = await client.call("POST", "/costs", body as Record<string, unknown>);
  expect(reply.status).toBe(422);
  return (reply.body.errors as { path: string; message: string }[]).map(({ path, message }) => [path, message]);
}

describe("POST /costs", () => {
  it.each(Object.entries(COST_EXAMPLES))("answers the worked example %s in the shape it documents", async (_, { value }) => {
    const { status, body } = await client.call("POST", "/costs", value as Record<string, unknown>);
    expect(status).toBe(200);
    expect(costReplySchema.safeParse(body).error).toBeUndefined();
  });

  it("documents the examples, and the documented reply is the real one", async () => {
    const { body } = await client.call("POST", "/costs", inline as Record<string, unknown>);
    expect(body).toEqual(JSON.parse(JSON.stringify(COST_REPLY_EXAMPLES.inline.value)));
    expect((body.crossovers as { x: number }[]).map(({ x }) => x)).toEqual([276.19047619, 400, 552.380952381, 800, 828.571428571]);
    const document = (await client.call("GET", "/openapi.json")).text;
    for (const { summary } of Object.values(COST_EXAMPLES)) expect(document).toContain(summary);
  });

  it("does all of it in one call", async () => {
    const { body } = await client.call("POST", "/costs", COST_EXAMPLES.everything.value as Record<string, unknown>);
    const reply = costReplySchema.parse(body);
    expect(reply.uncertainty?.points[0]?.designs.map(({ cheapestShare }) => cheapestShare).reduce((a, b) => a + b)).toBeCloseTo(1, 6);
    expect(reply.overTime?.paths[0]?.months).toHaveLength(37);
    expect(reply.tco?.designs.map(({ components }) => components.length)).toEqual([5, 5]);
    expect(reply.regret?.choice).toBe("B");
    const lines = reply.designs.flatMap(({ monthly }) => monthly[0]?.lines ?? []);
    expect(lines.find(({ meter }) => meter === "commitment_discount")?.amount).toMatch(/^-/u);
    expect(lines.find(({ priceId }) => priceId === "aws.dynamodb.od.wru")).toMatchObject({
      unitPrice: "0.55",
      confidence: "own",
      marks: ["own"],
    });
  });

  it("lists every default that it took, and only those, as assumptions", async () => {
    const assumptionsOf = async (sent: object) =>
      (await client.call("POST", "/costs", sent as Record<string, unknown>)).body.assumptions as {
        path: string;
        value: unknown;
        source: string;
      }[];
    const least = await assumptionsOf(COST_EXAMPLES.least.value);
    expect(least).toContainEqual(expect.objectContaining({ path: "workload.utilisation", value: 0.6, source: "assumed" }));
    expect(least).toContainEqual(expect.objectContaining({ path: "workload.connections", value: null, source: "unknown" }));
    expect(least).toContainEqual(expect.objectContaining({ path: "scenarios", value: [1, 10, 100] }));
    const said = Object.keys(COST_EXAMPLES.least.value.workload).map((key) => `workload.${key}`);
    expect(least.filter(({ path }) => said.includes(path))).toEqual([]);
    expect((await assumptionsOf(COST_EXAMPLES.profiled.value)).map(({ path }) => path)).not.toContain("freeTiers");
  });

  it("asks for what it cannot assume, by name", async () => {
    const missing = await refusals({ workload: {}, designs: least.designs });
    expect(missing.map(([path]) => path)).toEqual(
      ["requestsPerDay", "peakToAverage", "readShare", "storedGb"].map((key) => `workload.${key}`),
    );
  });

  it("shows a free tier and a commitment on the lines of the design that they are counted for", async () => {
    const { body } = await client.call("POST", "/costs", COST_EXAMPLES.profiled.value as Record<string, unknown>);
    const [a, b] = costReplySchema.parse(body).designs;
    expect([a?.terms, b?.terms]).toEqual([
      { freeTier: false, commitment: null },
      { freeTier: true, commitment: { discountShare: 0.2, termMonths: 12 } },
    ]);
    const lines = b?.monthly[0]?.lines ?? [];
    expect(lines.filter(({ freeQuantity }) => freeQuantity !== null).map(({ meter }) => meter)).toEqual([
      "provisioned_writes",
      "provisioned_reads",
      "storage",
    ]);
    expect(lines.find(({ meter }) => meter === "commitment_discount")?.amount).toMatch(/^-/u);
    expect(a?.monthly[0]?.lines.every(({ freeQuantity }) => freeQuantity === null)).toBe(true);
  });

  it("carries today's bill up to today and not beyond", async () => {
    const { body } = await client.call("POST", "/costs", request as Record<string, unknown>);
    const today = costReplySchema.parse(body).designs.find(({ id }) => id === "T");
    expect(today?.monthly.map(({ feasible }) => feasible)).toEqual([true, false, false]);
  });
});

describe("bad input to POST /costs", () => {
  const load = (over: object) => refusals({ ...request, workload: { ...request.workload, ...over } });
  const priced = (price: object) => refusals({ ...inline, designs: [{ ...inline.designs[0], price }, inline.designs[1]] });

  it("is named at its field: negative, huge, no number, a share of 1.2, a peak below the average", async () => {
    expect((await load({ requestsPerDay: -1 }))[0]?.[0]).toBe("workload.requestsPerDay");
    expect((await load({ requestsPerDay: 1e16 }))[0]?.[0]).toBe("workload.requestsPerDay");
    expect((await load({ requestsPerDay: "NaN" }))[0]?.[0]).toBe("workload.requestsPerDay");
    expect((await load({ requestsPerDay: null }))[0]?.[0]).toBe("workload.requestsPerDay");
    expect(await load({ readShare: 1.2 })).toEqual([["workload.readShare", "A share lies between 0 and 1; write 0.8 for 80%."]]);
    expect(await load({ peakToAverage: 0.5 })).toEqual([["workload.peakToAverage", "The peak is at least the average: 1 or more."]]);
    expect((await load({ itemReadKb: 0 }))[0]).toEqual(["workload.itemReadKb", "An item has a size above 0 KB."]);
  });

  it("is said in words of what was expected", async () => {
    expect((await load({ requestsPerDay: -1 }))[0]?.[1]).toBe("This must be at least 0.");
    expect((await load({ requestsPerDay: 1e16 }))[0]?.[1]).toBe("This must be at most 1,000,000,000,000,000.");
    expect((await load({ requestsPerDay: "many" }))[0]?.[1]).toBe("This must be a number.");
    expect(await refusals({ workload: request.workload })).toEqual([["designs", "This is missing: a list."]]);
    expect(await refusals({ ...request, designs: [] })).toEqual([["designs", "This must have at least 1 entry."]]);
  });

  it("says where a body stops being JSON, and that NaN is none", async () => {
    const sent = async (raw: string) => (await client.call("POST", "/costs", undefined, { raw })).body;
    const text = JSON.stringify(request, null, 1);
    expect(await sent(text.replace(/"requestsPerDay": \d+/u, '"requestsPerDay": NaN'))).toMatchObject({
      code: "malformed",
      title: expect.stringMatching(/^The body is no JSON: it has no NaN \(line 3, column \d+\)\.$/u),
    });
    expect((await sent('{\n "workload": {},,}')).title).toBe("The body is no JSON from line 2, column 17 on.");
    expect((await sent("")).title).toBe("The request has no body. Send JSON.");
  });

  it("says so of megabytes too, however many quotes they have", async () => {
    const sent = async (raw: string) => (await client.call("POST", "/worksheets/import", undefined, { raw })).body;
    const quotes = '\\"'.repeat(2_000_000);
    expect(await sent(`{\n"a": "${quotes}", NaN}`)).toMatchObject({
      code: "malformed",
      title: expect.stringContaining("it has no NaN (line 2,"),
    });
    expect(await sent(`{"a": "NaN ${quotes}`)).toMatchObject({ code: "malformed", title: expect.stringContaining("from line 1, column") });
  });

  it("refuses a design that we do not list and a price that nobody has, instead of pricing them as nothing", async () => {
    const unknown = "The price book has no such price. Give one of your own as usd with asOf, or usd: null where nobody knows it.";
    expect(await refusals({ ...request, designs: [{ id: "A", shape: "listed", design: "rds" }] })).toEqual([
      ["designs.0.design", "We list no such design."],
    ]);
    expect((await priced({ priceId: "aws.nothing" })).map(([, message]) => message)).toEqual([unknown]);
    const override = { unitPrice: "1", reason: "ours", by: "Ana", asOf: "2026-11" };
    expect(await refusals({ ...request, overrides: { "aws.nothing": override, "mongodb.atlas.extra_storage": override } })).toEqual([
      ["overrides.aws.nothing", unknown],
    ]);
  });

  it("is told when a day's shape cannot have such a peak", async () => {
    expect((await load({ profile: { day: "sine" }, peakToAverage: 4 }))[0]?.[0]).toBe("workload.profile.day");
    expect((await load({ profile: { day: "flat" } }))[0]?.[0]).toBe("workload.profile.day");
    expect((await load({ profile: { day: "block", busyHours: 20 } }))[0]?.[0]).toBe("workload.profile.busyHours");
    expect((await load({ profile: { weekendShare: 0 }, peakToAverage: 1.1 }))[0]?.[0]).toBe("workload.profile.weekendShare");
  });

  it("finds a minimum above its maximum and low above high", async () => {
    const units = {
      id: "X",
      shape: "provisioned_units",
      meters: [{ meter: "provisioned_reads", price: { priceId: "x" }, minUnits: 9, maxUnits: 4 }],
    };
    expect(await refusals({ ...request, designs: [units] })).toEqual([
      ["designs.0.meters.0.minUnits", "The minimum is above the maximum."],
    ]);
    const capacity = {
      id: "X",
      shape: "capacity_priced",
      price: { priceId: "aws.aurora.sv2.acu.std" },
      vcpuPerUnit: 0.25,
      ramGibPerUnit: 2,
    };
    expect(await refusals({ ...request, designs: [{ ...capacity, step: 0.5, min: 10, max: 1 }] })).toEqual([
      ["designs.0.min", "The minimum is above the maximum."],
    ]);
    expect(await refusals({ ...request, bands: [{ id: "y1", low: 5, typical: 3, high: 9 }] })).toEqual([
      ["bands.0.low", "Low is above typical."],
    ]);
  });

  it("wants prices in US dollars and with a date", async () => {
    const text = JSON.stringify(await priced({ usd: "290", asOf: "2026-11", currency: "EUR" }));
    expect(text).toContain("Prices are compared in US dollars; convert this one first.");
    expect(JSON.stringify(await priced({ usd: "290" }))).toContain("Say when you read this price");
    expect(JSON.stringify(await priced({ usd: "-3", asOf: "2026-11" }))).toContain("Write the price as a decimal number");
    const override = { "aws.egress": { unitPrice: "0.05", reason: "", by: "Ana", asOf: "yesterday" } };
    expect((await refusals({ ...request, overrides: override })).map(([path]) => path)).toEqual([
      "overrides.aws.egress.reason",
      "overrides.aws.egress.asOf",
    ]);
  });

  it("refuses tiers that are empty, run in a circle or never end", async () => {
    const tiers = async (table: object[]) => JSON.stringify(await priced({ usd: "1", asOf: "2026-11", tiers: table }));
    expect(await tiers([])).toContain("A tier table needs at least one tier.");
    expect(
      await tiers([
        { upTo: 10, usd: "1" },
        { upTo: 5, usd: "2" },
        { upTo: null, usd: "3" },
      ]),
    ).toContain("this table runs in a circle");
    expect(await tiers([{ upTo: 10, usd: "1" }])).toContain("The last tier must be open");
    expect(
      await tiers([
        { upTo: null, usd: "1" },
        { upTo: 5, usd: "2" },
      ]),
    ).toContain("would never apply");
  });

  it("prices no load and a load that no class can serve, the one at its storage, the other as infeasible", async () => {
    const at = async (requestsPerDay: number) =>
      costReplySchema.parse((await client.call("POST", "/costs", { ...request, workload: { ...request.workload, requestsPerDay } })).body)
        .designs;
    expect((await at(0))[1]?.monthly[0]).toMatchObject({ feasible: true, total: "5.48828125" });
    expect((await at(1e12))[0]).toMatchObject({ feasible: false, bindingDimension: expect.any(String) });
    expect((await at(1e12))[0]?.monthly.every(({ total }) => total === null)).toBe(true);
  });
});
