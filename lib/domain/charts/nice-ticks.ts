const NICE = [1, 2, 2.5, 5, 10];

/**
 * Round numbers from zero to at or just above a maximum.
 *
 * @example niceTicks(3238, 4) // [0, 1000, 2000, 3000, 4000]
 */
export function niceTicks(max: number, count: number): number[] {
  const step = niceStep(max / count);
  const last = Math.ceil(max / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = rough / power;
  return (NICE.find((nice) => unit <= nice + 1e-9) ?? 10) * power;
}
