import { runningParts } from "./capacity-priced";
import { laggedProfile, loadProfile } from "./load-profile";
import { scannedBytes } from "./per-scan";
import { quickExtras } from "./quick-extras";
import type { QuickInput, QuickShape } from "./quick-nodes";
import { ceilGuarded, type QuickDemand, quickUnits, suffices } from "./quick-point";
import type { CapacityPricedSpec, RequestPricedSpec } from "./shapes";
import type { PerScanSpec, ProvisionedUnitsSpec, TieredSpec } from "./shapes-by-use";
import { MAX_HOURLY_STEPS, MAX_STEPS } from "./steps";

/** Shape B in plain numbers, see `priceRequests`. */
export function quickRequests({ spec, prices, context }: QuickInput<RequestPricedSpec>): QuickShape {
  const { freeTiers, demand: base } = context;
  const extras = quickExtras({ spec, prices, context });
  const meters = spec.meters.map((meter) => {
    const rate = prices.rate(meter.price);
    const free = freeTiers ? meter.freeUnits : 0;
    if (meter.of === "stored_gb") {
      const overhead = 1 + meter.overheadBytesPerItem / (base.workload.itemWriteKb * 1_024);
      const billed = (d: QuickDemand) => Math.max(0, Math.max(d.storedGb * overhead, meter.minGb) - free) * meter.hours;
      return { rate, billed, unitsPerSecond: () => 0 };
    }
    const { perRead, perWrite } = quickUnits(meter.of === "reads" ? { reads: meter } : { writes: meter }, base.workload);
    const isRead = meter.of === "reads";
    const units = isRead ? perRead : perWrite;
    return {
      rate,
      billed: (d: QuickDemand) => Math.max(0, (isRead ? d.readsPerMonth : d.writesPerMonth) * units - free) / meter.priceUnits,
      unitsPerSecond: (d: QuickDemand) => (isRead ? d.peakReads : d.peakWrites) * units,
    };
  });
  const minimum = Number(spec.minimumUsd ?? 0);
  return (demand, factors) => {
    if (!suffices(demand.storedGb, spec.maxStoredGb)) return null;
    if (
      spec.maxUnitsPerSecond &&
      !suffices(
        meters.reduce((sum, meter) => sum + meter.unitsPerSecond(demand), 0),
        spec.maxUnitsPerSecond,
      )
    )
      return null;
    let usage = extras(demand, factors);
    for (const { rate, billed } of meters) usage += rate.at(billed(demand), factors);
    return { compute: 0, rest: Math.max(minimum, usage), opsHours: spec.opsHoursMonth, nodes: 0 };
  };
}

/** Shape C in plain numbers, see `priceCapacity`. */
export function quickCapacity({ spec, prices, context }: QuickInput<CapacityPricedSpec>): QuickShape {
  const { workload, peakMultiple } = context.demand;
  const perWrite = 1 / (spec.writesPerVcpuSecond ?? workload.writesPerVcpuSecond) / spec.vcpuPerUnit;
  const perRead = 1 / (spec.readsPerVcpuSecond ?? workload.readsPerVcpuSecond) / spec.vcpuPerUnit;
  const perGb = workload.workingSetShare / spec.ramGibPerUnit;
  const parts = runningParts(spec, context).map(({ multiplier, share }) => ({ of: multiplier / peakMultiple, share }));
  const hours = spec.hoursPerMonth * spec.instances;
  const rate = prices.rate(spec.price);
  const io = spec.io ? prices.rate(spec.io) : null;
  const extras = quickExtras({ spec, prices, context });
  const floor = ceilGuarded(spec.min / spec.step) * spec.step;
  const unitsFor = (need: number): number => {
    if (spec.sizes) return spec.sizes.find((size) => suffices(need, size)) ?? Number.NaN;
    const units = Math.max(floor, ceilGuarded(need / spec.step) * spec.step);
    return units > spec.max || (units - floor) / spec.step >= MAX_HOURLY_STEPS ? Number.NaN : units;
  };
  return (demand, factors) => {
    const cpu = demand.peakWrites * perWrite + demand.peakReads * perRead;
    const memory = demand.storedGb * perGb;
    let sum = 0;
    for (const { of, share } of parts) sum += unitsFor(Math.max(cpu * of, memory)) * share;
    if (Number.isNaN(sum)) return null;
    const operations = (demand.readsPerMonth * (1 - workload.cacheHitShare) + demand.writesPerMonth) / 1e6;
    const rest = extras(demand, factors) + (io?.at(operations, factors) ?? 0);
    return { compute: rate.at(sum * hours, factors), rest, opsHours: spec.opsHoursMonth, nodes: 0 };
  };
}

