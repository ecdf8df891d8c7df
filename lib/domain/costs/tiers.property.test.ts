import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineCurve } from "./curve";
import { exact } from "./exact";
import { type Tier, tierCurve, tierParts } from "./tiers";

const TO = 1_000;

/** Up to five tiers whose edges rise; prices may fall, rise or be nothing. */
const anyTiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([edges, cents]): Tier[] =>
    [...edges.sort((a, b) => a - b), null].map((upTo, index) => ({
      upTo: upTo === null ? null : exact(upTo),
      usd: exact(cents[index] ?? 0).div(100),
    })),
  );
const anyLine = fc.record({ intercept: fc.integer({ min: 0, max: 9_000 }), slope: fc.integer({ min: 0, max: 30 }) });

const curveOf = (tiers: Tier[], { intercept, slope }: { intercept: number; slope: number }) =>
  tierCurve(tiers, lineCurve({ intercept: exact(intercept), slope: exact(slope) }, exact(TO)));
const sumOf = (tiers: Tier[], quantity: number) =>
  tierParts(tiers, exact(quantity)).reduce((sum, part) => sum + part.quantity.times(part.usd).toNumber(), 0);

describe("a curve under tiers", () => {
  it("costs at every load what the quantity there costs tier by tier", () => {
    fc.assert(
      fc.property(anyTiers, anyLine, fc.integer({ min: 1, max: TO }), (tiers, line, x) => {
        const segment = curveOf(tiers, line).segments.find(({ to }) => to.gte(x));
        const cost = segment ? segment.intercept.plus(segment.slope.times(x)).toNumber() : Number.NaN;
        expect(cost).toBeCloseTo(sumOf(tiers, line.intercept + line.slope * x), 6);
      }),
      { numRuns: 300 },
    );
  });

  it("has no gap and no jump where a tier ends, and never falls", () => {
    fc.assert(
      fc.property(anyTiers, anyLine, (tiers, line) => {
        const { segments } = curveOf(tiers, line);
        expect([segments[0]?.from.toNumber(), segments.at(-1)?.to.toNumber()]).toEqual([0, TO]);
        for (const [index, { to, intercept, slope }] of segments.entries()) {
          expect(slope.gte(0)).toBe(true);
          const next = segments[index + 1];
          if (!next) continue;
          expect(next.from.toNumber()).toBe(to.toNumber());
          expect(
            next.intercept
              .plus(next.slope.times(to))
              .minus(intercept.plus(slope.times(to)))
              .abs()
              .toNumber(),
          ).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("goes on behind its end as the last tier does", () => {
    fc.assert(
      fc.property(anyTiers, anyLine, (tiers, line) => {
        const { asymptote } = curveOf(tiers, line);
        if (!asymptote) return;
        const far = Math.max(asymptote.from.toNumber(), TO) + 50_000;
        const quantity = line.intercept + line.slope * far;
        expect(asymptote.offset.plus(asymptote.slope.times(far)).toNumber()).toBeCloseTo(sumOf(tiers, quantity), 4);
      }),
      { numRuns: 100 },
    );
  });
});
