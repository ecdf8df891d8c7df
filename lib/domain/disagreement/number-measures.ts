import { median, quantile } from "./quantiles";
import { roundTo9 } from "./rounding";

/**
 * Median of numbers above 0 on a log scale: the middle number itself, or the geometric mean of the middle two. Null for
 * no values or a value of 0 or less. Example: `logMedian([100, 1000])` gives `316.227766`.
 */
export function logMedian(values: readonly number[]): number | null {
  if (values.length % 2 === 1 && isPositive(values)) return median(values);
  return logQuantile(values, 0.5);
}

/** Quantile (type 7) of numbers above 0, taken on logs. Null as `logMedian`. Example: `logQuantile([1, 100], 0.5)` gives `10`. */
export function logQuantile(values: readonly number[], q: number): number | null {
  if (!isPositive(values)) return null;
  const log = quantile(values.map(Math.log), q);
  return log === null ? null : roundTo9(Math.exp(log));
}

/** Geometric mean of numbers above 0. Null as `logMedian`. Example: `geometricMean([0.5, 2, 8, 8])` gives `2.82842712`. */
export function geometricMean(values: readonly number[]): number | null {
  if (!isPositive(values)) return null;
  return roundTo9(Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length));
}

/** Sample standard deviation of log10, in powers of ten. Null for fewer than two values. Example: `logDeviation([10, 1000])` gives `1.41421356`. */
export function logDeviation(values: readonly number[]): number | null {
  if (values.length < 2 || !isPositive(values)) return null;
  const logs = values.map(Math.log10);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return roundTo9(Math.sqrt(squares / (logs.length - 1)));
}

/** Geometric standard deviation, a factor of 1 or more: `10 ^ logDeviation`. Null as `logDeviation`. Example: equal numbers give `1`. */
export function geometricDeviation(values: readonly number[]): number | null {
  const deviation = logDeviation(values);
  return deviation === null ? null : roundTo9(10 ** deviation);
}

/** Largest over smallest, 1 when all are equal. Null for no values, or when the smallest alone is 0. Example: `ratioOf([50, 5000])` gives `100`. */
export function ratioOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low === high) return 1;
  return low > 0 ? roundTo9(high / low) : null;
}

function isPositive(values: readonly number[]): boolean {
  return values.length > 0 && values.every((value) => value > 0);
}