/** Shape D in plain numbers, see `priceProvisionedUnits`. */
export function quickUnitsBought({ spec, prices, context }: QuickInput<ProvisionedUnitsSpec>): QuickShape {
  const { workload, peakMultiple } = context.demand;
  const isPeakBilled = spec.scaling === "hourly_peak";
  const target = isPeakBilled ? 1 : spec.targetUtilisation;
  const profile = spec.scaling === "autoscale" ? laggedProfile(workload) : loadProfile(workload);
  const parts =
    spec.scaling === "manual" ? [{ of: 1, share: 1 }] : profile.map((part) => ({ of: part.multiplier / peakMultiple, share: part.share }));
  const floor = isPeakBilled ? spec.floorShare / spec.targetUtilisation : 0;
  const extras = quickExtras({ spec, prices, context });
  const meters = spec.meters.map((meter) => {
    const { perRead, perWrite } = quickUnits(meter, workload);
    const { minUnits, maxUnits = Number.POSITIVE_INFINITY, stepUnits, priceUnits } = meter;
    const least = stepUnits ? ceilGuarded(minUnits / stepUnits) * stepUnits : minUnits;
    const buy = (need: number): number => {
      const bought = Math.max(least, stepUnits ? ceilGuarded(need / stepUnits) * stepUnits : need);
      const isTooMany = stepUnits !== undefined && (bought - least) / stepUnits >= MAX_STEPS;
      return isTooMany || !suffices(bought, maxUnits) ? Number.NaN : bought;
    };
    const free = context.freeTiers ? meter.freeUnitHours : 0;
    return {
      rate: prices.rate(meter.price),
      units: (d: QuickDemand) => d.peakReads * perRead + d.peakWrites * perWrite,
      buy,
      free,
      priceUnits,
    };
  });
  return (demand, factors) => {
    let compute = 0;
    for (const { rate, units, buy, free, priceUnits } of meters) {
      const atPeak = units(demand);
      let average = 0;
      for (const { of, share } of parts) average += buy(Math.max((atPeak * of) / target, atPeak * floor)) * share;
      compute += rate.at(Math.max(0, average * spec.hoursPerMonth - free) / priceUnits, factors);
    }
    return Number.isNaN(compute) ? null : { compute, rest: extras(demand, factors), opsHours: spec.opsHoursMonth, nodes: 0 };
  };
}

/** Shape E in plain numbers, see `priceScans`. */
export function quickScans({ spec, prices, context }: QuickInput<PerScanSpec>): QuickShape {
  const perQuery = scannedBytes(spec, context.demand.workload).div(spec.priceBytes).toNumber();
  const rate = prices.rate(spec.price);
  const extras = quickExtras({ spec, prices, context });
  const free = context.freeTiers ? spec.freePerMonth : 0;
  return (demand, factors) => {
    const scanned = Math.max(0, demand.readsPerMonth * perQuery - free);
    return { compute: 0, rest: rate.at(scanned, factors) + extras(demand, factors), opsHours: spec.opsHoursMonth, nodes: 0 };
  };
}

/** Shape F in plain numbers, see `priceTiered`. */
export function quickTiered({ spec, prices, context }: QuickInput<TieredSpec>): QuickShape {
  const extras = quickExtras({ spec, prices, context });
  const keys = {
    stored_gb: "storedGb",
    written_gb: "writtenGb",
    returned_gb: "readGb",
    writes: "writesPerMonth",
    reads: "readsPerMonth",
  } as const;
  const meters = spec.meters.map((meter) => {
    const factor = meter.hours / (meter.of === "reads" || meter.of === "writes" ? 1 : meter.compression);
    return {
      rate: prices.rate(meter.price),
      key: keys[meter.of],
      factor,
      free: context.freeTiers ? meter.freeUnits : 0,
      units: meter.priceUnits,
    };
  });
  return (demand, factors) => {
    let rest = extras(demand, factors);
    for (const { rate, key, factor, free, units } of meters) rest += rate.at(Math.max(0, demand[key] * factor - free) / units, factors);
    return { compute: 0, rest, opsHours: spec.opsHoursMonth, nodes: 0 };
  };
}
