import { type LoadProfile, type Workload, weekdayPeak } from "./workload-schema";

/** A part of the month with one load: as a multiple of the average, and how much of the month it lasts (all add up to 1). */
export type HourShare = { multiplier: number; share: number };

type Profiled = Pick<Workload, "peakToAverage" | "profile">;

/**
 * The highest load of the month as a multiple of the average, bursts included.
 *
 * @example peakMultiple({ peakToAverage: 2 }) // 2
 */
export function peakMultiple({ peakToAverage, profile }: Profiled): number {
  return Math.max(peakToAverage, profile?.bursts?.timesAverage ?? 1);
}

/**
 * How the load spreads over the month (`cost-models.md` section 1): flat, a sine up to a peak of twice the average, and above that
 * a block of busy hours with the rest shared evenly, because a sine would fall below zero. Quiet weekends lift the other
 * days; bursts take their hours out of all others. Parts with the same multiplier are counted together.
 *
 * @example loadProfile({ peakToAverage: 4 }) // a sixth of the month at 4, the rest at 0.4
 */
export function loadProfile(workload: Profiled): HourShare[] {
  return monthOf(workload, dayOf(workload));
}

/**
 * The same with every hour as busy as the busiest of itself and the hour before, because scaling down lags
 * (`cost-models.md` section 3.D, our assumption).
 *
 * @example laggedProfile({ peakToAverage: 1 }) // [{ multiplier: 1, share: 1 }]
 */
export function laggedProfile(workload: Profiled): HourShare[] {
  const day = dayOf(workload);
  if (day.length !== 2)
    return monthOf(
      workload,
      day.map(({ multiplier, hours }, hour) => ({ multiplier: Math.max(multiplier, day.at(hour - 1)?.multiplier ?? 0), hours })),
    );
  const [busy = { multiplier: 1, hours: 24 }, rest = { multiplier: 1, hours: 0 }] = day;
  const lag = Math.min(1, rest.hours);
  return monthOf(workload, [
    { multiplier: busy.multiplier, hours: busy.hours + lag },
    { multiplier: rest.multiplier, hours: rest.hours - lag },
  ]);
}

const HOURS_PER_MONTH = 730;
const SINE_UP_TO = 2;

type Hours = { multiplier: number; hours: number };

/** One weekday as multiples of its own average: 24 hours of a sine, or busy hours and the rest. */
function dayOf(workload: Profiled): Hours[] {
  const peak = weekdayPeak(workload);
  const shape = workload.profile?.day ?? "auto";
  if (peak <= 1 + 1e-9 || shape === "flat") return [{ multiplier: 1, hours: 24 }];
  if (shape === "block" || (shape === "auto" && peak > SINE_UP_TO + 1e-9)) {
    const busy = Math.min(workload.profile?.busyHours ?? 4, 24 / peak);
    return [
      { multiplier: peak, hours: busy },
      { multiplier: Math.max(0, (24 - busy * peak) / (24 - busy)), hours: 24 - busy },
    ];
  }
  return Array.from({ length: 24 }, (_, hour) => ({ multiplier: 1 + (peak - 1) * Math.cos((2 * Math.PI * hour) / 24), hours: 1 }));
}

function monthOf({ profile }: Profiled, day: Hours[]): HourShare[] {
  const weekend = profile?.weekendShare ?? 1;
  const weekday = 7 / (5 + 2 * weekend);
  const days =
    weekend === 1
      ? [{ factor: 1, share: 1 }]
      : [
          { factor: weekday, share: 5 / 7 },
          { factor: weekday * weekend, share: 2 / 7 },
        ];
  const bursts = burstShare(profile);
  const parts = days.flatMap(({ factor, share }) =>
    day.map(({ multiplier, hours }) => ({ multiplier: roundTo9(multiplier * factor), share: ((hours * share) / 24) * (1 - bursts) })),
  );
  if (bursts > 0) parts.push({ multiplier: profile?.bursts?.timesAverage ?? 1, share: bursts });
  const counted = new Map<number, number>();
  for (const { multiplier, share } of parts) if (share > 0) counted.set(multiplier, (counted.get(multiplier) ?? 0) + share);
  return [...counted].map(([multiplier, share]) => ({ multiplier, share: Math.round(share * 1e12) / 1e12 }));
}

function burstShare(profile: LoadProfile | undefined): number {
  const bursts = profile?.bursts;
  return bursts ? Math.min(1, (bursts.perMonth * bursts.hours) / HOURS_PER_MONTH) : 0;
}

/** Cosines differ in the last bit between machines; nine digits do not. */
function roundTo9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
