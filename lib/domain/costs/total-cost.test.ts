import fc from "fast-check";
import { describe, expect, it } from "vitest";
import costing from "../../../messages/en/costing.json";
import { formatMessage } from "../messages/format";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { readFormula } from "./named-refs";
import type { CostReply } from "./schema";

const DESIGNS = { A: "rds-postgres-multi-az", B: "dynamodb-on-demand", C: "self-hosted-ec2" };
const growth = {
  start: "2026-11",
  paths: [
    { id: "low", points: [point(0, 100), point(36, 150)] },
    { id: "typical", points: [point(0, 100), point(12, 200), point(36, 400)] },
    { id: "high", points: [point(0, 100), point(36, 1_200)] },
  ],
};
const people = { people: 4, outageHourUsd: { low: 100, likely: 500, high: 2_000 } };

function point(month: number, peakRequestsPerSecond: number) {
  return { month, peakRequestsPerSecond };
}

function tcoOf(over: Partial<Parameters<typeof aCostRequest>[0]> = {}): NonNullable<CostReply["tco"]> {
  const { tco } = computeCosts(aCostRequest({ designs: DESIGNS, growth, tco: people, ...over }));
  if (!tco) throw new Error("Total cost was asked for.");
  return tco;
}

describe("total cost of ownership", () => {
  it("is the sum of its five components to a millionth of a dollar, whatever the team says", () => {
    const amount = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (rate, outage, staff, isKnown) => {
        const tco = {
          people: staff,
          outageHourUsd: { low: 0, likely: outage, high: outage },
          engineerHourUsd: { low: 0, likely: rate, high: rate },
          designs: { A: { isKnown } },
        };
        for (const { components, total } of tcoOf({ tco }).designs) {
          const sum = components.reduce((all, { cost }) => all + Number(cost?.likely ?? 0), 0);
          expect(Math.abs(sum - Number(total?.likely))).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("has three horizons, five components in order and a range around each", () => {
    const { designs } = tcoOf();
    expect(designs.map(({ id, horizonMonths }) => `${id}${horizonMonths}`)).toEqual([
      "A12",
      "B12",
      "C12",
      "A24",
      "B24",
      "C24",
      "A36",
      "B36",
      "C36",
    ]);
    for (const { components, total } of designs) {
      expect(components.map(({ component }) => component)).toEqual(["infrastructure", "operations", "training", "migration", "incident"]);
      for (const { low, likely, high } of [...components.flatMap(({ cost }) => cost ?? []), ...(total ? [total] : [])]) {
        expect(Number(low)).toBeLessThanOrEqual(Number(likely));
        expect(Number(likely)).toBeLessThanOrEqual(Number(high));
      }
    }
  });

  it("prices 4 hours a month at $200 over 24 months at $19,200, and shows the opportunity without adding it", () => {
    const design = tcoOf().designs.find(({ id, horizonMonths }) => id === "A" && horizonMonths === 24);
    expect(design?.components[1]?.cost?.likely).toBe("19200");
    expect(design?.opportunity.cost.likely).toBe("19200");
    const sum = design?.components.reduce((all, { cost }) => all + Number(cost?.likely), 0) ?? 0;
    expect(Number(design?.total?.likely)).toBeCloseTo(sum, 5);
  });

  it("tells the arithmetic in exact money, which everybody reads in their own way", () => {
    const formula = tcoOf().designs.find(({ id, horizonMonths }) => id === "A" && horizonMonths === 24)?.components[1]?.formula;
    expect(formula?.params).toEqual({ hours: 4, rate: "200", months: 24, total: "19200" });
    const written = (locale: string) => formula && readFormula(formula, locale).params.total;
    expect([written("en"), written("de")]).toEqual(["$19,200", "19.200\u00a0$"]);
    expect(readFormula({ id: "costing.tco.formula.exit", params: { egress: "unknown", bill: "0.5" } }, "de").params).toEqual({
      egress: "unknown",
      bill: "0,50\u00a0$",
    });
  });

  it("charges own servers their 20 hours, and nobody who knows the design for training", () => {
    const { designs } = tcoOf({ tco: { ...people, designs: { C: { isKnown: true } } } });
    const own = designs.find(({ id, horizonMonths }) => id === "C" && horizonMonths === 12);
    expect(own?.components[1]?.cost?.likely).toBe(String(20 * 200 * 12));
    expect(own?.components[2]?.cost?.likely).toBe("0");
  });

  it("leaves out what nobody said and calls the total incomplete", () => {
    const [design] = tcoOf({ tco: {} }).designs;
    expect(design?.components[2]?.cost).toBeNull();
    expect(design?.components[4]?.cost).toBeNull();
    expect(design?.complete).toBe(false);
    expect(design?.components[4]?.formula.id).toBe("costing.tco.formula.outageUnknown");
  });

  it("has no total for a design that cannot carry the growth", () => {
    const far = { ...growth, paths: [{ id: "typical", points: [point(0, 100), point(36, 100_000)] }] };
    const design = tcoOf({ growth: far }).designs.find(({ id, horizonMonths }) => id === "A" && horizonMonths === 36);
    expect(design).toMatchObject({ total: null, complete: false });
    expect(design?.components[0]?.formula.id).toBe("costing.tco.formula.cannotCarry");
  });

  it("bills egress when leaving by tiers, and nothing when the provider waives it", () => {
    const workload = { storedGb: 20_480 };
    const flat = { ...growth, paths: [{ id: "typical", points: [point(0, 100)] }] };
    const egress = (isEgressWaived: boolean) =>
      tcoOf({ workload, growth: flat, designs: { A: "dynamodb-on-demand" }, tco: { ...people, isEgressWaived } }).designs[0]?.exit.formula
        .params.egress;
    expect(10_240 * 0.09 + 10_240 * 0.085).toBeCloseTo(1_792, 9);
    expect(egress(false)).toBe("1792");
    expect(egress(true)).toBe("0");
  });

  it("prices an hour of outage by the hours that the team gives each design, and moves them in the tornado by themselves", () => {
    const own = { low: 10, likely: 20, high: 40 };
    const { designs, tornado } = tcoOf({ tco: { ...people, horizons: [12], designs: { A: { outageHoursYear: own } } } });
    const incident = (id: string) => designs.find((design) => design.id === id)?.components[4];
    expect([incident("A")?.cost?.likely, incident("B")?.cost?.likely]).toEqual(["10000", "1000"]);
    expect(formatMessage({ costing }, readFormula(incident("A")?.formula ?? { id: "", params: {} }, "en"), "en")).toBe(
      "20 h of outage a year × $500 an hour × 1 year = $10,000",
    );
    expect(tornado[0]?.bars.map(({ input }) => input)).toContainEqual({ id: "costing.tornado.ownOutageHours", params: { design: "A" } });
  });

  it("reads with units, grouped thousands and the result", () => {
    const said = tcoOf({ tco: { ...people, horizons: [24] } }).designs[0];
    const words = [...(said?.components ?? []), { formula: said?.exit.formula ?? { id: "", params: {} } }].map(({ formula }) =>
      formatMessage({ costing }, readFormula(formula, "en"), "en"),
    );
    expect(words[0]).toMatch(/^24 monthly bills of \$[\d,]+ on average = \$[\d,]+/u);
    expect(words[1]).toBe("4 h a month × $200 an hour × 24 months = $19,200");
    expect(words[2]).toBe("4 people × 6 weeks × 40 h a week × 35% slower × $200 an hour = $67,200");
    expect(words[3]).toMatch(/^15% chance of leaving × \$[\d,]+ = \$[\d,]+\. Leaving costs [\d.]+ engineer months × 160 h/u);
    expect(words[4]).toBe("2 h of outage a year × $500 an hour × 2 years = $2,000");
    for (const text of words) expect(text).not.toMatch(/\d{4}|\.\d{3,}/u);
  });

  it("says the arithmetic of every component in words", () => {
    for (const { components, opportunity, exit } of tcoOf().designs)
      for (const { formula } of [...components, opportunity, exit]) {
        const text = formatMessage({ costing }, readFormula(formula, "en"), "en");
        expect(text).not.toContain("costing.");
        expect(text).not.toMatch(/[{}]/u);
      }
  });
});

describe("what drives the ranking", () => {
  it("is ordered by swing, and flips where the winner changes", () => {
    for (const { bars, winner } of tcoOf().tornado) {
      const swings = bars.map(({ swing }) => Number(swing));
      expect(swings).toEqual([...swings].sort((a, b) => b - a));
      for (const bar of bars) expect(bar.flips).toBe(bar.winnerAtLow !== winner || bar.winnerAtHigh !== winner);
    }
  });

  it("is empty with one design", () => {
    expect(tcoOf({ designs: { A: "dynamodb-on-demand" } }).tornado).toEqual([]);
  });
});
