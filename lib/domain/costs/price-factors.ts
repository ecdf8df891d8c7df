import type { ResolvedPrice } from "./meter";
import { shuffled } from "./opinion-pool";
import { priceGroup } from "./quick-point";

const APPROXIMATE = 0.2;
const STALE = 0.1;

/** A factor per trial for each product whose price is not certain. */
export type PriceFactors = ReadonlyMap<string, Float64Array>;

/**
 * How prices err, trial by trial (`cost-models.md` section 6.4): approximate ones by up to a fifth, those older than two years by a tenth
 * more, quoted and own ones not at all. Prices of one product read on one day err together, in every design that buys it.
 *
 * @example An approximate price of today gets factors evenly spread from 0.8 to 1.2.
 */
export function drawPriceFactors({
  prices,
  trials,
  random,
}: {
  prices: readonly ResolvedPrice[];
  trials: number;
  random: () => number;
}): PriceFactors {
  const drawn = new Map<string, Float64Array>();
  for (const price of prices) {
    const reach = (price.marks.includes("approximate") ? APPROXIMATE : 0) + (price.marks.includes("stale") ? STALE : 0);
    const group = priceGroup(price);
    if (reach === 0 || drawn.has(group)) continue;
    const factors = Float64Array.from({ length: trials }, (_, k) => 1 + reach * ((2 * (k + random())) / trials - 1));
    drawn.set(group, shuffled(factors, random));
  }
  return drawn;
}
