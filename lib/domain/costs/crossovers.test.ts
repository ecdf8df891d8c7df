import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossoversOf, heightAt, type PlainCurve, plainCurve } from "./crossovers";
import { affine, lineCurve, scaleCurve } from "./curve";
import { lowerEnvelope } from "./envelope";
import { exact, ZERO } from "./exact";
import { stepCurve } from "./steps";

const AXIS = 4_000;

function nodes({
  id = "node",
  price = 290,
  per = 400,
  base = 0,
}: {
  id?: string;
  price?: number;
  per?: number;
  base?: number;
}): PlainCurve {
  const steps = stepCurve({ needs: [affine(0, exact(1).div(per))], step: exact(1), min: exact(1), max: exact(Infinity), to: exact(AXIS) });
  const curve = scaleCurve(steps, price);
  const lifted = { ...curve, segments: curve.segments.map((segment) => ({ ...segment, intercept: segment.intercept.plus(base) })) };
  return plainCurve({ ...lifted, asymptote: curve.asymptote && { ...curve.asymptote, offset: exact(base) } }, { id, endsAtCeiling: false });
}

function line({ id = "serverless", rate = 1.05, base = 0 }: { id?: string; rate?: number; base?: number }): PlainCurve {
  return plainCurve(lineCurve(affine(base, rate), exact(AXIS)), { id, endsAtCeiling: false });
}

describe("crossovers of a $290 node per 400/s and $1.05 per request a second", () => {
  const { events, pair } = crossoversOf(nodes({}), line({}));

  it("finds every change of the winner in order", () => {
    const expected = [
      [276.190476, "node"],
      [400, "serverless"],
      [552.380952, "node"],
      [800, "serverless"],
      [828.571429, "node"],
    ] as const;
    expect(events.map((event) => event.cheaperAfter)).toEqual(expected.map(([, winner]) => winner));
    for (const [index, [x]] of expected.entries()) expect(events[index]?.x).toBeCloseTo(x, 6);
  });

  it("settles after the last one and proves that nothing crosses beyond the bound", () => {
    expect(pair.settledAfter).toBeCloseTo(828.571429, 6);
    expect(pair.upperBound).toBeCloseTo(892.307692, 6);
    expect(pair.eventual).toBe("node");
  });

  it("tells a crossing inside a step from one at its edge", () => {
    expect(events.map((event) => event.kind)).toEqual(["continuous", "jump", "continuous", "jump", "continuous"]);
  });

  it("gives the cost that does not jump", () => {
    expect(events.map((event) => Number(event.cost).toFixed(2))).toEqual(["290.00", "420.00", "580.00", "840.00", "870.00"]);
  });
});

