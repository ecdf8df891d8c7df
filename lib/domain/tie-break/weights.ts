import { rankOrderWeights } from "../disagreement/rankings";
import { roundTo9 } from "../disagreement/rounding";

/** Items of one rank stand together; the groups go from the weightiest to the least. */
export type Ranked<T> = T[][];

/**
 * One order of the items out of several people's: by mean rank, equal means as one group in the order of `items`. Every order
 * ranks all items; without any order they are one group.
 * @example combinedOrder(["a", "b", "c"], [["a", "b", "c"], ["b", "a", "c"]]) // [["a", "b"], ["c"]]
 */
export function combinedOrder<T extends string>(items: readonly T[], orders: readonly (readonly T[])[]): Ranked<T> {
  // Sums instead of means: the same order without a rounded division.
  const sums = items.map((item) => ({ item, sum: orders.reduce((sum, order) => sum + order.indexOf(item), 0) }));
  const places = [...new Set(sums.map(({ sum }) => sum))].sort((a, b) => a - b);
  return places.map((place) => sums.filter(({ sum }) => sum === place).map(({ item }) => item));
}

/**
 * The rank-order-centroid weight of each item of a combined order, adding up to 1; items of one group share the weights of the ranks they take.
 * @example weightsOf([["a", "b"], ["c"]]) // { a: 0.444444444, b: 0.444444444, c: 0.111111111 }
 */
export function weightsOf<T extends string>(order: Ranked<T>): Record<T, number> {
  const roc = rankOrderWeights(order.flat().length);
  let taken = 0;
  const entries = order.flatMap((group) => {
    const own = roc.slice(taken, taken + group.length);
    taken += group.length;
    const share = roundTo9(own.reduce((sum, weight) => sum + weight, 0) / group.length);
    return group.map((item) => [item, share] as const);
  });
  return Object.fromEntries(entries) as Record<T, number>;
}
