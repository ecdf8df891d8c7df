import type { PricingContext, ResolvedPrice } from "./meter";
import type { PriceRef } from "./price-ref-schema";
import { unitsPerRead, unitsPerWrite } from "./request-units";
import type { UnitRules } from "./shapes-by-use";
import type { Workload } from "./workload-schema";

const SECONDS_PER_MONTH = 2_628_000;
const BOUGHT_PER_STORED = 1.2 / 0.8;
const NANO = 1e-9;

/** One load to bill in plain numbers, where load, data and mix need not move together as they do on the axis. */
export type LoadPoint = { peak: number; readShare: number; storedGb: number; connections: number | null };

/** What a point asks for, in the units that shapes bill. */
export type QuickDemand = LoadPoint & {
  peakReads: number;
  peakWrites: number;
  readsPerMonth: number;
  writesPerMonth: number;
  readGb: number;
  writtenGb: number;
  egressGb: number;
  peakIops: number;
};

/**
 * Turns points into demand in plain numbers, by the formulas of `demandOf`; what does not change from point to point is computed once.
 *
 * @example quickDemander(context.demand)({ peak: 100, readShare: 0.8, storedGb: 20, connections: null }).peakReads // 80
 */
export function quickDemander({ workload, peakMultiple }: PricingContext["demand"]): (point: LoadPoint) => QuickDemand {
  const monthly = SECONDS_PER_MONTH / peakMultiple;
  const [readGbEach, writtenGbEach] = [workload.itemReadKb / 2 ** 20, workload.itemWriteKb / 2 ** 20];
  const missed = 1 - workload.cacheHitShare;
  const { egressShare } = workload;
  return ({ peak, readShare, storedGb, connections }) => {
    const peakReads = peak * readShare;
    const peakWrites = peak * (1 - readShare);
    const readsPerMonth = peakReads * monthly;
    const writesPerMonth = peakWrites * monthly;
    const readGb = readsPerMonth * readGbEach;
    return {
      peak,
      readShare,
      storedGb,
      connections,
      peakReads,
      peakWrites,
      readsPerMonth,
      writesPerMonth,
      readGb,
      writtenGb: writesPerMonth * writtenGbEach,
      egressGb: readGb * egressShare,
      peakIops: peakReads * missed + peakWrites,
    };
  };
}

/** Disk to buy for data: a fifth of bloat, filled to four fifths. */
export function quickDisk(storedGb: number): number {
  return storedGb * BOUGHT_PER_STORED;
}

/** The guarded ceiling of `exact.ts` in plain numbers. */
export function ceilGuarded(value: number): number {
  return Math.ceil(value - NANO);
}

/** True when a need is met, with a hair of room for doubles. */
export function suffices(need: number, has: number | null | undefined): boolean {
  return has === null || has === undefined || need <= has + NANO * (1 + has);
}

/** Units of a mix of requests, for constant mixes of consistency. */
export function quickUnits(rules: UnitRules, workload: Workload): { perRead: number; perWrite: number } {
  return {
    perRead: rules.reads ? unitsPerRead(rules.reads, workload).toNumber() : 0,
    perWrite: rules.writes ? unitsPerWrite(rules.writes, workload).toNumber() : 0,
  };
}

/** Prices that err together: one product's, read on one day, equally sure. The team's own and unlisted amounts do not err. */
export function priceGroup({ book, override, asOf, confidence }: ResolvedPrice): string {
  return book && !override ? `${book.product}|${asOf}|${confidence}` : "own";
}

/** The prices of one design in plain numbers. A trial multiplies each by a factor; prices of one product err together. */
export class QuickPrices {
  readonly groups: { key: string; price: ResolvedPrice }[] = [];
  readonly #context: PricingContext;

  constructor(context: PricingContext) {
    this.#context = context;
  }

  /** What a quantity costs at a price; a price nobody knows costs nothing here and makes the design incomplete elsewhere. */
  rate(ref: PriceRef): QuickRate {
    const price = this.#context.price(ref);
    const group = this.#groupOf(price);
    const usd = price.usd?.toNumber() ?? 0;
    const tiers = price.tiers?.map((tier) => ({ upTo: tier.upTo?.toNumber() ?? Number.POSITIVE_INFINITY, usd: tier.usd.toNumber() }));
    const cost = tiers ? (quantity: number) => tierSum(tiers, quantity) : (quantity: number) => quantity * usd;
    return { usd: price.usd === null ? null : usd, price, at: (quantity, factors) => cost(quantity) * (factors?.[group] ?? 1) };
  }

  #groupOf(price: ResolvedPrice): number {
    const key = priceGroup(price);
    const known = this.groups.findIndex((group) => group.key === key);
    if (known >= 0) return known;
    this.groups.push({ key, price });
    return this.groups.length - 1;
  }
}

export type Factors = ArrayLike<number> | null;
export type QuickRate = { usd: number | null; price: ResolvedPrice; at: (quantity: number, factors: Factors) => number };

function tierSum(tiers: readonly { upTo: number; usd: number }[], quantity: number): number {
  let from = 0;
  let sum = 0;
  for (const { upTo, usd } of tiers) {
    const end = Math.min(upTo, quantity);
    if (end > from) sum += (end - from) * usd;
    if (upTo >= quantity) break;
    from = upTo;
  }
  return sum;
}
