import { type Affine, addAffine, affine, type Curve, constantCurve, positivePart, timesAffine } from "./curve";
import { type Exact, exact, ZERO } from "./exact";
import type { Meter, Pricing, PricingContext, ResolvedPrice } from "./meter";
import type { Dimension } from "./schema";
import type { Capacity, PerNodeSpec } from "./shapes";
import { commonMeters, ioMeter, peakIops } from "./shared-meters";

type NodeClass = { price: ResolvedPrice; capacity: Capacity | null; limit: Exact; binding: Dimension };
type Reign = NodeClass & { from: Exact; to: Exact };

/**
 * Shape A (`cost-models.md` section 3): at every load the cheapest class whose CPU, memory, connections, disk
 * operations and disk all suffice. Where none does, the curve ends and the ceiling is named; it is never a bigger number.
 *
 * @example Classes that carry 400/s for $290 and 800/s for $580 give $290 on (0, 400] and $580 on (400, 800].
 */
export function pricePerNode(spec: PerNodeSpec, context: PricingContext): Pricing {
  const { to } = context;
  const classes = spec.classes.map((option) => {
    const price = context.price(option.price);
    const capacity = option.capacity ?? capacityOf(price);
    return { price, capacity, ...limitOf({ capacity, spec, context }) };
  });
  const reigns = reignsOf(classes, to);
  const end = reigns.at(-1)?.to ?? exact(-1);
  const instances = 1 + spec.readers;
  const meters = reigns.map(
    (reign): Meter => ({
      meter: "instance_hours",
      unit: "hour",
      price: reign.price,
      quantity: onlyWithin({ from: reign.from, to: reign.to, end, value: exact(spec.hoursPerMonth).times(instances) }),
      isOneOfSeveral: true,
    }),
  );
  if (spec.extraStorage) meters.push(extraStorageMeter({ spec, reigns, context }));
  if (spec.computeCreditUsd) {
    const price = context.price({ usd: spec.computeCreditUsd });
    meters.push({ isUnlisted: true, meter: "compute_credit", unit: "month", price, quantity: constantCurve(-1, to) });
  }
  if (spec.io) meters.push(ioMeter(spec.io, context));
  meters.push(...commonMeters(spec, context));
  const ceiling = end.lt(to) ? furthest(classes).binding : null;
  return { meters, end, ceiling };
}

/** CPU that a load needs, in vCPU, with headroom and at the target utilisation (`cost-models.md` section 2). */
function vcpuNeed(spec: Pick<PerNodeSpec, "writesPerVcpuSecond" | "readsPerVcpuSecond">, context: PricingContext): Affine {
  const { workload } = context.demand;
  const margin = exact(1).plus(workload.headroom).div(workload.utilisation);
  return timesAffine(vcpuUsed(spec, context), margin);
}

/** CPU that a load keeps busy, in vCPU, without margin. */
export function vcpuUsed(spec: Pick<PerNodeSpec, "writesPerVcpuSecond" | "readsPerVcpuSecond">, context: PricingContext): Affine {
  const { workload, peakReads, peakWrites } = context.demand;
  const forWrites = timesAffine(peakWrites, exact(1).div(spec.writesPerVcpuSecond ?? workload.writesPerVcpuSecond));
  const forReads = timesAffine(peakReads, exact(1).div(spec.readsPerVcpuSecond ?? workload.readsPerVcpuSecond));
  return addAffine(forWrites, forReads);
}

function limitOf({ capacity, spec, context }: { capacity: Capacity | null; spec: PerNodeSpec; context: PricingContext }) {
  if (!capacity) return { limit: exact(-1), binding: "cpu" as const };
  const { demand, to } = context;
  const inMemory = spec.memory === "all_data" ? exact(1) : exact(demand.workload.workingSetShare);
  const needs: { dimension: Dimension; need: Affine; has: number | null | undefined }[] = [
    { dimension: "cpu", need: vcpuNeed(spec, context), has: capacity.vcpu },
    { dimension: "memory", need: timesAffine(demand.storedGb, inMemory.div("0.75")), has: capacity.ramGib },
    { dimension: "connections", need: timesAffine(demand.connections ?? affine(0), exact(1).div("0.8")), has: capacity.maxConnections },
    { dimension: "iops", need: spec.memory === "all_data" ? affine(0) : peakIops(context), has: capacity.maxIops },
    { dimension: "storage", need: timesAffine(demand.storedGb, "1.5"), has: capacity.maxStorageGb },
  ];
  let limit = to;
  let binding: Dimension = "cpu";
  for (const { dimension, need, has } of needs) {
    if (has === null || has === undefined) continue;
    const edge = loadWhere(need, exact(has));
    if (edge?.lt(limit)) {
      limit = edge;
      binding = dimension;
    }
  }
  return { limit, binding };
}

/** The load at which a need reaches what there is; null when it never does, below zero when it already has. */
function loadWhere(need: Affine, has: Exact): Exact | null {
  if (need.slope.isZero()) return need.intercept.minus("1e-9").gt(has) ? exact(-1) : null;
  return has.minus(need.intercept).div(need.slope);
}

/** Who is cheapest among those that fit, from left to right. Classes without a price come last: they cannot be the cheapest. */
function reignsOf(classes: NodeClass[], to: Exact): Reign[] {
  const cheapestFirst = [...classes].sort((a, b) => (a.price.usd ?? exact(Infinity)).comparedTo(b.price.usd ?? exact(Infinity)));
  const reigns: Reign[] = [];
  let from = ZERO;
  for (const option of cheapestFirst) {
    const isNeeded = reigns.length === 0 ? option.limit.gte(0) : option.limit.gt(from);
    if (!isNeeded || from.gte(to)) continue;
    reigns.push({ ...option, from, to: option.limit });
    from = option.limit;
  }
  return reigns;
}

function furthest(classes: NodeClass[]): NodeClass {
  return classes.reduce((best, option) => (option.limit.gt(best.limit) ? option : best));
}

function capacityOf(price: ResolvedPrice): Capacity | null {
  const capacity = price.book?.capacity;
  return capacity?.vcpu ? { ...capacity, vcpu: capacity.vcpu } : null;
}

function onlyWithin({ from, to, end, value }: { from: Exact; to: Exact; end: Exact; value: Exact }): Curve {
  const zero = { intercept: ZERO, slope: ZERO };
  const pieces = [
    { from: ZERO, to: from, ...zero },
    { from, to, intercept: value, slope: ZERO },
    { from: to, to: end, ...zero },
  ];
  const segments = pieces.filter((piece, index) => piece.to.gt(piece.from) || (index === 1 && from.isZero()));
  return { segments, asymptote: null };
}

/** Data beyond what the chosen class includes, class by class. */
function extraStorageMeter({ spec, reigns, context }: { spec: PerNodeSpec; reigns: Reign[]; context: PricingContext }): Meter {
  const stored = context.demand.storedGb;
  const segments = reigns.map((reign) => {
    const included = exact(reign.capacity?.includedStorageGb ?? 0);
    return { from: reign.from, to: reign.to, intercept: stored.intercept.minus(included), slope: stored.slope };
  });
  const quantity = positivePart({ segments, asymptote: null });
  return {
    meter: "extra_storage",
    unit: "gb_month",
    price: context.price(spec.extraStorage ?? { usd: null }),
    quantity,
    isOneOfSeveral: true,
  };
}
