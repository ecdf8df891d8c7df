/** The 24 hours of a day as multiples of the average, mean 1. */
type HourShare = { multiplier: number; hours: number };

/**
 * How the load spreads over a day with a given peak (`cost-models.md` section 1): flat at 1, a sine up to 2, and
 * above that a block of busy hours with the rest shared evenly, because a sine would fall below zero. Hours with the same
 * multiplier are counted together.
 *
 * @example loadProfile(1) // [{ multiplier: 1, hours: 24 }]
 * @example loadProfile(4) // 4 hours at 4, 20 hours at 0.4
 */
export function loadProfile(peakToAverage: number): HourShare[] {
  if (peakToAverage <= 1) return [{ multiplier: 1, hours: 24 }];
  if (peakToAverage > 2) return blockProfile(peakToAverage);
  const hours = Array.from({ length: 24 }, (_, hour) => roundTo9(1 + (peakToAverage - 1) * Math.cos((2 * Math.PI * hour) / 24)));
  const counted = new Map<number, number>();
  for (const multiplier of hours) counted.set(multiplier, (counted.get(multiplier) ?? 0) + 1);
  return [...counted].map(([multiplier, count]) => ({ multiplier, hours: count }));
}

/**
 * Average over the day of what is provisioned, as a multiple of the average load, when each hour is provisioned for the
 * busiest of itself and the hour before, because scaling down lags.
 *
 * @example provisionedMultiple(1) // 1
 */
export function provisionedMultiple(peakToAverage: number): number {
  if (peakToAverage <= 1) return 1;
  if (peakToAverage > 2) {
    const [busy, rest] = blockProfile(peakToAverage);
    if (!busy || !rest) return peakToAverage;
    const lag = Math.min(1, rest.hours);
    return roundTo9((busy.multiplier * (busy.hours + lag) + rest.multiplier * (rest.hours - lag)) / 24);
  }
  const at = (hour: number) => 1 + (peakToAverage - 1) * Math.cos((2 * Math.PI * hour) / 24);
  const sum = Array.from({ length: 24 }, (_, hour) => Math.max(at(hour), at(hour - 1))).reduce((total, value) => total + value, 0);
  return roundTo9(sum / 24);
}

const BUSY_HOURS = 4;

function blockProfile(peakToAverage: number): HourShare[] {
  const busy = Math.min(BUSY_HOURS, 24 / peakToAverage);
  const rest = Math.max(0, (24 - busy * peakToAverage) / (24 - busy));
  return [
    { multiplier: peakToAverage, hours: busy },
    { multiplier: roundTo9(rest), hours: 24 - busy },
  ];
}

/** Cosines differ in the last bit between machines; nine digits do not. */
function roundTo9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
