import {
  type Affine,
  addAffine,
  affine,
  constantCurve,
  lineCurve,
  maxCurve,
  positivePart,
  scaleCurve,
  sumCurves,
  timesAffine,
} from "./curve";
import { type Exact, exact, guardedCeil } from "./exact";
import { provisionedMultiple } from "./load-profile";
import { costCurveOf, type Meter, type Pricing, type PricingContext } from "./meter";
import type { Dimension, Workload } from "./schema";
import type { RequestMeter, RequestPricedSpec, SizeRule } from "./shapes";
import { commonMeters } from "./shared-meters";

/**
 * Shape B (`cost-models.md` section 3): units per request, rounded per item, times the requests of the month.
 * Linear in load and independent of the peak; without requests only storage is billed.
 *
 * @example DynamoDB on demand, 1 KB writes: 40 million writes cost 40 × $0.625 = $25.
 */
export function priceRequests(spec: RequestPricedSpec, context: PricingContext): Pricing {
  const meters = [...spec.meters.map((meter) => meterOf(meter, context)), ...commonMeters(spec, context)];
  if (spec.minimumUsd) meters.push(topUpMeter({ minimumUsd: exact(spec.minimumUsd), meters, context }));
  const limit = limitOf(spec, context);
  return { meters, end: limit?.at ?? context.to, ceiling: limit?.dimension ?? null };
}

/**
 * Billed units of one request. Sizes are rounded per item before they are multiplied, as the vendors do.
 *
 * @example unitsOf({ rule: "blocks", kb: 1, perBlock: 1 }, 1.0001).toNumber() // 2
 */
function unitsOf(rule: SizeRule, kb: number): Exact {
  if (rule.rule === "once") return exact(rule.units);
  if (rule.rule === "at_least_1kb") return exact(Math.max(1, kb));
  if (rule.rule === "blocks") return guardedCeil(exact(kb).div(rule.kb)).times(rule.perBlock);
  const perKb = exact(rule.at100Kb).minus(rule.at1Kb).div(99);
  return exact(rule.at1Kb).plus(perKb.times(Math.max(0, kb - 1)));
}

/** Average units of a read and of a write under this workload's mix. */
function unitsPerRequest(meter: Extract<RequestMeter, { of: "reads" | "writes" }>, workload: Workload): Exact {
  const transactional = exact(workload.transactionalShare);
  const plain = exact(1).minus(transactional);
  if (meter.of === "writes") return unitsOf(meter.size, workload.itemWriteKb).times(plain.plus(transactional.times(meter.transactional)));
  const strong = exact(workload.strongReadShare);
  const mix = strong.times(meter.strong).plus(exact(1).minus(strong).times(meter.eventual));
  return unitsOf(meter.size, workload.itemReadKb).times(plain.times(mix).plus(transactional.times(meter.transactional)));
}

function meterOf(meter: RequestMeter, context: PricingContext): Meter {
  const { demand, to, freeTiers } = context;
  const price = context.price(meter.price);
  if (meter.of === "stored_gb") {
    const overhead = exact(1).plus(exact(meter.overheadBytesPerItem).div(exact(demand.workload.itemWriteKb).times(1_024)));
    const kept = maxCurve([timesAffine(demand.storedGb, overhead), affine(meter.minGb)], to);
    const quantity = scaleCurve(freeTiers ? lessFree(kept, meter.freeUnits, to) : kept, meter.hours);
    return { meter: "storage", unit: meter.hours === 1 ? "gb_month" : "gb_hour", price, quantity };
  }
  if (meter.provisioned) return provisionedMeter(meter, context);
  const requests = meter.of === "writes" ? demand.writesPerMonth : demand.readsPerMonth;
  const units = lineCurve(timesAffine(requests, unitsPerRequest(meter, demand.workload)), to);
  const billed = freeTiers ? lessFree(units, meter.freeUnits, to) : units;
  return { meter: meter.of, unit: unitName(meter.priceUnits), price, quantity: scaleCurve(billed, exact(1).div(meter.priceUnits)) };
}

/**
 * Shape D (`cost-models.md` section 3): units a second of every hour over the target utilisation, billed by the hour.
 * Scaling down lags, so an hour is provisioned for the busiest of the last two. Whole units are not rounded: one unit is a
 * fraction of a dollar a month.
 */
function provisionedMeter(meter: Extract<RequestMeter, { of: "reads" | "writes" }>, context: PricingContext): Meter {
  const { demand, to, freeTiers } = context;
  const { targetUtilisation = 1, hours = 730 } = meter.provisioned ?? {};
  const { peakToAverage } = demand.workload;
  const peak = meter.of === "writes" ? demand.peakWrites : demand.peakReads;
  const perHour = exact(provisionedMultiple(peakToAverage)).div(peakToAverage).times(hours).div(targetUtilisation);
  const unitHours = lineCurve(timesAffine(peak, perHour.times(unitsPerRequest(meter, demand.workload))), to);
  const billed = freeTiers ? lessFree(unitHours, meter.freeUnits, to) : unitHours;
  return {
    meter: meter.of === "writes" ? "provisioned_writes" : "provisioned_reads",
    unit: "unit_hour",
    price: context.price(meter.price),
    quantity: scaleCurve(billed, exact(1).div(meter.priceUnits)),
  };
}

function lessFree(curve: Meter["quantity"], free: number, to: Exact) {
  return free === 0 ? curve : positivePart(sumCurves([curve, constantCurve(-free, to)], to));
}

function unitName(priceUnits: number): string {
  if (priceUnits === 1_000_000) return "million";
  if (priceUnits === 100_000) return "hundred_thousand";
  return priceUnits === 100 ? "hundred" : "unit";
}

/** What is missing to the monthly minimum, priced at one dollar a dollar. */
function topUpMeter({ minimumUsd, meters, context }: { minimumUsd: Exact; meters: Meter[]; context: PricingContext }): Meter {
  const { to } = context;
  const usage = sumCurves([constantCurve(0, to), ...meters.flatMap((meter) => costCurveOf(meter) ?? [])], to);
  const missing = positivePart(sumCurves([constantCurve(minimumUsd, to), scaleCurve(usage, -1)], to));
  return {
    isUnlisted: true,
    meter: "minimum_top_up",
    unit: "usd",
    price: context.price({ usd: "1" }),
    quantity: missing,
    isOneOfSeveral: true,
  };
}

function limitOf(spec: RequestPricedSpec, context: PricingContext): { at: Exact; dimension: Dimension } | null {
  const { demand, to } = context;
  const limits: { at: Exact; dimension: Dimension }[] = [];
  if (spec.maxUnitsPerSecond) {
    const units = spec.meters.reduce<Affine>((sum, meter) => {
      if (meter.of === "stored_gb") return sum;
      return addAffine(
        sum,
        timesAffine(meter.of === "writes" ? demand.peakWrites : demand.peakReads, unitsPerRequest(meter, demand.workload)),
      );
    }, affine(0));
    if (units.slope.gt(0)) limits.push({ at: exact(spec.maxUnitsPerSecond).div(units.slope), dimension: "requests" });
  }
  if (spec.maxStoredGb) {
    const { slope, intercept } = demand.storedGb;
    if (slope.gt(0)) limits.push({ at: exact(spec.maxStoredGb).minus(intercept).div(slope), dimension: "storage" });
    else if (intercept.gt(spec.maxStoredGb)) limits.push({ at: exact(-1), dimension: "storage" });
  }
  const first = limits.sort((a, b) => a.at.comparedTo(b.at))[0];
  return first?.at.lt(to) ? first : null;
}