describe("crossovers in general", () => {
  it("crosses 19 times before 4,000/s at $0.80 a request a second", () => {
    expect(crossoversOf(nodes({}), line({ rate: 0.8 })).events).toHaveLength(19);
  });

  it("reports equal curves as a tie and not as a crossing", () => {
    const { events, pair } = crossoversOf(line({ id: "f" }), line({ id: "g" }));
    expect(events).toEqual([]);
    expect(pair.ties).toEqual([{ from: 0, to: AXIS }]);
  });

  it("says nothing about for good when the slopes are equal", () => {
    expect(crossoversOf(nodes({ price: 400 }), line({ rate: 1 })).pair).toMatchObject({ upperBound: null, eventual: null });
  });

  it("never reports a difference below a millionth of a dollar", () => {
    expect(crossoversOf(line({ id: "f", base: 1 }), line({ id: "g", base: 1 + 1e-8 })).events).toEqual([]);
  });

  it("mirrors when the two are swapped", () => {
    fc.assert(
      fc.property(anyPair, ({ f, g }) => {
        const there = crossoversOf(f, g).events.map(({ x, kind, cheaperAfter, cost }) => ({ x, kind, cheaperAfter, cost }));
        const back = crossoversOf(g, f).events.map(({ x, kind, cheaperAfter, cost }) => ({ x, kind, cheaperAfter, cost }));
        expect(back).toEqual(there);
      }),
      { numRuns: 100 },
    );
  });

  it("misses nothing that a dense scan sees", () => {
    fc.assert(
      fc.property(anyPair, ({ f, g }) => {
        const { events } = crossoversOf(f, g);
        for (let x = 0.5; x < AXIS; x += 1) {
          const difference = valueAtLoad(f, x) - valueAtLoad(g, x);
          if (Math.abs(difference) < 1e-4 || events.some((event) => Math.abs(event.x - x) < 0.01)) continue;
          const last = events.filter((event) => event.x < x).at(-1);
          const winner = last?.cheaperAfter ?? events[0]?.cheaperBefore;
          if (winner) expect(winner, `at ${x}`).toBe(difference < 0 ? f.id : g.id);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("crosses nothing beyond the bound", () => {
    fc.assert(
      fc.property(anyPair, ({ f, g }) => {
        const { events, pair } = crossoversOf(f, g);
        if (pair.upperBound === null) return;
        expect(events.filter((event) => event.x > (pair.upperBound ?? 0) + 1e-6)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the cheapest at every load", () => {
  it("agrees with the cheapest of three at every scanned load", () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 1, max: 3000 }), ({ f, g }, flat) => {
        const curves = [f, g, line({ id: "flat", rate: 0, base: flat })];
        const parts = lowerEnvelope(curves, AXIS);
        expect(parts[0]?.from).toBe(0);
        expect(parts.at(-1)?.to).toBe(AXIS);
        for (let x = 0.5; x < AXIS; x += 7) {
          const cheapest = Math.min(...curves.map((curve) => valueAtLoad(curve, x)));
          const part = parts.find((candidate) => x <= candidate.to);
          const chosen = curves.find((curve) => curve.id === part?.design);
          if (parts.some((candidate) => Math.abs(candidate.to - x) < 0.01)) continue;
          expect(chosen && valueAtLoad(chosen, x)).toBeCloseTo(cheapest, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("has no winner where nobody carries the load", () => {
    const capped: PlainCurve = { id: "a", segments: [{ from: 0, to: 100, intercept: 5, slope: 0 }], asymptote: null, endsAtCeiling: true };
    expect(lowerEnvelope([capped], 300)).toEqual([
      { from: 0, to: 100, design: "a", ties: [] },
      { from: 100, to: 300, design: null, ties: [] },
    ]);
  });
});

const anyPair = fc
  .record({
    price: fc.integer({ min: 50, max: 900 }),
    per: fc.integer({ min: 150, max: 900 }),
    base: fc.integer({ min: 0, max: 200 }),
    rate: fc.double({ min: 0.05, max: 4, noNaN: true }),
    other: fc.boolean(),
  })
  .map(({ price, per, base, rate, other }) => ({
    f: nodes({ id: "f", price, per, base }),
    g: other ? nodes({ id: "g", price: Math.round(rate * 300), per: 310 }) : line({ id: "g", rate: Math.round(rate * 1e4) / 1e4, base: 7 }),
  }));

function valueAtLoad(curve: PlainCurve, x: number): number {
  const segment = curve.segments.find((candidate) => x <= candidate.to);
  return segment ? heightAt(segment, x) : Number.POSITIVE_INFINITY;
}

describe("steps", () => {
  it("are left-continuous: exactly 400/s still fits one node", () => {
    expect(valueAtLoad(nodes({}), 400)).toBe(290);
    expect(valueAtLoad(nodes({}), 400.001)).toBe(580);
  });

  it("start at the minimum and end at the maximum", () => {
    const steps = stepCurve({ needs: [affine(0, 1)], step: exact(2), min: exact(3), max: exact(8), to: exact(100) });
    expect(steps.segments.map((segment) => [segment.from.toNumber(), segment.to.toNumber(), segment.intercept.toNumber()])).toEqual([
      [0, 4, 4],
      [4, 6, 6],
      [6, 8, 8],
    ]);
    expect(steps.asymptote).toBeNull();
  });

  it("carry nothing when a fixed need is above the maximum", () => {
    const steps = stepCurve({ needs: [affine(9), affine(0, 1)], step: exact(1), min: ZERO, max: exact(8), to: exact(100) });
    expect(steps.segments).toEqual([]);
  });
});
