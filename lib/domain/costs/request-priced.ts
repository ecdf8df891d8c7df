import {
  type Affine,
  addAffine,
  affine,
  type Curve,
  constantCurve,
  lineCurve,
  maxCurve,
  positivePart,
  scaleCurve,
  sumCurves,
  timesAffine,
} from "./curve";
import { type Exact, exact } from "./exact";
import { costCurveOf, dollars, type Meter, type Pricing, type PricingContext } from "./meter";
import { unitsPerRead, unitsPerWrite } from "./request-units";
import type { Dimension } from "./schema";
import type { RequestMeter, RequestPricedSpec } from "./shapes";
import { commonMeters, lessFree } from "./shared-meters";
import type { Workload } from "./workload-schema";

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

function meterUnits(meter: Extract<RequestMeter, { of: "reads" | "writes" }>, workload: Workload): Exact {
  return meter.of === "reads" ? unitsPerRead(meter, workload) : unitsPerWrite(meter, workload);
}

function meterOf(meter: RequestMeter, context: PricingContext): Meter {
  const { demand, to, freeTiers } = context;
  const price = context.price(meter.price);
  if (meter.of === "stored_gb") {
    const overhead = exact(1).plus(exact(meter.overheadBytesPerItem).div(exact(demand.workload.itemWriteKb).times(1_024)));
    const kept = maxCurve([timesAffine(demand.storedGb, overhead), affine(meter.minGb)], to);
    const inHours = (curve: Curve) => scaleCurve(curve, meter.hours);
    const quantity = inHours(freeTiers ? lessFree(kept, meter.freeUnits) : kept);
    const free = freeTiers ? { beforeFree: inHours(kept) } : {};
    return { meter: "storage", unit: meter.hours === 1 ? "gb_month" : "gb_hour", price, quantity, ...free };
  }
  const requests = meter.of === "writes" ? demand.writesPerMonth : demand.readsPerMonth;
  const units = lineCurve(timesAffine(requests, meterUnits(meter, demand.workload)), to);
  const billed = freeTiers ? lessFree(units, meter.freeUnits) : units;
  const inUnits = (curve: Curve) => scaleCurve(curve, exact(1).div(meter.priceUnits));
  const free = freeTiers ? { beforeFree: inUnits(units) } : {};
  return { meter: meter.of, unit: unitName(meter.priceUnits), price, quantity: inUnits(billed), ...free };
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
    price: dollars("1"),
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
      return addAffine(sum, timesAffine(meter.of === "writes" ? demand.peakWrites : demand.peakReads, meterUnits(meter, demand.workload)));
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
