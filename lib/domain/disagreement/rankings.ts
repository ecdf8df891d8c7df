import { tally } from "./choice-measures";
import { roundTo9 } from "./rounding";

/**
 * Kendall's W of several people's ranks of the same items, ties as mean ranks: 1 all rank alike, 0 no common order.
 * `squares` is the sum of squared deviations of the rank totals. Null for fewer than two people or two items, or when
 * everybody ties everything. Random orders average 1/m, so show words, not the number.
 * Example: `kendallW([[1, 2, 3], [1, 2, 3]])` gives `{ squares: 8, w: 1 }`. Source: Kendall and Babington Smith 1939, with ties.
 */
export function kendallW(ranks: readonly (readonly number[])[]): { squares: number; w: number } | null {
  const people = ranks.length;
  const items = ranks[0]?.length ?? 0;
  if (people < 2 || items < 2) return null;
  const totals = Array.from({ length: items }, (_, i) => ranks.reduce((sum, row) => sum + (row[i] ?? 0), 0));
  const mean = totals.reduce((sum, total) => sum + total, 0) / items;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  const ties = ranks.reduce((sum, row) => sum + [...tally(row).values()].reduce((inner, t) => inner + (t ** 3 - t), 0), 0);
  const most = people ** 2 * (items ** 3 - items) - people * ties;
  return most === 0 ? null : { squares: roundTo9(squares), w: roundTo9((12 * squares) / most) };
}

/**
 * Rank-order-centroid weights of `count` ranked criteria, first to last; they add up to 1. Empty for 0.
 * Example: `rankOrderWeights(3)` gives `[0.611111111, 0.277777778, 0.111111111]`. Source: Barron and Barrett 1996.
 */
export function rankOrderWeights(count: number): number[] {
  return Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = k + 1; i <= count; i += 1) sum += 1 / i;
    return roundTo9(sum / count);
  });
}
