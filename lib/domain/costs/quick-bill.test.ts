import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCostRequest } from "./builders";
import { computeCosts, pricingContext } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { quickBill } from "./quick-bill";

const anyWorkload = fc.record({
  requestsPerDay: fc.integer({ min: 1_000, max: 20_000_000 }),
  peakToAverage: fc.constantFrom(1, 1.2, 2, 5, 20),
  readShare: fc.constantFrom(0, 0.5, 0.9, 1),
  strongReadShare: fc.constantFrom(0, 0.5, 1),
  itemWriteKb: fc.constantFrom(0.5, 1, 3),
  egressShare: fc.constantFrom(0, 0.3),
  storedGb: fc.integer({ min: 0, max: 500 }),
  connections: fc.constantFrom(undefined, 50, 900),
  profile: fc.constantFrom(undefined, {
    day: "auto" as const,
    busyHours: 4,
    weekendShare: 1,
    bursts: { perMonth: 4, hours: 2, timesAverage: 25 },
  }),
});

describe("a bill in plain numbers", () => {
  it("is the exact bill, for every listed design at every scenario", () => {
    fc.assert(
      fc.property(anyWorkload, fc.boolean(), fc.boolean(), (workload, freeTiers, isCommitted) => {
        const ids = DESIGN_SOURCES.map(({ id }) => id);
        for (let from = 0; from < ids.length; from += 12) {
          const designs = Object.fromEntries(ids.slice(from, from + 12).map((id) => [id, id]));
          const commitments = isCommitted
            ? Object.fromEntries(Object.keys(designs).map((id) => [id, { discountShare: 0.3, termMonths: 12 }]))
            : {};
          const { connections, profile, ...rest } = workload;
          const request = aCostRequest({
            workload: { ...rest, ...(connections ? { connections } : {}), ...(profile ? { profile } : {}) },
            designs,
            freeTiers,
            commitments,
            compare: [],
            labour: { engineerHourUsd: "150" },
          });
          const context = pricingContext(request);
          const reply = computeCosts(request);
          for (const design of request.designs) {
            const bill = quickBill({ design, request, context });
            for (const { scenario, load, total } of reply.designs.find(({ id }) => id === design.id)?.monthly ?? []) {
              const point = {
                peak: load,
                readShare: workload.readShare,
                storedGb: workload.storedGb * scenario,
                connections: connections === undefined ? null : connections * scenario,
              };
              const quick = bill.at(point);
              if (total === null) expect(quick, `${design.id} at ${scenario}`).toBeNull();
              else
                expect(Math.abs((quick ?? Number.NaN) - Number(total)), `${design.id} at ${scenario}: ${quick} for ${total}`).toBeLessThan(
                  1e-6 * (1 + Number(total)),
                );
            }
          }
        }
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});
