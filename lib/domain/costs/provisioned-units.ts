import {
  type Affine,
  addAffine,
  affine,
  type Curve,
  constantCurve,
  endOf,
  lineCurve,
  maxCurve,
  scaleCurve,
  sumCurves,
  timesAffine,
} from "./curve";
import { exact } from "./exact";
import { type HourShare, laggedProfile, loadProfile } from "./load-profile";
import type { Meter, Pricing, PricingContext } from "./meter";
import { unitsPerRead, unitsPerWrite } from "./request-units";
import type { ProvisionedUnitsSpec, UnitMeter } from "./shapes-by-use";
import { commonMeters, lessFree } from "./shared-meters";
import { MAX_STEPS, stepCurve } from "./steps";

/**
 * Shape D (`cost-models.md` section 3): units a second are bought hour by hour, so many that use stays at the target. Autoscaling
 * follows the load with an hour's lag, `hourly_peak` bills each hour's peak above a floor, manual capacity stays at the peak.
 *
 * @example Flat 50 writes of 1 KB a second at a target of 0.7: 50 / 0.7 units in each of 730 hours.
 */
export function priceProvisionedUnits(spec: ProvisionedUnitsSpec, context: PricingContext): Pricing {
  const priced = spec.meters.map((meter) => unitMeter({ meter, spec, context }));
  const ends = priced.map(({ quantity }) => (quantity.segments.length === 0 ? exact(-1) : endOf(quantity)));
  const end = ends.reduce((least, value) => (value.lt(least) ? value : least), context.to);
  return { meters: [...priced, ...commonMeters(spec, context)], end, ceiling: end.lt(context.to) ? "capacity_units" : null };
}

type Input = { meter: UnitMeter; spec: ProvisionedUnitsSpec; context: PricingContext };

function unitMeter({ meter, spec, context }: Input): Meter {
  const unitHours = scaleCurve(provisioned({ meter, spec, context }), spec.hoursPerMonth);
  const billed = context.freeTiers ? lessFree(unitHours, meter.freeUnitHours) : unitHours;
  const inUnits = (curve: Curve) => scaleCurve(curve, exact(1).div(meter.priceUnits));
  const free = context.freeTiers ? { beforeFree: inUnits(unitHours) } : {};
  return { meter: meter.meter, unit: "unit_hour", price: context.price(meter.price), quantity: inUnits(billed), ...free, isCompute: true };
}

/** Units provisioned on average over the month at every load. */
function provisioned({ meter, spec, context }: Input): Curve {
  const { demand, to } = context;
  const atPeak = unitsAtPeak(meter, context);
  const target = exact(spec.scaling === "hourly_peak" ? 1 : spec.targetUtilisation);
  const hours = hoursFor(spec, context);
  const bought = (needs: Affine[]) => buy({ meter, needs, context });
  const parts = hours.map(({ multiplier, share }) => {
    const needs = [timesAffine(atPeak, exact(multiplier).div(demand.peakMultiple).div(target))];
    // The set maximum leaves the usual room above the peak; a tenth of it is billed even when nobody comes.
    if (spec.scaling === "hourly_peak") needs.push(timesAffine(atPeak, exact(spec.floorShare).div(spec.targetUtilisation)));
    return scaleCurve(bought(needs), share);
  });
  return parts.some(({ segments }) => segments.length === 0) ? { segments: [], asymptote: null } : sumCurves(parts, to);
}

function hoursFor({ scaling }: ProvisionedUnitsSpec, { demand }: PricingContext): HourShare[] {
  if (scaling === "manual") return [{ multiplier: demand.peakMultiple, share: 1 }];
  return scaling === "autoscale" ? laggedProfile(demand.workload) : loadProfile(demand.workload);
}

function buy({ meter, needs, context }: { meter: UnitMeter; needs: Affine[]; context: PricingContext }): Curve {
  const { to } = context;
  const max = exact(meter.maxUnits ?? Number.POSITIVE_INFINITY);
  if (meter.stepUnits !== undefined)
    return stepCurve({
      needs: [...needs, affine(0)],
      step: exact(meter.stepUnits),
      min: exact(meter.minUnits),
      max,
      to,
      maxSteps: MAX_STEPS,
    });
  const [only] = needs;
  const curve = needs.length === 1 && only && meter.minUnits === 0 ? lineCurve(only, to) : maxCurve([...needs, affine(meter.minUnits)], to);
  if (meter.maxUnits === undefined) return curve;
  const steepest = needs.reduce((best, need) => (need.slope.gt(best.slope) ? need : best), affine(0));
  const end = steepest.slope.isZero() ? to : max.minus(steepest.intercept).div(steepest.slope);
  return end.gte(to) ? curve : sumCurves([curve, constantCurve(0, end)], end);
}

/** Units a second at the peak. */
function unitsAtPeak(meter: UnitMeter, { demand }: PricingContext): Affine {
  const reads = meter.reads ? timesAffine(demand.peakReads, unitsPerRead(meter.reads, demand.workload)) : affine(0);
  const writes = meter.writes ? timesAffine(demand.peakWrites, unitsPerWrite(meter.writes, demand.workload)) : affine(0);
  return addAffine(reads, writes);
}
