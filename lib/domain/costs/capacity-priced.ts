import { type Affine, endOf, scaleCurve, sumCurves, timesAffine } from "./curve";
import { exact } from "./exact";
import { loadProfile } from "./load-profile";
import type { Pricing, PricingContext } from "./meter";
import { vcpuUsed } from "./per-node";
import type { CapacityPricedSpec } from "./shapes";
import { commonMeters, ioMeter } from "./shared-meters";
import { MAX_HOURLY_STEPS, stepCurve } from "./steps";

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
  const hoursEach = exact(spec.hoursPerMonth).div(24).times(spec.instances);
  const range = { step: exact(spec.step), min: exact(spec.min), max: exact(spec.max), to, maxSteps: MAX_HOURLY_STEPS };
  const hoursOfDay = loadProfile(demand.workload.peakToAverage).map(({ multiplier, hours }) => {
    const cpu = timesAffine(used, exact(multiplier).div(demand.workload.peakToAverage).div(spec.vcpuPerUnit));
    return { cpu, hours, isFloor: isBelow(cpu, memory) };
  });
  const floorHours = hoursOfDay.filter(({ isFloor }) => isFloor).reduce((sum, { hours }) => sum + hours, 0);
  const perHour = hoursOfDay
    .filter(({ isFloor }) => !isFloor)
    .map(({ cpu, hours }) => scaleCurve(stepCurve({ needs: [cpu, memory], ...range }), hoursEach.times(hours)));
  if (floorHours > 0) perHour.push(scaleCurve(stepCurve({ needs: [memory], ...range }), hoursEach.times(floorHours)));
  const quantity = sumCurves(perHour, to);
  const end = perHour.some((curve) => curve.segments.length === 0) ? exact(-1) : endOf(quantity);
  const meters = [
    { meter: "capacity_hours", unit: "unit_hour", price: context.price(spec.price), quantity },
    ...(spec.io ? [ioMeter(spec.io, context)] : []),
    ...commonMeters(spec, context),
  ];
  return { meters, end, ceiling: end.lt(to) ? "capacity_units" : null };
}

/** True when memory asks for at least as much at every load, so that the hour does not matter. */
function isBelow(cpu: Affine, memory: Affine): boolean {
  return cpu.intercept.lte(memory.intercept) && cpu.slope.lte(memory.slope);
}
