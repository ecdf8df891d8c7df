import { type Affine, addAffine, affine, scaleCurve, timesAffine } from "./curve";
import { exact } from "./exact";
import type { Pricing, PricingContext } from "./meter";
import type { ScaleOutSpec } from "./shapes";
import { commonMeters } from "./shared-meters";
import { MAX_STEPS, stepCurve } from "./steps";

const UNITS = { node_hours: "hour", vcpu_hours: "vcpu_hour", capacity_unit_hours: "unit_hour", memory_months: "gb_month" } as const;

/**
 * Equal nodes or units, as many as the busiest of writes, reads and data needs, never fewer than the minimum
 * (`cost-models.md` section 2, scale-out).
 *
 * @example Nodes for 1,000 writes/s each at utilisation 1 without headroom: 3 nodes carry (2,000, 3,000] writes/s.
 */
export function priceScaleOut(spec: ScaleOutSpec, context: PricingContext): Pricing {
  const { demand, to } = context;
  const margin = exact(1)
    .plus(demand.workload.headroom)
    .div(spec.utilisation ?? demand.workload.utilisation);
  const writes = timesAffine(demand.peakWrites, margin.times(spec.replicationFactor).div(spec.node.writesPerSecond));
  const reads = timesAffine(demand.peakReads, margin.times(spec.replicasPerRead).div(spec.node.readsPerSecond));
  const requests = spec.sharesCapacity ? [addAffine(writes, reads)] : [writes, reads];
  const data = spec.node.storageGb
    ? timesAffine(demand.storedGb, exact(spec.storageFactor).times(spec.replicationFactor).div(spec.node.storageGb))
    : null;
  const needs: Affine[] = [...requests, ...(data ? [data] : []), affine(0)];
  const max = spec.maxNodes ? exact(spec.maxNodes) : exact(Infinity);
  const nodes = stepCurve({ needs, step: exact(spec.stepNodes), min: exact(spec.minNodes), max, to });
  const end = nodes.segments.at(-1)?.to ?? exact(-1);
  const isDataFirst = data && requests.every((line) => line.slope.lt(data.slope));
  return {
    meters: [
      {
        meter: spec.unit,
        unit: UNITS[spec.unit],
        price: context.price(spec.price),
        quantity: scaleCurve(nodes, spec.hoursPerMonth),
        isCompute: true,
      },
      ...commonMeters(spec, context),
    ],
    end,
    nodes,
    ceiling: end.lt(to) ? ceilingOf(nodes.segments.length >= MAX_STEPS, Boolean(isDataFirst)) : null,
  };
}

function ceilingOf(isTooMany: boolean, isDataFirst: boolean) {
  if (isTooMany) return "nodes" as const;
  return isDataFirst ? ("storage" as const) : ("requests" as const);
}
