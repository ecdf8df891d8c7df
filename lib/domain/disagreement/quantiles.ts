/**
 * The q-quantile of plain numbers, type 7: position `h = (n - 1) q`, linear between neighbours. Null for no values.
 * Example: `quantile([1, 2, 3, 4], 0.5)` gives `2.5`. Source: Hyndman and Fan 1996, definition 7.
 */
export function quantile(values: readonly number[], q: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle value, or the mean of the middle two. Null for no values. Example: `median([3, 1, 2])` gives `2`. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** Distance between the quartiles (type 7). Null for no values. Example: `interquartileRange([1, 2, 3, 4, 5])` gives `2`. */
export function interquartileRange(values: readonly number[]): number | null {
  const low = quantile(values, 0.25);
  const high = quantile(values, 0.75);
  return low === null || high === null ? null : high - low;
}
