import { roundTo9 } from "./rounding";

export type AlphaMetric = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's alpha of units rated by several people, null where someone gave no rating: 1 agreement, 0 as by
 * chance. Null when fewer than two ratings can be paired or all ratings are one value. Only for the grid of members
 * and engines; the five questions are different scales and have no common alpha.
 * Example: `krippendorffAlpha([[1, 1], [2, 2]], "nominal")` gives `1`. Source: Krippendorff 2011.
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[], metric: AlphaMetric): number | null {
  const pairs = pairedRatings(units);
  const totals = new Map<number, number>();
  for (const { a, weight } of pairs) totals.set(a, (totals.get(a) ?? 0) + weight);
  const values = [...totals.keys()].sort((a, b) => a - b);
  const n = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const delta = squaredDifference(metric, totals);
  const observed = pairs.reduce((sum, { a, b, weight }) => sum + weight * delta(a, b), 0);
  const expected = values.reduce(
    (sum, a) => sum + values.reduce((inner, b) => inner + (totals.get(a) ?? 0) * (totals.get(b) ?? 0) * delta(a, b), 0),
    0,
  );
  return expected === 0 ? null : roundTo9(1 - ((n - 1) * observed) / expected);
}

function pairedRatings(units: readonly (readonly (number | null)[])[]): { a: number; b: number; weight: number }[] {
  return units.flatMap((unit) => {
    const ratings = unit.filter((rating) => rating !== null);
    const weight = 1 / (ratings.length - 1);
    return ratings.flatMap((a, i) => ratings.flatMap((b, j) => (i === j ? [] : [{ a, b, weight }])));
  });
}

function squaredDifference(metric: AlphaMetric, totals: ReadonlyMap<number, number>): (a: number, b: number) => number {
  if (metric === "nominal") return (a, b) => (a === b ? 0 : 1);
  if (metric === "interval") return (a, b) => (a - b) ** 2;
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let between = 0;
    for (const [value, count] of totals) if (value >= low && value <= high) between += count;
    return (between - ((totals.get(a) ?? 0) + (totals.get(b) ?? 0)) / 2) ** 2;
  };
}
