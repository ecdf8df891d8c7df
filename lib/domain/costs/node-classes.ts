import { type Affine, addAffine, timesAffine } from "./curve";
import { type Exact, exact, ZERO } from "./exact";
import type { PricingContext, ResolvedPrice } from "./meter";
import type { Dimension } from "./schema";
import type { Capacity } from "./shape-parts";
import type { PerNodeSpec } from "./shapes";
import { peakIops } from "./shared-meters";

type NodeClass = { price: ResolvedPrice; readerPrice: ResolvedPrice | null; capacity: Capacity | null; limit: Exact; binding: Dimension };

/** A node class and the loads on which it is the cheapest that fits. */
export type Reign = NodeClass & { from: Exact; to: Exact };

/**
 * The cheapest class that fits at every load, from left to right, and what runs out where none does. `extraPerHour` adds what else
 * a class costs an hour, for example licences for its cores, so that the choice is by the whole price.
 *
 * @example Classes at $1 up to 100/s and $2 up to 300/s on an axis to 500: two reigns, end 300, ceiling "cpu".
 */
export function chooseClasses({
  spec,
  context,
  extraPerHour = () => ZERO,
}: {
  spec: PerNodeSpec;
  context: PricingContext;
  extraPerHour?: (capacity: Capacity) => Exact;
}): { reigns: Reign[]; end: Exact; ceiling: Dimension | null } {
  const needs = needsOf(spec, context);
  const classes = spec.classes.map((option) => {
    const price = context.price(option.price);
    const capacity = option.capacity ?? capacityOf(price);
    const readerPrice = option.readerPrice ? context.price(option.readerPrice) : null;
    return { price, readerPrice, capacity, ...limitOf({ capacity, needs, to: context.to }) };
  });
  const priceOf = ({ price, capacity }: NodeClass) =>
    price.usd && capacity ? price.usd.plus(extraPerHour(capacity)) : exact(Number.POSITIVE_INFINITY);
  const reigns = reignsOf(classes, context.to, priceOf);
  const end = reigns.at(-1)?.to ?? exact(-1);
  return { reigns, end, ceiling: end.lt(context.to) ? furthest(classes).binding : null };
}

/** CPU that a load keeps busy, in vCPU, without margin. */
export function vcpuUsed(spec: Pick<PerNodeSpec, "writesPerVcpuSecond" | "readsPerVcpuSecond">, context: PricingContext): Affine {
  const { workload, peakReads, peakWrites } = context.demand;
  const forWrites = timesAffine(peakWrites, exact(1).div(spec.writesPerVcpuSecond ?? workload.writesPerVcpuSecond));
  const forReads = timesAffine(peakReads, exact(1).div(spec.readsPerVcpuSecond ?? workload.readsPerVcpuSecond));
  return addAffine(forWrites, forReads);
}

/** CPU that readers need for the reads they take over, in vCPU, with headroom and at the target utilisation. */
export function readerVcpuNeed(spec: PerNodeSpec, context: PricingContext): Affine {
  const { workload, peakReads } = context.demand;
  const share = exact(spec.readOffloadShare).div(spec.readsPerVcpuSecond ?? workload.readsPerVcpuSecond);
  return timesAffine(peakReads, share.times(marginOf(spec, context)));
}

/** CPU that the writer needs, in vCPU, with headroom and at the target utilisation (`cost-models.md` section 2). */
function vcpuNeed(spec: PerNodeSpec, context: PricingContext): Affine {
  return addAffine(timesAffine(vcpuUsed(spec, context), marginOf(spec, context)), timesAffine(readerVcpuNeed(spec, context), -1));
}

function marginOf(spec: PerNodeSpec, { demand }: PricingContext): Exact {
  return exact(1)
    .plus(spec.headroom ?? demand.workload.headroom)
    .div(spec.utilisation ?? demand.workload.utilisation);
}

type Need = { dimension: Dimension; need: Affine; has: (capacity: Capacity) => number | null | undefined };

function needsOf(spec: PerNodeSpec, context: PricingContext): Need[] {
  const { demand } = context;
  const inMemory = spec.memory === "all_data" ? exact(1) : exact(demand.workload.workingSetShare);
  const needs: Need[] = [
    { dimension: "cpu", need: vcpuNeed(spec, context), has: ({ vcpu }) => vcpu },
    { dimension: "memory", need: timesAffine(demand.storedGb, inMemory.div("0.75")), has: ({ ramGib }) => ramGib },
    { dimension: "storage", need: timesAffine(demand.storedGb, "1.5"), has: ({ maxStorageGb }) => maxStorageGb },
  ];
  if (spec.readOffloadShare > 0)
    needs.push({ dimension: "cpu", need: readerVcpuNeed(spec, context), has: ({ vcpu }) => vcpu * spec.maxReaders });
  if (spec.memory !== "all_data") needs.push({ dimension: "iops", need: peakIops(context), has: ({ maxIops }) => maxIops });
  if (demand.connections)
    needs.push({
      dimension: "connections",
      need: timesAffine(demand.connections, exact(1).div("0.8")),
      has: ({ maxConnections }) => maxConnections,
    });
  return needs;
}

function limitOf({ capacity, needs, to }: { capacity: Capacity | null; needs: Need[]; to: Exact }) {
  if (!capacity) return { limit: exact(-1), binding: "cpu" as const };
  let limit = to;
  let binding: Dimension = "cpu";
  for (const { dimension, need, has } of needs) {
    const most = has(capacity);
    if (most === null || most === undefined) continue;
    const edge = loadWhere(need, exact(most));
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
function reignsOf(classes: NodeClass[], to: Exact, priceOf: (option: NodeClass) => Exact): Reign[] {
  const cheapestFirst = [...classes].sort((a, b) => priceOf(a).comparedTo(priceOf(b)));
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
