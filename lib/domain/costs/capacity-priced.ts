import { type Affine, endOf, scaleCurve, sumCurves, timesAffine } from "./curve";
import { exact } from "./exact";
import { type HourShare, loadProfile } from "./load-profile";
import type { Meter, Pricing, PricingContext } from "./meter";
import { vcpuUsed } from "./node-classes";
import type { CapacityPricedSpec } from "./shapes";
import { commonMeters, ioMeter } from "./shared-meters";
import { MAX_HOURLY_STEPS, sizeCurve, stepCurve } from "./steps";

/**
 * Shape C (`cost-models.md` section 3): every hour of the day is billed for the capacity that its load needs,
 * rounded up to the vendor's step and clamped to its range; memory for the working set is a floor all day.
 *
 * @example A load that needs 2 vCPU at the peak and 0.25 vCPU per unit takes 8 units in the peak hour.
 */
export function priceCapacity(spec: CapacityPricedSpec, context: PricingContext): Pricing {
  const { demand, to } = context;
  const used = vcpuUsed(spec, context);
  const memory = timesAffine(demand.storedGb, exact(demand.workload.workingSetShare).div(spec.ramGibPerUnit));
  const hoursEach = exact(spec.hoursPerMonth).times(spec.instances);
  const range = { step: exact(spec.step), min: exact(spec.min), max: exact(spec.max), to, maxSteps: MAX_HOURLY_STEPS };
  const capacity = (needs: Affine[]) =>
    spec.sizes ? sizeCurve({ needs, sizes: spec.sizes.map(exact), to }) : stepCurve({ needs, ...range });
  const parts = runningParts(spec, context).map(({ multiplier, share }) => {
    const cpu = timesAffine(used, exact(multiplier).div(demand.peakMultiple).div(spec.vcpuPerUnit));
    return { cpu, share, isFloor: isBelow(cpu, memory) };
  });
  const floorShare = parts.filter(({ isFloor }) => isFloor).reduce((sum, { share }) => sum + share, 0);
  const perHour = parts
    .filter(({ isFloor }) => !isFloor)
    .map(({ cpu, share }) => scaleCurve(capacity([cpu, memory]), hoursEach.times(share)));
  if (floorShare > 0) perHour.push(scaleCurve(capacity([memory]), hoursEach.times(floorShare)));
  const quantity = sumCurves(perHour, to);
  const end = perHour.some((curve) => curve.segments.length === 0) ? exact(-1) : endOf(quantity);
  const meters: Meter[] = [
    { meter: "capacity_hours", unit: "unit_hour", price: context.price(spec.price), quantity, isCompute: true },
    ...(spec.io ? [ioMeter(spec.io, context)] : []),
    ...commonMeters(spec, context),
  ];
  return { meters, end, ceiling: end.lt(to) ? "capacity_units" : null };
}

const MINUTES_PER_DAY = 1_440;

/**
 * The parts of the month in which capacity is billed. Where it pauses, parts without any load drop out, and a day's busy part
 * counts for at least what one wake-up bills.
 */
export function runningParts(spec: Pick<CapacityPricedSpec, "pause">, context: Pick<PricingContext, "demand">): HourShare[] {
  const profile = loadProfile(context.demand.workload);
  if (!spec.pause) return profile;
  const busy = profile.filter(({ multiplier }) => multiplier > 0);
  const share = busy.reduce((sum, part) => sum + part.share, 0);
  const least = Math.min(1, (spec.pause.minutesPerWake * spec.pause.wakesPerDay) / MINUTES_PER_DAY);
  return share >= least || share === 0 ? busy : busy.map((part) => ({ ...part, share: (part.share * least) / share }));
}

/** True when memory asks for at least as much at every load, so that the hour does not matter. */
function isBelow(cpu: Affine, memory: Affine): boolean {
  return cpu.intercept.lte(memory.intercept) && cpu.slope.lte(memory.slope);
}
