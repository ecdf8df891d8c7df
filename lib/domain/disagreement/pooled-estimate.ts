import type { Basis } from "../answers/schema";
import { logMedian } from "./number-measures";
import { median } from "./quantiles";
import { roundTo9 } from "./rounding";

/** How far off a number may be, by how its author knows it: a measured 200 means 160 to 250. Our judgement, shown on screen. */
export const BASIS_FACTORS: Record<Basis, number> = { measured: 1.25, calculated: 2, educated_guess: 3, wild_guess: 10 };

/** Nobody said how they know it: taken as an educated guess. */
export const ASSUMED_BASIS: Basis = "educated_guess";

export type Estimate = { value: number; factor: number };
export type PooledEstimate = { low: number; mid: number; high: number };

/**
 * Low, typical and high of a team's numbers. Each number x with factor f stands for x/f (weight 0.3), x (0.4) and x·f
 * (0.3); low and high are the 0.1 and 0.9 points of all of them together, typical is the log-median of the numbers
 * (the plain median when one is 0). Works for one person; null for none.
 * Example: one 200 with factor 3 gives `{ low: 66.6666667, mid: 200, high: 600 }`. Source: the 30-40-30 rule (Hurst, Brown, Swanson 2000).
 */
export function poolEstimates(estimates: readonly Estimate[]): PooledEstimate | null {
  const values = estimates.map((estimate) => estimate.value);
  const mid = logMedian(values) ?? median(values);
  if (mid === null) return null;
  const points = estimates
    .flatMap(({ value, factor }) => [
      { at: value / factor, weight: 0.3 / estimates.length },
      { at: value, weight: 0.4 / estimates.length },
      { at: value * factor, weight: 0.3 / estimates.length },
    ])
    .sort((a, b) => a.at - b.at);
  return { low: weightedQuantile(points, 0.1), mid, high: weightedQuantile(points, 0.9) };
}

function weightedQuantile(points: readonly { at: number; weight: number }[], q: number): number {
  let cumulative = 0;
  for (const { at, weight } of points) {
    cumulative += weight;
    if (cumulative >= q - 1e-9) return roundTo9(at);
  }
  return roundTo9(points.at(-1)?.at ?? 0);
}
