import { seededRandom } from "../impact/seeded-random";
import { crossoversOf, type PlainCurve } from "./crossovers";
import type { CostBand, CrossoverBand, DisputedCrossing, Uncertainty } from "./estimates-schema";
import { costCurveOf } from "./meter";
import type { Priced } from "./price-design";
import { drawPriceFactors, type PriceFactors } from "./price-factors";
import { priceGroup } from "./quick-point";
import type { Crossover } from "./schema";

/** Trials for crossings, each of which compares whole curves; more would not move the tenth visibly. */
const TRIALS = { few: 200, many: 40 } as const;
const MANY_PAIRS = 10;

/**
 * The 10th, 50th and 90th of a hundred of where two designs first and last change places when prices err (`cost-models.md` section 6.5):
 * the exact crossings, computed again in every trial with the prices of a product moved together. Trials in which the pair
 * does not cross on the axis are told as a share. Only pairs that cross at the listed prices are asked.
 *
 * @example With certain prices every trial crosses where the exact curves do.
 */
export function crossoverBands(input: {
  uncertainty: Uncertainty;
  priced: readonly Priced[];
  crossovers: readonly Crossover[];
}): CrossoverBand[] {
  const { uncertainty, priced, crossovers } = input;
  const pairs = [...new Map(crossovers.map(({ a, b }) => [`${a}|${b}`, { a, b }])).values()];
  const crossing = priced.filter(({ reply }) => pairs.some(({ a, b }) => a === reply.id || b === reply.id));
  const trials = pairs.length > MANY_PAIRS ? TRIALS.many : TRIALS.few;
  const random = seededRandom(`${uncertainty.seed}|crossings`);
  const prices = crossing.flatMap(({ meters }) => meters.map(({ price }) => price));
  const factors = uncertainty.varyPrices ? drawPriceFactors({ prices, trials, random }) : null;
  const curves = new Map(
    crossing.flatMap((design) => (design.plain ? [[design.reply.id, shareByProduct(design, design.plain)] as const] : [])),
  );
  return pairs.flatMap(({ a, b }) => {
    const [f, g] = [curves.get(a), curves.get(b)];
    if (!f || !g) return [];
    const found = Array.from({ length: trials }, (_, trial) =>
      crossoversOf(movedCurve({ shares: f, factors, trial }), movedCurve({ shares: g, factors, trial })).events.map(({ x }) => x),
    );
    return (["first", "last"] as const).map((which) => {
      const at = found.flatMap((loads) => (which === "first" ? loads.slice(0, 1) : loads.slice(-1))).sort((x, y) => x - y);
      const q = (share: number) => at[Math.max(0, Math.ceil(at.length * share) - 1)] ?? null;
      return { a, b, which, p10: q(0.1), p50: q(0.5), p90: q(0.9), noneShare: 1 - at.length / trials };
    });
  });
}

/** A curve split by what is bought, so that a trial can move the price of one product. */
type Shares = { plain: PlainCurve; parts: { group: string; intercepts: number[]; slopes: number[] }[] };

function shareByProduct({ meters }: Priced, plain: PlainCurve): Shares {
  const groups = new Map<string, { intercepts: number[]; slopes: number[] }>();
  for (const meter of meters) {
    const curve = costCurveOf(meter);
    if (!curve) continue;
    const pieces = curve.segments.map(({ to, intercept, slope }) => ({
      to: to.toNumber(),
      intercept: intercept.toNumber(),
      slope: slope.toNumber(),
    }));
    const group = priceGroup(meter.price);
    const sums = groups.get(group) ?? { intercepts: plain.segments.map(() => 0), slopes: plain.segments.map(() => 0) };
    groups.set(group, sums);
    let at = 0;
    for (const [index, { from, to }] of plain.segments.entries()) {
      const middle = (from + to) / 2;
      while (at < pieces.length - 1 && (pieces[at]?.to ?? 0) < middle) at += 1;
      sums.intercepts[index] = (sums.intercepts[index] ?? 0) + (pieces[at]?.intercept ?? 0);
      sums.slopes[index] = (sums.slopes[index] ?? 0) + (pieces[at]?.slope ?? 0);
    }
  }
  return { plain, parts: [...groups].map(([group, sums]) => ({ group, ...sums })) };
}

function movedCurve({ shares, factors, trial }: { shares: Shares; factors: PriceFactors | null; trial: number }): PlainCurve {
  const { plain, parts } = shares;
  const moved = parts.flatMap(({ group, intercepts, slopes }) => {
    const factor = (factors?.get(group)?.[trial] ?? 1) - 1;
    return factor === 0 ? [] : [{ factor, intercepts, slopes }];
  });
  if (moved.length === 0) return plain;
  const segments = plain.segments.map((segment, index) => {
    let { intercept, slope } = segment;
    for (const { factor, intercepts, slopes } of moved) {
      intercept += factor * (intercepts[index] ?? 0);
      slope += factor * (slopes[index] ?? 0);
    }
    return { ...segment, intercept, slope };
  });
  return { ...plain, segments };
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
