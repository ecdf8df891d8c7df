import type { PlainCurve } from "./crossovers";
import { demandOf } from "./demand";
import type { Uncertainty } from "./estimates-schema";
import { costCurveOf, type PricingContext } from "./meter";
import { type Opinion, opinionsOf, poolDraws } from "./opinion-pool";
import { type Priced, priceDesign } from "./price-design";
import { drawPriceFactors, type PriceFactors } from "./price-factors";
import { priceGroup } from "./quick-point";
import type { CostRequest } from "./request-schema";
import type { Workload } from "./workload-schema";

/** Each trial bills whole curves anew when the mix or the data vary, so there are few; moved prices alone are cheap. */
const TRIALS = { estimates: 60, estimatesOfMany: 24, prices: 200, pricesOfMany: 40 } as const;
const MANY_DESIGNS = 5;

type TrialInput = {
  uncertainty: Uncertainty;
  request: CostRequest;
  context: PricingContext;
  /** The designs whose curves are wanted, as they are billed without any doubt. */
  priced: readonly Priced[];
  random: () => number;
};

/**
 * The curves of some designs in every trial: prices err by product, and the data per request and the share of reads are drawn from
 * what the members expect of the last point of time, so that each trial bills the workload of one possible world.
 *
 * @example Members who say 10 GB and 1,000 GB at the same load: curves whose storage differs a hundredfold.
 */
export function trialCurves(input: TrialInput): { trials: number; curvesOf: (trial: number) => ReadonlyMap<string, PlainCurve> } {
  const { uncertainty, request, priced, random } = input;
  const isMany = priced.length > MANY_DESIGNS;
  const worlds = drawWorlds({ ...input, trials: isMany ? TRIALS.estimatesOfMany : TRIALS.estimates });
  const trials = worlds?.length ?? (isMany ? TRIALS.pricesOfMany : TRIALS.prices);
  const prices = priced.flatMap(({ meters }) => meters.map(({ price }) => price));
  const factors = uncertainty.varyPrices ? drawPriceFactors({ prices, trials, random }) : null;
  const sharesOf = (designs: readonly Priced[]) =>
    designs.flatMap((design) => (design.plain ? [[design.reply.id, shareByProduct(design, design.plain)] as const] : []));
  const certain = sharesOf(priced);
  return {
    trials,
    curvesOf: (trial) => {
      const world = worlds?.[trial];
      const shares = world ? sharesOf(billedIn(world, { ...input, request })) : certain;
      return new Map(shares.map(([id, share]) => [id, movedCurve({ shares: share, factors, trial })]));
    },
  };
}

/** What differs between trials besides prices: today's data, and the share of reads. */
type World = Pick<Workload, "storedGb" | "readShare">;

function drawWorlds({ uncertainty, request, context, random, trials }: TrialInput & { trials: number }): World[] | null {
  const { points, meaning } = uncertainty;
  const last = points.findLast(({ members }) => members.some(({ storedGb, readShare }) => storedGb ?? readShare));
  if (!last) return null;
  const { workload, now } = context.demand;
  const [loads, data, mixes] = [opinionsOf(last, "peakRequestsPerSecond"), opinionsOf(last, "storedGb"), opinionsOf(last, "readShare")];
  const draw = (opinions: readonly Opinion[] | null) => opinions && poolDraws({ opinions, trials, meaning, random });
  const [peaks, stored, shares] = [draw(loads), draw(data), draw(mixes)];
  // Along the axis data rides with the load, so what a trial draws is how much of it there is per request.
  const toToday = (trial: number) => (request.axis.scaleData && peaks?.[trial] ? now.toNumber() / (peaks[trial] ?? 1) : 1);
  return Array.from({ length: trials }, (_, trial) => ({
    storedGb: stored ? roundTo9((stored[trial] ?? 0) * toToday(trial)) : workload.storedGb,
    readShare: shares ? Math.min(1, Math.max(0, roundTo9(shares[trial] ?? workload.readShare))) : workload.readShare,
  }));
}

function billedIn(world: World, { request, context, priced }: TrialInput): Priced[] {
  const workload = { ...request.workload, ...world };
  const demand = demandOf(workload, request.axis.scaleData);
  const wanted = request.designs.filter(({ id }) => priced.some(({ reply }) => reply.id === id));
  return wanted.map((design) => priceDesign({ design, request: { ...request, workload }, context: { ...context, demand } }));
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

function roundTo9(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
