import { roundTo9 } from "./rounding";

/** How often each value occurs, in order of first occurrence. Example: `tally(["a", "b", "a"])` gives `Map { a: 2, b: 1 }`. */
export function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Share of the most frequent value, 0 to 1. Null for no values. Example: `modalShare(["a", "a", "b"])` gives `0.666666667`. */
export function modalShare(values: readonly unknown[]): number | null {
  if (values.length === 0) return null;
  return roundTo9(Math.max(...tally(values).values()) / values.length);
}

/** Shannon entropy in bits, 0 when all agree. Null for no values. Example: `entropy(["a", "b"])` gives `1`. Source: Shannon 1948. */
export function entropy(values: readonly unknown[]): number | null {
  if (values.length === 0) return null;
  let bits = 0;
  for (const count of tally(values).values()) {
    const share = count / values.length;
    bits -= share * Math.log2(share);
  }
  return roundTo9(bits + 0);
}

/**
 * Entropy as a share of the most these people could reach with `optionCount` options: `H / log2(min(n, K))`, 0 to 1.
 * Null for no values, 0 where no difference is possible. Example: `normalisedEntropy(["a", "b"], 6)` gives `1`.
 */
export function normalisedEntropy(values: readonly unknown[], optionCount: number): number | null {
  const bits = entropy(values);
  if (bits === null) return null;
  const most = Math.log2(Math.min(values.length, optionCount));
  return most > 0 ? roundTo9(bits / most) : 0;
}

/** Pairs of people who differ, out of all pairs. Example: `differingPairs(["a", "a", "b"])` gives `{ differ: 2, of: 3 }`. */
export function differingPairs(values: readonly unknown[]): { differ: number; of: number } {
  const pairsOf = (n: number) => (n * (n - 1)) / 2;
  const alike = [...tally(values).values()].reduce((sum, count) => sum + pairsOf(count), 0);
  const of = pairsOf(values.length);
  return { differ: of - alike, of };
}

/** Share of lists that name each option, 0 to 1; empty for no lists. Example: `optionShares([["a"], ["a", "b"]])` gives `{ a: 1, b: 0.5 }`. */
export function optionShares(lists: readonly (readonly string[])[]): Record<string, number> {
  const named = tally(lists.flatMap((list) => [...new Set(list)]));
  return Object.fromEntries([...named].map(([option, count]) => [option, roundTo9(count / lists.length)]));
}

/** How contested an option is from the share that chose it, `4p(1 - p)`: 1 evenly split, 0 settled. Example: `contest(0.5)` gives `1`. */
export function contest(share: number): number {
  return roundTo9(4 * share * (1 - share));
}
