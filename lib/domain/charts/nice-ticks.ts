const NICE = [1, 2, 2.5, 5, 10];
/** With few ticks a coarse choice would leave half of the picture empty. */
const NICE_WHEN_FEW = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const FEW = 2;

/**
 * Round numbers from zero to at or just above a maximum; with two steps or fewer also less round ones.
 *
 * @example niceTicks(3238, 4) // [0, 1000, 2000, 3000, 4000]
 * @example niceTicks(10_700, 2) // [0, 6000, 12000]
 */
export function niceTicks(max: number, count: number): number[] {
  const step = niceStep(max / count, count > FEW ? NICE : NICE_WHEN_FEW);
  const last = Math.ceil(max / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function niceStep(rough: number, nices: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = rough / power;
  return (nices.find((nice) => unit <= nice + 1e-9) ?? 10) * power;
}
