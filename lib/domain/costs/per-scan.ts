import { lineCurve, scaleCurve, timesAffine } from "./curve";
import { type Exact, exact } from "./exact";
import type { Pricing, PricingContext } from "./meter";
import type { PerScanSpec } from "./shapes-by-use";
import { commonMeters, lessFree } from "./shared-meters";
import type { Workload } from "./workload-schema";

const MB = 1_000_000;

/**
 * Shape E (`cost-models.md` section 3): every read is a query; its bytes are rounded up to whole MB, at least the vendor's
 * minimum, and billed by the TB or TiB.
 *
 * @example 1,000 queries of 0.2 MB with a minimum of 10 MB bill 10 GB, at $5 a TB five cents.
 */
export function priceScans(spec: PerScanSpec, context: PricingContext): Pricing {
  const { demand, to, freeTiers } = context;
  const perQuery = scannedBytes(spec, demand.workload).div(spec.priceBytes);
  const scanned = lineCurve(timesAffine(demand.readsPerMonth, perQuery), to);
  const quantity = freeTiers ? lessFree(scanned, spec.freePerMonth) : scanned;
  const unit = spec.priceBytes === 2 ** 40 ? "tib_scanned" : "tb_scanned";
  return {
    meters: [
      {
        meter: "scanned",
        unit,
        price: context.price(spec.price),
        quantity: scaleCurve(quantity, 1),
        ...(freeTiers ? { beforeFree: scanned } : {}),
      },
      ...commonMeters(spec, context),
    ],
    end: to,
    ceiling: null,
  };
}

/**
 * Bytes billed for one query: columns and partitions that it reads, compressed, rounded up to whole MB.
 *
 * @example 100 GB, a fifth of the columns, a twentieth of the partitions, compressed fivefold: 200 MB.
 */
export function scannedBytes(spec: PerScanSpec, { storedGb }: Pick<Workload, "storedGb">): Exact {
  const gb =
    spec.gbPerQuery === undefined
      ? exact(storedGb).times(spec.columnShare).times(spec.partitionShare).div(spec.compression)
      : exact(spec.gbPerQuery);
  const megabytes = gb.times(1_000).minus("1e-9").ceil();
  return (megabytes.gt(spec.minMbPerQuery) ? megabytes : exact(spec.minMbPerQuery)).times(MB);
}
