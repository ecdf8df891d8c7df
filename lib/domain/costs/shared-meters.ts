import {
  type Affine,
  addAffine,
  affine,
  type Curve,
  constantCurve,
  endOf,
  lineCurve,
  maxCurve,
  positivePart,
  scaleCurve,
  sortedUnique,
  sumCurves,
  timesAffine,
} from "./curve";
import { diskNeed } from "./demand";
import { type Exact, exact, ZERO } from "./exact";
import type { Meter, PricingContext } from "./meter";
import type { BaseSpec, StorageSpec } from "./shape-parts";

/** The meters that every shape may carry: plan fees, disk, egress. */
export function commonMeters(spec: BaseSpec, context: PricingContext): Meter[] {
  const meters: Meter[] = spec.fixed.map((fixed) => ({
    meter: fixed.meter,
    unit: "month",
    price: context.price(fixed.price),
    quantity: constantCurve(fixed.quantity, context.to),
  }));
  if (spec.storage) meters.push(...storageMeters(spec.storage, context));
  if (spec.egress && context.demand.workload.egressShare > 0) {
    const free = spec.egressIncludedGb + (context.freeTiers ? spec.egressFreeGb : 0);
    const sent = lineCurve(context.demand.egressGb, context.to);
    const before = context.freeTiers ? { beforeFree: lessFree(sent, spec.egressIncludedGb) } : {};
    meters.push({ meter: "egress", unit: "gb", price: context.price(spec.egress), quantity: lessFree(sent, free), ...before });
  }
  return meters;
}

/**
 * A quantity beyond what is free; nothing free leaves it as it is.
 *
 * @example 26.28 million requests less 1 million free bill 25.28.
 */
export function lessFree(curve: Curve, free: number): Curve {
  return free === 0 ? curve : positivePart(sumCurves([curve, constantCurve(-free, endOf(curve))], endOf(curve)));
}

/**
 * I/O requests per month that reach the disk: reads that miss the cache plus every write, one page each
 * (`cost-models.md` section 2; both factors are our assumption).
 */
export function ioMeter(ref: Parameters<PricingContext["price"]>[0], context: PricingContext): Meter {
  const { demand, to } = context;
  const missed = timesAffine(demand.readsPerMonth, exact(1).minus(demand.workload.cacheHitShare));
  const millions = timesAffine(addAffine(missed, demand.writesPerMonth), exact(1).div(1_000_000));
  return { meter: "io_requests", unit: "million", price: context.price(ref), quantity: lineCurve(millions, to) };
}

/** Disk operations per second at the peak, the same assumption as for monthly I/O. */
export function peakIops(context: PricingContext): Affine {
  const { demand } = context;
  return addAffine(timesAffine(demand.peakReads, exact(1).minus(demand.workload.cacheHitShare)), demand.peakWrites);
}

/** Disk to buy or bytes to pay for at every load, before what the plan includes is taken off. */
function storageNeed(storage: StorageSpec, context: PricingContext): Affine {
  const { storedGb, workload } = context.demand;
  const overhead = exact(storage.overheadBytesPerItem).div(exact(workload.itemWriteKb).times(1_024));
  const stored = timesAffine(storedGb, overhead.plus(1));
  return storage.billing === "provisioned" ? diskNeed(stored) : stored;
}

function storageMeters(storage: StorageSpec, context: PricingContext): Meter[] {
  const { to } = context;
  const need = storageNeed(storage, context);
  const bought = storage.iops ? diskWithIops({ need, storage, iops: storage.iops, context }) : maxCurve([need, affine(storage.minGb)], to);
  const beyond = (gb: number) =>
    scaleCurve(positivePart(sumCurves([bought, constantCurve(-gb, to)], to)), exact(storage.copies).div(storage.gbPerPrice));
  const meters: Meter[] = [
    {
      meter: "storage",
      unit: storage.gbPerPrice === 1 ? "gb_month" : "tb_month",
      price: context.price(storage.price),
      quantity: beyond(storage.includedGb + (context.freeTiers ? storage.freeGb : 0)),
      ...(context.freeTiers ? { beforeFree: beyond(storage.includedGb) } : {}),
    },
  ];
  if (storage.iops) {
    const extra = maxCurve([timesMinus(peakIops(context), exact(storage.iops.includedIops)), affine(0)], to);
    meters.push({
      meter: "extra_iops",
      unit: "iops_month",
      price: context.price(storage.iops.price),
      quantity: scaleCurve(extra, storage.copies),
      isOneOfSeveral: true,
    });
  }
  return meters;
}

type IopsDisk = { need: Affine; storage: StorageSpec; iops: NonNullable<StorageSpec["iops"]>; context: PricingContext };

/** A disk that must reach a size before it may do more operations: the size jumps where the operations pass the limit. */
function diskWithIops({ need, storage, iops, context }: IopsDisk): Curve {
  const { to } = context;
  const operations = peakIops(context);
  const small = maxCurve([need, affine(storage.minGb)], to);
  const large = maxCurve([need, affine(iops.minGb)], to);
  if (operations.slope.isZero()) return operations.intercept.gt(iops.aboveIops) ? large : small;
  const limit = exact(iops.aboveIops).minus(operations.intercept).div(operations.slope);
  if (limit.gte(to)) return small;
  const edges = sortedUnique([ZERO, limit, to, ...small.segments.map((s) => s.to), ...large.segments.map((s) => s.to)]);
  const segments = edges.slice(1).map((end, index) => {
    const from = edges[index] ?? ZERO;
    const source = end.lte(limit) ? small : large;
    const piece = source.segments.find((segment) => end.lte(segment.to)) ?? source.segments.at(-1);
    return { from, to: end, intercept: piece?.intercept ?? ZERO, slope: piece?.slope ?? ZERO };
  });
  return { segments, asymptote: large.asymptote };
}

function timesMinus(line: Affine, amount: Exact): Affine {
  return { intercept: line.intercept.minus(amount), slope: line.slope };
}
