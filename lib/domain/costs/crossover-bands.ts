import { seededRandom } from "../impact/seeded-random";
import { trialCurves } from "./crossing-trials";
import { crossoversOf } from "./crossovers";
import type { CostBand, CrossoverBand, DisputedCrossing, Uncertainty } from "./estimates-schema";
import type { PricingContext } from "./meter";
import type { Priced } from "./price-design";
import type { CostRequest } from "./request-schema";
import type { Crossover } from "./schema";

/**
 * At which loads two designs first and last change places, as the 10th, 50th and 90th percentile over trials that draw from the
 * members' own estimates and let prices err (`cost-models.md` section 6.5). Every trial computes the exact crossings again; those in
 * which the pair does not cross on the axis are told as a share. Only pairs that cross at the typical values are asked.
 *
 * @example With certain prices and nobody's own mix or data every trial crosses where the exact curves do.
 */
export function crossoverBands(input: {
  uncertainty: Uncertainty;
  request: CostRequest;
  context: PricingContext;
  priced: readonly Priced[];
  crossovers: readonly Crossover[];
}): CrossoverBand[] {
  const { uncertainty, crossovers } = input;
  const pairs = [...new Map(crossovers.map(({ a, b }) => [`${a}|${b}`, { a, b }])).values()];
  const priced = input.priced.filter(({ reply }) => pairs.some(({ a, b }) => a === reply.id || b === reply.id));
  const { trials, curvesOf } = trialCurves({ ...input, priced, random: seededRandom(`${uncertainty.seed}|crossings`) });
  const found = pairs.map(() => ({ first: [] as number[], last: [] as number[] }));
  for (let trial = 0; trial < trials; trial += 1) {
    const curves = curvesOf(trial);
    for (const [index, { a, b }] of pairs.entries()) {
      const [f, g] = [curves.get(a), curves.get(b)];
      const events = f && g ? crossoversOf(f, g).events : [];
      found[index]?.first.push(...events.slice(0, 1).map(({ x }) => x));
      found[index]?.last.push(...events.slice(-1).map(({ x }) => x));
    }
  }
  return pairs.flatMap(({ a, b }, index) =>
    (["first", "last"] as const).map((which) => {
      const at = (found[index]?.[which] ?? []).sort((x, y) => x - y);
      const q = (share: number) => at[Math.max(0, Math.ceil(at.length * share) - 1)] ?? null;
      return { a, b, which, p10: q(0.1), p50: q(0.5), p90: q(0.9), noneShare: 1 - at.length / trials };
    }),
  );
}

/**
 * Crossings that lie inside what the members' own estimates span: there the team disagrees exactly where the ranking flips.
 *
 * @example disputedCrossings([{ a: "A", b: "B", x: 276, … }], [a band from 200 to 900]) // one
 */
export function disputedCrossings(crossovers: readonly Crossover[], bands: readonly CostBand[]): DisputedCrossing[] {
  return bands.flatMap(({ point, peakRequestsPerSecond: { p10, p90 } }) =>
    crossovers.filter(({ x }) => x > p10 && x < p90).map(({ a, b, x }) => ({ a, b, x, point, low: p10, high: p90 })),
  );
}
