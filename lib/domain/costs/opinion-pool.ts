import { estimateQuantile, estimateShare, type Meaning } from "./estimate-draws";
import type { Estimate, MemberEstimate, Quantiles } from "./estimates-schema";

export type Opinion = { estimate: Estimate; weight: number };

/**
 * What the members of a point say about one number, with their weights; null when nobody says anything.
 *
 * @example opinionsOf({ members: [{ member: "ana", weight: 1 }] }, "storedGb") // null
 */
export function opinionsOf(
  { members }: { members: readonly MemberEstimate[] },
  key: "peakRequestsPerSecond" | "storedGb" | "readShare",
): Opinion[] | null {
  const opinions = members.flatMap((member) => {
    const estimate: Estimate | undefined = member[key];
    return estimate ? [{ estimate, weight: member.weight }] : [];
  });
  return opinions.length > 0 ? opinions : null;
}

/**
 * Low, middle and high of several people's estimates as one: the linear pool `F(x) = Σ w_i·F_i(x)` (`cost-models.md` section 6.2), by
 * bisection. Averaging the lows and the highs would hide that people disagree.
 *
 * @example Two points at 100 and 900: 100 at the tenth, 900 at the ninetieth.
 */
export function poolQuantiles(opinions: readonly Opinion[], meaning: Meaning): Quantiles {
  const at = (q: number) => poolQuantile({ opinions, q, meaning });
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

const TOLERANCE = 1e-6;

function poolQuantile({ opinions, q, meaning }: { opinions: readonly Opinion[]; q: number; meaning: Meaning }): number {
  const weights = opinions.reduce((sum, { weight }) => sum + weight, 0);
  const edges = opinions.map(({ estimate }) => estimateQuantile({ estimate, q, meaning }));
  let [low, high] = [Math.min(...edges), Math.max(...edges)];
  const share = (value: number) =>
    opinions.reduce((sum, { estimate, weight }) => sum + weight * estimateShare({ estimate, value, meaning }), 0) / weights;
  if (share(low) >= q - 1e-9) return rounded(low);
  while (high - low > TOLERANCE * Math.max(1e-9, high)) {
    const middle = (low + high) / 2;
    if (share(middle) >= q - 1e-9) high = middle;
    else low = middle;
  }
  return rounded(high);
}

/**
 * Draws from the pool, as many as there are trials, shuffled: every person's share of the trials is spread evenly over their own
 * estimate, so that a thousand draws say what ten thousand careless ones would.
 *
 * @example poolDraws({ opinions: [{ estimate: { likely: 5 }, weight: 1 }], trials: 3, meaning, random }) // [5, 5, 5]
 */
export function poolDraws({
  opinions,
  trials,
  meaning,
  random,
}: {
  opinions: readonly Opinion[];
  trials: number;
  meaning: Meaning;
  random: () => number;
}): Float64Array {
  const weights = opinions.reduce((sum, { weight }) => sum + weight, 0);
  const draws = new Float64Array(trials);
  let [at, reached] = [0, 0];
  for (const { estimate, weight } of opinions) {
    reached += weight;
    const end = Math.round((trials * reached) / weights);
    const count = end - at;
    for (let k = 0; k < count; k += 1) draws[at + k] = estimateQuantile({ estimate, q: (k + random()) / count, meaning });
    at = end;
  }
  return shuffled(draws, random);
}

/**
 * True when one person's likely value lies outside another's low to high.
 *
 * @example isDisputed([{ estimate: { likely: 5 }, weight: 1 }, { estimate: { low: 6, likely: 7 }, weight: 1 }]) // true
 */
export function isDisputed(opinions: readonly Opinion[]): boolean {
  return opinions.some(({ estimate: { likely } }) =>
    opinions.some(({ estimate }) => likely < (estimate.low ?? estimate.likely) || likely > (estimate.high ?? estimate.likely)),
  );
}

/** Puts values into an order of chance (Fisher and Yates), in place. */
export function shuffled(values: Float64Array, random: () => number): Float64Array {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = held;
  }
  return values;
}

function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
