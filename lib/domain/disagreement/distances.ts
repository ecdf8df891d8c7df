import { roundTo9 } from "./rounding";

/**
 * How far apart two people picked at random are: the mean of `distance` over all pairs, 0 for unanimity and 1 for
 * complete difference. Null for fewer than two values. Example: three of one kind and two of another give `0.6`.
 * Source: the observed disagreement inside Krippendorff's alpha.
 */
export function meanPairwiseDistance<T>(values: readonly T[], distance: (a: T, b: T) => number): number | null {
  const n = values.length;
  if (n < 2) return null;
  let sum = 0;
  values.forEach((a, i) => {
    for (const b of values.slice(i + 1)) sum += distance(a, b);
  });
  return roundTo9((2 * sum) / (n * (n - 1)));
}

/** Distance of two single choices: 0 when equal, else 1. Example: `choiceDistance("a", "b")` gives `1`. */
export function choiceDistance(a: unknown, b: unknown): number {
  return a === b ? 0 : 1;
}

/** Jaccard distance of two lists read as sets; two empty lists are equal. Example: `setDistance(["a"], ["a", "b"])` gives `0.5`. */
export function setDistance(a: readonly unknown[], b: readonly unknown[]): number {
  const left = new Set(a);
  const right = new Set(b);
  const union = new Set([...left, ...right]).size;
  if (union === 0) return 0;
  const shared = [...left].filter((item) => right.has(item)).length;
  return 1 - shared / union;
}

/**
 * Distance of two levels on a ladder with `levels` rungs: the whole ladder is 1. A ladder of one rung has no distance.
 * Example: `levelDistance(5)(1, 3)` gives `0.5`.
 */
export function levelDistance(levels: number): (a: number, b: number) => number {
  return (a, b) => (levels > 1 ? Math.abs(a - b) / (levels - 1) : 0);
}

/**
 * Distance of two numbers of 0 or more on a log scale; a factor of 100 or more counts as complete, and so does zero
 * against anything else, which no factor reaches. Example: `numberDistance(100, 1000)` gives `0.5`.
 */
export function numberDistance(a: number, b: number): number {
  if (a === b) return 0;
  if (a <= 0 || b <= 0) return 1;
  return Math.min(1, Math.abs(Math.log10(a) - Math.log10(b)) / 2);
}
