import { type Affine, affine, timesAffine } from "./curve";
import { type Exact, type ExactInput, exact } from "./exact";
import { peakMultiple } from "./load-profile";
import type { Workload } from "./workload-schema";

/** Seconds of a month of 365/12 days (`cost-models.md` section 0). */
const SECONDS_PER_MONTH = exact(2_628_000);
const SECONDS_PER_DAY = 86_400;

/** What the store must carry as straight lines over the peak load `x` in requests per second. */
export type Demand = {
  workload: Workload;
  /** Today's peak, requests per second. */
  now: Exact;
  /** The peak as a multiple of the average, bursts included. */
  peakMultiple: number;
  peakReads: Affine;
  peakWrites: Affine;
  readsPerMonth: Affine;
  writesPerMonth: Affine;
  storedGb: Affine;
  connections: Affine | null;
  /** GB a month read, and of it the part that leaves the provider's network. */
  readGb: Affine;
  writtenGb: Affine;
  egressGb: Affine;
};

/**
 * Demand at every load, from the workload of today (`cost-models.md` section 1). With `scaleData` the data,
 * connections and egress grow with the load, as the scenarios 10× and 100× do; item sizes, mix and peak do not.
 *
 * @example 8,640,000 requests a day at a peak of twice the average: now = 200/s.
 */
export function demandOf(workload: Workload, scaleData: boolean): Demand {
  const now = peakOf(workload);
  const readShare = exact(workload.readShare);
  const writeShare = exact(1).minus(readShare);
  const peak = peakMultiple(workload);
  const monthly = affine(0, SECONDS_PER_MONTH.div(peak));
  const withLoad = (amountNow: ExactInput): Affine => (scaleData && now.gt(0) ? affine(0, exact(amountNow).div(now)) : affine(amountNow));
  const gbOf = (share: Exact, kb: number) => share.times(kb).div(2 ** 20);
  const readGb = timesAffine(monthly, gbOf(readShare, workload.itemReadKb));
  return {
    workload,
    now,
    peakMultiple: peak,
    peakReads: affine(0, readShare),
    peakWrites: affine(0, writeShare),
    readsPerMonth: timesAffine(monthly, readShare),
    writesPerMonth: timesAffine(monthly, writeShare),
    storedGb: withLoad(workload.storedGb),
    connections: workload.connections === undefined ? null : withLoad(workload.connections),
    readGb,
    writtenGb: timesAffine(monthly, gbOf(writeShare, workload.itemWriteKb)),
    egressGb: timesAffine(readGb, workload.egressShare),
  };
}

/**
 * Peak requests per second of a workload.
 *
 * @example peakOf({ requestsPerDay: 8_640_000, peakToAverage: 2 }) // 200
 */
function peakOf(workload: Pick<Workload, "requestsPerDay" | "peakToAverage" | "profile">): Exact {
  return exact(workload.requestsPerDay).times(peakMultiple(workload)).div(SECONDS_PER_DAY);
}

/**
 * Disk to buy for a volume of data: 20 % bloat, filled to 80 % (`cost-models.md` section 2).
 *
 * @example diskNeed of 100 GB is 150 GB
 */
export function diskNeed(storedGb: Affine): Affine {
  return timesAffine(storedGb, exact("1.2").div("0.8"));
}
