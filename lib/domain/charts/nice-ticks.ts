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

/**
 * Zero and two round numbers evenly apart, the last one at or below an end above zero.
 *
 * @example threeTicks(4_920) // [0, 2000, 4000]
 * @example threeTicks(1_800) // [0, 800, 1600]
 */
export function threeTicks(to: number): [number, number, number] {
  const power = 10 ** Math.floor(Math.log10(to / 2));
  const unit = NICE_WHEN_FEW.findLast((nice) => nice * power <= (to / 2) * (1 + 1e-9)) ?? 1;
  const step = Number((unit * power).toPrecision(12));
  return [0, step, 2 * step];
}

function niceStep(rough: number, nices: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = rough / power;
  return (nices.find((nice) => unit <= nice + 1e-9) ?? 10) * power;
}
