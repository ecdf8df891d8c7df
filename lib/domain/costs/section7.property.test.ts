import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCostRequest, aLoad } from "./builders";
import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { type CostRequestInput, costRequestSchema } from "./request-schema";
import type { CostReply } from "./schema";

/* What `cost-models.md` section 7 demands and no other test here holds: steps, lines, autoscaling, I/O plans, scenarios, ceilings. */

const anyWorkload = fc.record({
  requestsPerDay: fc.integer({ min: 1_000, max: 20_000_000 }),
  peakToAverage: fc.constantFrom(1, 1.2, 2, 5),
  readShare: fc.constantFrom(0, 0.5, 0.9, 1),
  storedGb: fc.integer({ min: 0, max: 500 }),
});
const anyDesign = fc.constantFrom(...DESIGN_SOURCES.map(({ id }) => id));
const totalOf = (reply: CostReply, id: string, index = 0) =>
  reply.designs.find((design) => design.id === id)?.monthly[index]?.total ?? null;
const own = (usd: string) => ({ usd, asOf: "2026-11" });

describe("section 7", () => {
  it("bills a node design the same anywhere inside a step", () => {
    const classes = [
      { price: own("1"), capacity: { vcpu: 2 } },
      { price: own("2.5"), capacity: { vcpu: 8 } },
    ];
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const reply = computeCosts(
          costRequestSchema.parse({
            workload: aLoad({ ...workload, storedGb: 0 }),
            designs: [{ id: "A", shape: "per_node", classes }],
          } satisfies CostRequestInput),
        );
        for (const { slope } of reply.designs[0]?.curve.segments ?? []) expect(slope).toBe("0");
        expect(reply.designs[0]?.curve.segments.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  it("bills a request-priced design exactly in line with load, between tier edges too", () => {
    const tiers = [
      { upTo: 100, usd: "2" },
      { upTo: null, usd: "1" },
    ];
    const meter = { of: "writes", priceUnits: 1_000_000, size: { rule: "once" } } as const;
    const price = (usd: string, withTiers: boolean) => ({ ...own(usd), ...(withTiers ? { tiers } : {}) });
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_000_000 }), fc.boolean(), (requestsPerDay, withTiers) => {
        const at = (times: number) => {
          const workload = aLoad({ requestsPerDay: requestsPerDay * times, readShare: 0, storedGb: 0 });
          const designs = [{ id: "A", shape: "request_priced" as const, meters: [{ ...meter, price: price("2", withTiers) }] }];
          const reply = computeCosts(costRequestSchema.parse({ workload, designs, scenarios: [1] }));
          const segment = reply.designs[0]?.curve.segments.find(({ to }) => reply.axis.now <= to);
          expect(Number(segment?.intercept) + Number(segment?.slope) * reply.axis.now).toBeCloseTo(Number(totalOf(reply, "A")), 4);
          return Number(totalOf(reply, "A"));
        };
        const millions = (requestsPerDay * 365) / 12 / 1e6;
        const expected = withTiers ? Math.min(millions, 100) * 2 + Math.max(0, millions - 100) : millions * 2;
        expect(at(1)).toBeCloseTo(expected, 5);
        if (!withTiers) expect(at(3)).toBeCloseTo(3 * at(1), 4);
      }),
      { numRuns: 40 },
    );
  });

  it("autoscales a flat load at full use to exactly what is provisioned by hand", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 20_000_000 }), fc.constantFrom(undefined, 100), (requestsPerDay, stepUnits) => {
        const meter = {
          meter: "provisioned_writes",
          writes: { size: { rule: "once" } },
          price: own("0.01"),
          ...(stepUnits ? { stepUnits } : {}),
        } as const;
        const shape = { shape: "provisioned_units", targetUtilisation: 1, meters: [meter] } as const;
        const designs = [
          { id: "A", ...shape, scaling: "autoscale" as const },
          { id: "M", ...shape, scaling: "manual" as const },
        ];
        const reply = computeCosts(
          costRequestSchema.parse({ workload: aLoad({ requestsPerDay, peakToAverage: 1, readShare: 0 }), designs, scenarios: [1, 7] }),
        );
        for (const index of [0, 1]) expect(Number(totalOf(reply, "A", index))).toBeCloseTo(Number(totalOf(reply, "M", index)), 6);
      }),
      { numRuns: 30 },
    );
  });

  it("finds I/O-Optimized cheaper exactly where I/O costs more than its dearer hours and storage", () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const reply = computeCosts(
          aCostRequest({ workload, designs: { A: "aurora-serverless-v2", B: "aurora-serverless-v2-io" }, scenarios: [1] }),
        );
        const lines = reply.designs.find(({ id }) => id === "A")?.monthly[0]?.lines ?? [];
        const amount = (meter: string) => Number(lines.find((line) => line.meter === meter)?.amount ?? 0);
        const [hours, io, stored] = [
          amount("capacity_hours"),
          amount("io_requests"),
          Number(lines.find(({ meter }) => meter === "storage")?.quantity),
        ];
        const gain = io - 0.3 * hours - 0.125 * stored;
        if (Math.abs(gain) < 1e-6 || lines.length === 0) return;
        expect(Number(totalOf(reply, "B")) < Number(totalOf(reply, "A"))).toBe(gain > 0);
      }),
      { numRuns: 60 },
    );
  });

  it("prices the scenario 1 like today, whatever other scenarios are asked", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, (workload, design) => {
        const one = computeCosts(aCostRequest({ workload, designs: { A: design }, scenarios: [1] }));
        const many = computeCosts(aCostRequest({ workload, designs: { A: design }, scenarios: [100, 1, 10] }));
        expect(totalOf(one, "A")).toBe(totalOf(many, "A", 1));
      }),
      { numRuns: 40 },
    );
  });

  it("never shows a design as cheapest at a load it cannot carry", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, anyDesign, (workload, a, b) => {
        const reply = computeCosts(aCostRequest({ workload, designs: { A: a, B: b } }));
        for (const { id, monthly, carriesUpTo } of reply.designs) {
          for (const { feasible, total } of monthly) expect(total === null).toBe(!feasible);
          if (carriesUpTo === null) continue;
          for (const part of reply.envelope) if (part.design === id) expect(part.to).toBeLessThanOrEqual(carriesUpTo * (1 + 1e-9));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("misses no crossing of real designs that a dense scan sees", () => {
    fc.assert(
      fc.property(anyWorkload, anyDesign, anyDesign, (workload, a, b) => {
        const reply = computeCosts(aCostRequest({ workload, designs: { A: a, B: b }, axis: { to: 3_000 } }));
        const at = (id: string, x: number) => {
          const segment = reply.designs.find((design) => design.id === id)?.curve.segments.find(({ to }) => x <= to);
          return segment ? Number(segment.intercept) + Number(segment.slope) * x : null;
        };
        if (reply.pairs.length === 0) return;
        for (let x = 1; x < 3_000; x += 3) {
          const [left, right] = [at("A", x), at("B", x)];
          if (left === null || right === null || Math.abs(left - right) < 1e-3) continue;
          if (reply.crossovers.some((event) => Math.abs(event.x - x) < 0.01)) continue;
          const last = reply.crossovers.filter((event) => event.x < x).at(-1);
          const winner = last?.cheaperAfter ?? reply.crossovers[0]?.cheaperBefore;
          if (winner) expect(winner, `${a} and ${b} at ${x}`).toBe(left < right ? "A" : "B");
        }
      }),
      { numRuns: 25 },
    );
  });
});
