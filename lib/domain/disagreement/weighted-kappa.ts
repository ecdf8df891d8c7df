import { roundTo9 } from "./rounding";

/**
 * Weighted kappa of two people who placed the same items on a ladder coded 1 to `levels`: 1 alike, 0 as by chance.
 * `power` 2 weighs by squared distance, 1 by distance. Null for no items, unequal lengths, or no expected difference.
 * Example: `weightedKappa({ a: [1, 3], b: [1, 3], levels: 3, power: 2 })` gives `1`. Source: Cohen 1968.
 */
export function weightedKappa(input: { a: readonly number[]; b: readonly number[]; levels: number; power: 1 | 2 }): number | null {
  const { a, b, levels, power } = input;
  if (a.length === 0 || a.length !== b.length || levels < 2) return null;
  const weight = (x: number, y: number) => (Math.abs(x - y) / (levels - 1)) ** power;
  const observed = a.reduce((sum, x, i) => sum + weight(x, b[i] ?? x), 0) / a.length;
  const expected = a.reduce((sum, x) => sum + b.reduce((inner, y) => inner + weight(x, y), 0), 0) / a.length ** 2;
  return expected === 0 ? null : roundTo9(1 - observed / expected);
}
