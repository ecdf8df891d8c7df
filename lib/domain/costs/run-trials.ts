import { seededRandom } from "../impact/seeded-random";
import type { CostBand, Uncertainty } from "./estimates-schema";
import { isDisputed, type Opinion, opinionsOf, poolDraws, poolQuantiles } from "./opinion-pool";
import { drawPriceFactors } from "./price-factors";
import type { QuickBill } from "./quick-bill";
import type { LoadPoint } from "./quick-point";

export type TrialInput = {
  uncertainty: Uncertainty;
  bills: readonly QuickBill[];
  /** Designs with a price that nobody knows. */
  incomplete: ReadonlySet<string>;
  /** What holds where members say nothing; data then rides with the load as on the axis. */
  today: LoadPoint;
  scaleData: boolean;
};

/**
 * Bands of cost at each point of time (`cost-models.md` section 6): members' estimates pooled, the same draws for every design, seeded.
 * Costs are the 10th, 50th and 90th percentile over the trials whose load a design carries; the cheapest is counted trial
 * by trial, ties shared. Pure and without the DOM, so that a browser runs it in a worker.
 *
 * @example Same seed and inputs, same bands, on every machine.
 */
export function runTrials(input: TrialInput): CostBand[] {
  return input.uncertainty.points.map((point) => bandOf(point, input));
}

type Point = Uncertainty["points"][number];

function bandOf(point: Point, input: TrialInput): CostBand {
  const { uncertainty, bills, incomplete } = input;
  const { trials, meaning, seed } = uncertainty;
  const random = seededRandom(`${seed}|${point.id}`);
  const loads = opinionsOf(point, "peakRequestsPerSecond") ?? certain(input.today.peak);
  const data = opinionsOf(point, "storedGb");
  const mixes = opinionsOf(point, "readShare");
  const draw = (opinions: readonly Opinion[]) => poolDraws({ opinions, trials, meaning, random });
  const peaks = draw(loads);
  const stored = data && draw(data);
  const shares = mixes && draw(mixes);
  const factors = drawFactors(input, random);
  const costs = bills.map(() => new Float64Array(trials));
  const wins = new Float64Array(bills.length);
  for (let trial = 0; trial < trials; trial += 1) {
    const demand = bills[0]?.demandAt(pointAt({ trial, peaks, stored, shares, input }));
    if (!demand) break;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, bill] of bills.entries()) {
      const cost = bill.atDemand(demand, factors[index]?.(trial) ?? null) ?? Number.NaN;
      const row = costs[index];
      if (row) row[trial] = cost;
      if (cost < least && !incomplete.has(bill.id)) least = cost;
    }
    const isCheapest = (index: number) => !incomplete.has(bills[index]?.id ?? "") && (costs[index]?.[trial] ?? Number.NaN) <= least + 1e-6;
    const winners = bills.reduce((sum, _, index) => sum + Number(isCheapest(index)), 0);
    for (const index of bills.keys()) if (isCheapest(index)) wins[index] = (wins[index] ?? 0) + 1 / winners;
  }
  return {
    point: point.id,
    peakRequestsPerSecond: poolQuantiles(loads, meaning),
    storedGb: data && poolQuantiles(data, meaning),
    readShare: mixes && poolQuantiles(mixes, meaning),
    designs: bills.map(({ id }, index) => {
      const carried = (costs[index] ?? new Float64Array()).filter((cost) => !Number.isNaN(cost)).sort();
      return {
        id,
        ...bandText(carried),
        cheapestShare: (wins[index] ?? 0) / trials,
        infeasibleShare: 1 - carried.length / trials,
        complete: !incomplete.has(id),
      };
    }),
    isDisputed: [loads, data, mixes].some((opinions) => opinions && isDisputed(opinions)),
  };
}

function certain(likely: number): Opinion[] {
  return [{ estimate: { likely }, weight: 1 }];
}

type Draws = { trial: number; peaks: Float64Array; stored: Float64Array | null; shares: Float64Array | null; input: TrialInput };

function pointAt({ trial, peaks, stored, shares, input }: Draws): LoadPoint {
  const { today, scaleData } = input;
  const peak = peaks[trial] ?? 0;
  const times = scaleData && today.peak > 0 ? peak / today.peak : 1;
  return {
    peak,
    readShare: Math.min(1, Math.max(0, shares?.[trial] ?? today.readShare)),
    storedGb: stored?.[trial] ?? today.storedGb * times,
    connections: today.connections === null ? null : today.connections * times,
  };
}

type TrialFactors = ((trial: number) => Float64Array) | null;

/** The factors of each design's prices in a trial, in the order of its own list. */
function drawFactors({ uncertainty, bills }: TrialInput, random: () => number): TrialFactors[] {
  if (!uncertainty.varyPrices) return bills.map(() => null);
  const prices = bills.flatMap((bill) => bill.prices.map(({ price }) => price));
  const drawn = drawPriceFactors({ prices, trials: uncertainty.trials, random });
  return bills.map((bill): TrialFactors => {
    const rows = bill.prices.map(({ key }) => drawn.get(key) ?? null);
    if (rows.every((row) => row === null)) return null;
    const factors = new Float64Array(rows.length);
    return (trial) => {
      for (const [index, row] of rows.entries()) factors[index] = row?.[trial] ?? 1;
      return factors;
    };
  });
}

function bandText(sorted: Float64Array): { p10: string | null; p50: string | null; p90: string | null } {
  const at = (q: number) => {
    if (sorted.length === 0) return null;
    const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * q) - 1))] ?? 0;
    return value.toFixed(2);
  };
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
