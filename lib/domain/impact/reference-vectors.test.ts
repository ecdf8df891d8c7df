import { describe, expect, it } from "vitest";
import { monthsAtLoad, valueInMonth } from "../costs/growth-path";
import { monthlyGrowth, monthsUntil } from "../review/growth";

/** The reference values of growth, review and rank reversal; those of the measures, impact, costs and weights stand with their code. */
const GROWTH = [
  { month: 0, value: 120 },
  { month: 12, value: 200 },
  { month: 36, value: 1_000 },
];
const path = { id: "team", points: GROWTH.map(({ month, value }) => ({ month, peakRequestsPerSecond: value })) };

describe("growth from 120 over 200 to 1,000", () => {
  it.each([
    [6, 154.919],
    [14, 228.706],
    [24, 447.214],
  ])("is in month %d at %d", (month, value) => {
    expect(valueInMonth(GROWTH, month)).toBeCloseTo(value, 3);
  });

  it.each([
    [276.190476, 16.813],
    [552.380952, 27.149],
    [828.571429, 33.196],
  ])("passes %d in month %d", (load, month) => {
    expect(monthsAtLoad(path as Parameters<typeof monthsAtLoad>[0], load, 60)[0]).toBeCloseTo(month, 3);
  });
});

describe("a review after fourteen months", () => {
  it("stands against what was expected, and says how fast it grew", () => {
    const actual = 260;
    expect(actual / valueInMonth(GROWTH, 14)).toBeCloseTo(1.136831, 6);
    const growth = monthlyGrowth({ from: 120, to: actual, months: 12 });
    expect(growth).toBeCloseTo(1.066554, 6);
    expect(monthsUntil(828.571429, { from: actual, growth })).toBeCloseTo(17.988, 3);
    expect(monthsUntil(actual * 2, { from: actual, growth })).toBeCloseTo(10.758, 3);
  });
});

describe("scores stretched between the worst and the best", () => {
  const weights = [0.55, 0.45];
  const stretched = (options: readonly (readonly number[])[]) =>
    options.map((option) =>
      weights.reduce((sum, weight, i) => {
        const column = options.map((one) => one[i] ?? 0);
        const [least, most] = [Math.min(...column), Math.max(...column)];
        return sum + (most === least ? 0 : (weight * ((option[i] ?? 0) - least)) / (most - least));
      }, 0),
    );

  it("turn round when a third option comes in, which is why ours are anchored", () => {
    const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(6)));
    expect(
      rounded(
        stretched([
          [3, 1],
          [2, 2],
        ]),
      ),
    ).toEqual([0.55, 0.45]);
    expect(
      rounded(
        stretched([
          [3, 1],
          [2, 2],
          [1, 1],
        ]),
      ),
    ).toEqual([0.55, 0.725, 0]);
  });
});
