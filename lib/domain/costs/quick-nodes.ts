import { exact } from "./exact";
import { licencesFor } from "./licenced";
import type { PricingContext } from "./meter";
import { quickExtras } from "./quick-extras";
import { ceilGuarded, type Factors, type QuickDemand, type QuickPrices, quickDisk, suffices } from "./quick-point";
import type { PerNodeSpec, ScaleOutSpec } from "./shapes";
import type { LicencedSpec, SelfHostedSpec } from "./shapes-owned";
import { MAX_STEPS } from "./steps";

/** A bill in plain numbers: compute apart, because a commitment discounts only that. Null where the load cannot be carried. */
export type QuickParts = { compute: number; rest: number; opsHours: number; nodes: number } | null;
export type QuickShape = (demand: QuickDemand, factors: Factors) => QuickParts;
export type QuickInput<Spec> = { spec: Spec; prices: QuickPrices; context: PricingContext };

/** Shape A in plain numbers, see `pricePerNode`. `licences` adds what every node's cores cost a month. */
export function quickPerNode({
  spec,
  prices,
  context,
  licences,
}: QuickInput<PerNodeSpec> & { licences?: (vcpu: number, factors: Factors) => number }): QuickShape {
  const { workload } = context.demand;
  const margin = (1 + (spec.headroom ?? workload.headroom)) / (spec.utilisation ?? workload.utilisation);
  const perWrite = margin / (spec.writesPerVcpuSecond ?? workload.writesPerVcpuSecond);
  const perRead = margin / (spec.readsPerVcpuSecond ?? workload.readsPerVcpuSecond);
  const inMemory = (spec.memory === "all_data" ? 1 : workload.workingSetShare) / 0.75;
  const licence = (vcpu: number) => (licences ? licences(vcpu, null) / spec.hoursPerMonth : 0);
  const classes = spec.classes
    .map((option) => {
      const rate = prices.rate(option.price);
      const capacity = option.capacity ?? rate.price.book?.capacity ?? null;
      return { rate, reader: option.readerPrice ? prices.rate(option.readerPrice) : null, capacity, vcpu: capacity?.vcpu ?? 0 };
    })
    .filter(({ vcpu }) => vcpu > 0)
    .map((option) => ({ ...option, order: option.rate.usd === null ? Number.POSITIVE_INFINITY : option.rate.usd + licence(option.vcpu) }))
    .sort((a, b) => a.order - b.order);
  const extras = quickExtras({ spec, prices, context });
  const io = spec.io ? prices.rate(spec.io) : null;
  const extraStorage = spec.extraStorage ? prices.rate(spec.extraStorage) : null;
  const readerStorage = spec.readerStorage ? prices.rate(spec.readerStorage) : null;
  const credit = Number(spec.computeCreditUsd ?? 0);
  return (demand, factors) => {
    const offloaded = demand.peakReads * spec.readOffloadShare * perRead;
    const cpu = demand.peakWrites * perWrite + demand.peakReads * perRead - offloaded;
    const chosen = classes.find(
      ({ capacity, vcpu }) =>
        suffices(cpu, vcpu) &&
        suffices(offloaded, vcpu * spec.maxReaders) &&
        suffices(demand.storedGb * inMemory, capacity?.ramGib) &&
        suffices((demand.connections ?? 0) / 0.8, capacity?.maxConnections) &&
        (spec.memory === "all_data" || suffices(demand.peakIops, capacity?.maxIops)) &&
        suffices(quickDisk(demand.storedGb), capacity?.maxStorageGb),
    );
    if (!chosen) return null;
    const readers = spec.readOffloadShare > 0 ? Math.max(spec.readers, ceilGuarded(offloaded / chosen.vcpu)) : spec.readers;
    const listed = chosen.reader ? 1 : 1 + readers;
    const compute = chosen.rate.at(listed * spec.hoursPerMonth, factors) + (chosen.reader?.at(readers * spec.hoursPerMonth, factors) ?? 0);
    const beyond = Math.max(0, demand.storedGb - (chosen.capacity?.includedStorageGb ?? 0));
    const operations = (demand.readsPerMonth * (1 - workload.cacheHitShare) + demand.writesPerMonth) / 1e6;
    const rest =
      extras(demand, factors) +
      (io?.at(operations, factors) ?? 0) +
      (extraStorage?.at(beyond, factors) ?? 0) +
      (readerStorage?.at(readers * quickDisk(demand.storedGb), factors) ?? 0) +
      (licences ? licences(chosen.vcpu, factors) * (1 + readers) : 0) -
      credit;
    return { compute, rest, opsHours: spec.opsHoursMonth, nodes: 1 + readers };
  };
}

