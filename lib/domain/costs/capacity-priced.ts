import { type Affine, type Curve, scaleCurve, sumCurves, timesAffine } from "./curve";
import { type Exact, exact } from "./exact";
import { type HourShare, loadProfile } from "./load-profile";
import type { Meter, Pricing, PricingContext } from "./meter";
import { vcpuUsed } from "./node-classes";
import type { CapacityPricedSpec } from "./shapes";
import { commonMeters, ioMeter } from "./shared-meters";
import { MAX_HOURLY_STEPS, sizeCurve, stackedSteps } from "./steps";

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
  const parts = runningParts(spec, context).map(({ multiplier, share }) => {
    const cpu = timesAffine(used, exact(multiplier).div(demand.peakMultiple).div(spec.vcpuPerUnit));
    return { needs: isBelow(cpu, memory) ? [memory] : dominant(cpu, memory), weight: hoursEach.times(share) };
  });
  const range = { step: exact(spec.step), min: exact(spec.min), max: exact(spec.max), to, maxSteps: MAX_HOURLY_STEPS };
  const quantity = spec.sizes ? sizedHours({ parts, sizes: spec.sizes.map(exact), to }) : stackedSteps({ parts: joined(parts), ...range });
  const end = quantity.segments.at(-1)?.to ?? exact(-1);
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

type Part = { needs: Affine[]; weight: Exact };

function sizedHours({ parts, sizes, to }: { parts: Part[]; sizes: Exact[]; to: Exact }): Curve {
  const curves = parts.map(({ needs, weight }) => scaleCurve(sizeCurve({ needs, sizes, to }), weight));
  return curves.some(({ segments }) => segments.length === 0) ? { segments: [], asymptote: null } : sumCurves(curves, to);
}

/** Hours that need the same are counted together. */
function joined(parts: Part[]): Part[] {
  const counted = new Map<string, Part>();
  for (const part of parts) {
    const key = part.needs.map(({ intercept, slope }) => `${intercept}+${slope}`).join();
    const known = counted.get(key);
    counted.set(key, known ? { needs: known.needs, weight: known.weight.plus(part.weight) } : part);
  }
  return [...counted.values()];
}

/** Both needs, or only the one that is never below the other. */
function dominant(cpu: Affine, memory: Affine): Affine[] {
  return isBelow(memory, cpu) ? [cpu] : [cpu, memory];
}

/** True when memory asks for at least as much at every load, so that the hour does not matter. */
function isBelow(cpu: Affine, memory: Affine): boolean {
  return cpu.intercept.lte(memory.intercept) && cpu.slope.lte(memory.slope);
}
