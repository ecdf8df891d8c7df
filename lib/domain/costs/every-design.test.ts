import fc from "fast-check";
import { describe, expect, it } from "vitest";
import messages from "../../../messages/en/costs.json";
import catalogue from "../catalogue/data/systems.json" with { type: "json" };
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { type CostReply, costReplySchema, dimensionSchema } from "./schema";

const ALL_DESIGNS = DESIGN_SOURCES.map(({ id }) => id);

function totals(reply: CostReply, id = "A"): (string | null)[] {
  return reply.designs.find((design) => design.id === id)?.monthly.map(({ total }) => total) ?? [];
}

function curveAt(reply: CostReply, id: string, x: number): number | null {
  const segment = reply.designs.find((design) => design.id === id)?.curve.segments.find(({ to }) => x <= to);
  return segment ? Number(segment.intercept) + Number(segment.slope) * x : null;
}

describe("every listed design", () => {
  const anyWorkload = fc.record({
    requestsPerDay: fc.integer({ min: 1_000, max: 20_000_000 }),
    peakToAverage: fc.constantFrom(1, 1.2, 2, 5, 20),
    readShare: fc.constantFrom(0, 0.5, 0.9, 1),
    storedGb: fc.integer({ min: 0, max: 500 }),
  });
  const anyDesign = fc.constantFrom(...ALL_DESIGNS);

  it("answers in the shape of the contract", () => {
    for (const design of ALL_DESIGNS) {
      const reply = computeCosts(aCostRequest({ designs: { A: design } }));
      expect(costReplySchema.safeParse(reply).error, design).toBeUndefined();
      expect(reply.designs[0]?.curve.segments.length, design).toBeGreaterThan(0);
    }
  });

  it("costs at least zero, and never less for more load", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, (workload, design) => {
        const segments = computeCosts(aCostRequest({ workload, designs: { A: design } })).designs[0]?.curve.segments ?? [];
        let before = 0;
        for (const { from, to, intercept, slope } of segments) {
          const [start, end] = [Number(intercept) + Number(slope) * from, Number(intercept) + Number(slope) * to];
          expect(start).toBeGreaterThanOrEqual(before - 1e-3);
          expect(end).toBeGreaterThanOrEqual(start - 1e-3);
          before = end;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("never costs less for more data", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, (workload, design) => {
        const priceOf = (storedGb: number) =>
          totals(computeCosts(aCostRequest({ workload: { ...workload, storedGb }, designs: { A: design }, scenarios: [1] })))[0];
        const [less, more] = [priceOf(workload.storedGb), priceOf(workload.storedGb * 2 + 1)];
        if (less !== null && less !== undefined && more !== null) expect(Number(more)).toBeGreaterThanOrEqual(Number(less) - 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it("bills the same on the curve and line by line", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, (workload, design) => {
        const reply = computeCosts(aCostRequest({ workload, designs: { A: design } }));
        for (const { load, total, lines, feasible } of reply.designs[0]?.monthly ?? []) {
          if (!feasible) continue;
          expect(lines.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0)).toBeCloseTo(Number(total), 5);
          const onCurve = curveAt(reply, "A", load - (load + 1) * 2e-9) ?? Number.NaN;
          expect(Math.abs(onCurve - Number(total))).toBeLessThan(0.01 + Number(total) * 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has two zones at no less than one", () => {
    fc.assert(
      fc.property(
        anyWorkload,
        fc.constantFrom(
          ["rds-postgres-multi-az", "rds-postgres"],
          ["rds-mysql-multi-az", "rds-mysql"],
          ["cloud-sql-regional", "cloud-sql-zonal"],
        ),
        (workload, [two = "", one = ""]) => {
          const reply = computeCosts(aCostRequest({ workload, designs: { A: two, B: one } }));
          for (const [index, total] of totals(reply, "A").entries()) {
            if (total !== null) expect(Number(total)).toBeGreaterThanOrEqual(Number(totals(reply, "B")[index]));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is linear in load when requests are priced, whatever the peak", () => {
    const at = (peakToAverage: number) => computeCosts(aCostRequest({ workload: { peakToAverage }, designs: { A: "dynamodb-on-demand" } }));
    expect(at(2).designs[0]?.curve.segments).toHaveLength(1);
    expect(totals(at(2))).toEqual(totals(at(20)));
  });
});

describe("the list of designs", () => {
  it("names only prices of the book, apart from the two it is known to lack", () => {
    const missing = new Set<string>();
    for (const design of ALL_DESIGNS)
      for (const price of computeCosts(aCostRequest({ designs: { A: design }, workload: { storedGb: 500, workingSetShare: 0.001 } }))
        .prices)
        if (price.usd === null) missing.add(price.priceId ?? "");
    expect([...missing].sort()).toEqual(["azure.pg.flex.storage", "mongodb.atlas.extra_storage"]);
  });

  it("has every word that a reply can show", () => {
    const words = messages as unknown as {
      meters: Record<string, string>;
      units: Record<string, string>;
      dimensions: Record<string, string>;
    };
    for (const design of ALL_DESIGNS) {
      const reply = computeCosts(
        aCostRequest({ designs: { A: design }, workload: { egressShare: 0.1 }, labour: { engineerHourUsd: "150" } }),
      );
      for (const { meter, unit } of reply.designs[0]?.monthly.flatMap(({ lines }) => lines) ?? []) {
        expect(words.meters, design).toHaveProperty(meter);
        expect(words.units, design).toHaveProperty(unit);
      }
    }
    expect(Object.keys(words.dimensions).sort()).toEqual([...dimensionSchema.options].sort());
  });

  it("names only systems of the catalogue, apart from people's own servers", () => {
    const known = new Set(catalogue.systems.map(({ id }) => id));
    const named = new Set(DESIGN_SOURCES.flatMap(({ systems }) => systems));
    expect([...named].filter((id) => !known.has(id))).toEqual(["own-servers"]);
  });
});