/** Shape A's scale-out form in plain numbers, see `priceScaleOut`. */
export function quickScaleOut({ spec, prices, context }: QuickInput<ScaleOutSpec>): QuickShape {
  const { workload } = context.demand;
  const margin = (1 + workload.headroom) / (spec.utilisation ?? workload.utilisation);
  const perWrite = (margin * spec.replicationFactor) / spec.node.writesPerSecond;
  const perRead = (margin * spec.replicasPerRead) / spec.node.readsPerSecond;
  const perGb = spec.node.storageGb ? (spec.storageFactor * spec.replicationFactor) / spec.node.storageGb : 0;
  const rate = prices.rate(spec.price);
  const extras = quickExtras({ spec, prices, context });
  const floor = ceilGuarded(spec.minNodes / spec.stepNodes) * spec.stepNodes;
  return (demand, factors) => {
    const writes = demand.peakWrites * perWrite;
    const reads = demand.peakReads * perRead;
    const need = Math.max(spec.sharesCapacity ? writes + reads : Math.max(writes, reads), demand.storedGb * perGb);
    const nodes = Math.max(floor, ceilGuarded(need / spec.stepNodes) * spec.stepNodes);
    if (nodes > (spec.maxNodes ?? Number.POSITIVE_INFINITY) || (nodes - floor) / spec.stepNodes >= MAX_STEPS) return null;
    return { compute: rate.at(nodes * spec.hoursPerMonth, factors), rest: extras(demand, factors), opsHours: spec.opsHoursMonth, nodes };
  };
}

/** Shape G in plain numbers, see `priceLicenced`. */
export function quickLicenced({ spec, prices, context }: QuickInput<LicencedSpec>): QuickShape {
  const { licence, servers } = spec;
  const price = prices.rate(licence.price);
  const support = licence.support ? (prices.rate(licence.support).usd ?? 0) : 0;
  const perMonth = (1 - licence.discountShare) * (1 / (licence.amortiseYears * 12) + support / 12);
  const each = (vcpu: number, factors: Factors) => price.at(licencesFor(licence, vcpu).toNumber() * perMonth, factors);
  return quickPerNode({ spec: servers, prices, context, licences: each });
}

/** Shape H in plain numbers, see `priceSelfHosted`. */
export function quickSelfHosted({ spec, prices, context }: QuickInput<SelfHostedSpec>): QuickShape {
  const { nodes } = spec;
  const base =
    nodes.shape === "per_node" ? quickPerNode({ spec: nodes, prices, context }) : quickScaleOut({ spec: nodes, prices, context });
  const backup = spec.backup ? prices.rate(spec.backup.price) : null;
  const kept = spec.backup ? exact(spec.backup.changeShareDay).times(spec.backup.retentionDays).plus(1).toNumber() : 0;
  const between = spec.betweenZones ? prices.rate(spec.betweenZones.price) : null;
  const bothWays = spec.betweenZones ? 2 * (spec.betweenZones.copies - 1) : 0;
  const monitoring = spec.monitoringPerNode ? prices.rate(spec.monitoringPerNode) : null;
  const { baseHours, hoursPerNode, upgradeHoursYear, onCallHours } = spec.upkeep;
  return (demand, factors) => {
    const parts = base(demand, factors);
    if (!parts) return null;
    const rest =
      parts.rest +
      (backup?.at(demand.storedGb * kept, factors) ?? 0) +
      (between?.at(demand.writtenGb * bothWays, factors) ?? 0) +
      (monitoring?.at(parts.nodes, factors) ?? 0);
    return { ...parts, rest, opsHours: baseHours + onCallHours + upgradeHoursYear / 12 + hoursPerNode * parts.nodes };
  };
}
