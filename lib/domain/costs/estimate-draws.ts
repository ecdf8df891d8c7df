import type { Estimate, Uncertainty } from "./estimates-schema";

/** Distance of the 10th and 90th of a hundred from the middle of a normal distribution, in standard deviations. */
const Z90 = 1.2815515655446004;

export type Meaning = Uncertainty["meaning"];

/**
 * The value below which a share `q` of one person's estimate lies (`cost-models.md` section 6.1). Low and high as "about 1 in 10" of a
 * positive quantity are the tenth and ninetieth of a two-piece lognormal around the likely value; as limits, or from zero, they bound a
 * triangle. A missing low or high is the likely value itself; without both it is a point.
 *
 * @example estimateQuantile({ estimate: { low: 100, likely: 200, high: 800 }, q: 0.9, meaning: "one_in_ten" }) // 800
 */
export function estimateQuantile({ estimate, q, meaning }: { estimate: Estimate; q: number; meaning: Meaning }): number {
  const { likely } = estimate;
  const low = estimate.low ?? likely;
  const high = estimate.high ?? likely;
  if (low === high) return likely;
  if (meaning === "limits" || low <= 0) return triangleQuantile({ low, likely, high }, q);
  const spread = q < 0.5 ? Math.log(likely / low) : Math.log(high / likely);
  return likely * Math.exp((normalQuantile(q) * spread) / Z90);
}

/**
 * The share of one person's estimate that lies at or below a value; the inverse of `estimateQuantile`.
 *
 * @example estimateShare({ estimate: { low: 100, likely: 200, high: 800 }, value: 200, meaning: "one_in_ten" }) // 0.5
 */
export function estimateShare({ estimate, value, meaning }: { estimate: Estimate; value: number; meaning: Meaning }): number {
  let [below, above] = [0, 1];
  if (value < estimateQuantile({ estimate, q: SMALL, meaning })) return 0;
  if (value >= estimateQuantile({ estimate, q: 1 - SMALL, meaning })) return 1;
  for (let step = 0; step < 50; step += 1) {
    const q = (below + above) / 2;
    if (estimateQuantile({ estimate, q, meaning }) <= value) below = q;
    else above = q;
  }
  return (below + above) / 2;
}

const SMALL = 1e-9;

/**
 * The value below which a share `q` of a triangle lies.
 *
 * @example triangleQuantile({ low: 0, likely: 1, high: 2 }, 0.5) // 1
 */
export function triangleQuantile({ low, likely, high }: { low: number; likely: number; high: number }, q: number): number {
  const width = high - low;
  if (width === 0) return likely;
  if (q <= (likely - low) / width) return low + Math.sqrt(q * width * (likely - low));
  return high - Math.sqrt((1 - q) * width * (high - likely));
}

/**
 * The inverse of the standard normal distribution, right to nine digits.
 * Source: P. J. Acklam's rational approximation with one step of refinement left out (relative error 1.15e-9).
 *
 * @example normalQuantile(0.9) // 1.2815515…
 */
export function normalQuantile(q: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, q));
  if (p < TAIL) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - TAIL) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const d = p - 0.5;
  const r = d * d;
  return (poly(A, r) * d) / (poly(B, r) * r + 1);
}

const TAIL = 0.02425;
const A = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const C = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];

function tail(t: number): number {
  return poly(C, t) / (poly(D, t) * t + 1);
}

function poly(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
