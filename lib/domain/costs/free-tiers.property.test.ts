import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";

const anyWorkload = fc.record({
  requestsPerDay: fc.constantFrom(0, 10, 50_000, 4_000_000),
  readShare: fc.constantFrom(0, 0.5, 1),
  storedGb: fc.constantFrom(0, 1, 30, 400),
  egressShare: fc.constantFrom(0, 0.5),
});

describe("free tiers", () => {
  it("never make a bill negative or dearer, and each line says what was free of it", () => {
    const designs = Object.fromEntries(DESIGN_SOURCES.slice(0, 12).map(({ id }) => [id, id]));
    const others = Object.fromEntries(DESIGN_SOURCES.slice(12, 24).map(({ id }) => [id, id]));
    fc.assert(
      fc.property(anyWorkload, fc.constantFrom(designs, others), (workload, some) => {
        const bill = (freeTiers: boolean) => computeCosts(aCostRequest({ workload, designs: some, freeTiers, scenarios: [1, 10] })).designs;
        const [free, listed] = [bill(true), bill(false)];
        for (const [index, design] of free.entries())
          for (const [at, { total, lines }] of design.monthly.entries()) {
            const plain = listed[index]?.monthly[at];
            if (total === null || plain?.total == null) continue;
            expect(Number(total)).toBeGreaterThanOrEqual(0);
            expect(Number(total)).toBeLessThanOrEqual(Number(plain.total) + 1e-9);
            for (const { meter, priceId, quantity, freeQuantity } of lines) {
              expect(Number(quantity)).toBeGreaterThanOrEqual(meter === "commitment_discount" ? Number.NEGATIVE_INFINITY : 0);
              const full = plain.lines.filter((line) => line.meter === meter && line.priceId === priceId);
              if (freeQuantity === null || full.length !== 1 || lines.filter((line) => line.meter === meter).length !== 1) continue;
              expect(Number(quantity) + Number(freeQuantity)).toBeCloseTo(Number(full[0]?.quantity), 6);
            }
          }
      }),
      { numRuns: 12 },
    );
  });
});
