import type { PricingContext } from "./meter";
import { type Factors, type QuickDemand, type QuickPrices, quickDisk } from "./quick-point";
import type { BaseSpec } from "./shape-parts";

/** The meters that every shape may carry, in plain numbers: plan fees, disk, egress; see `commonMeters`. */
export function quickExtras({ spec, prices, context }: { spec: BaseSpec; prices: QuickPrices; context: PricingContext }) {
  const { demand, freeTiers } = context;
  const fixed = spec.fixed.map((fee) => ({ rate: prices.rate(fee.price), quantity: fee.quantity }));
  const egress = spec.egress && demand.workload.egressShare > 0 ? prices.rate(spec.egress) : null;
  const freeEgress = spec.egressIncludedGb + (freeTiers ? spec.egressFreeGb : 0);
  const { storage } = spec;
  const disk = storage ? prices.rate(storage.price) : null;
  const iops = storage?.iops ? prices.rate(storage.iops.price) : null;
  const overhead = 1 + (storage?.overheadBytesPerItem ?? 0) / (demand.workload.itemWriteKb * 1_024);
  const included = (storage?.includedGb ?? 0) + (freeTiers ? (storage?.freeGb ?? 0) : 0);
  return (point: QuickDemand, factors: Factors): number => {
    let sum = 0;
    for (const { rate, quantity } of fixed) sum += rate.at(quantity, factors);
    if (egress) sum += egress.at(Math.max(0, point.egressGb - freeEgress), factors);
    if (!storage || !disk) return sum;
    const stored = point.storedGb * overhead;
    const need = storage.billing === "provisioned" ? quickDisk(stored) : stored;
    const isFast = storage.iops !== undefined && point.peakIops > storage.iops.aboveIops * (1 + 1e-9);
    const bought = Math.max(need, isFast ? (storage.iops?.minGb ?? 0) : storage.minGb);
    sum += disk.at((Math.max(0, bought - included) * storage.copies) / storage.gbPerPrice, factors);
    if (iops && storage.iops) sum += iops.at(Math.max(0, point.peakIops - storage.iops.includedIops) * storage.copies, factors);
    return sum;
  };
}
