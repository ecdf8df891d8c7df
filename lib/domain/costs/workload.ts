import type { Answers } from "../answers/schema";
import type { Assumption } from "./schema";
import { MAX_AMOUNT, type Workload, workloadSchema } from "./workload-schema";

/** Peak to average by how the traffic comes; blank counts as diurnal and is shown as assumed. */
const PEAK_TO_AVERAGE = { steady: 1.2, diurnal: 2, spiky: 5, rare: 20 } as const;
const STRONG_SHARE = { always: 1, own_writes: 0.5, stale_ok: 0 } as const;
const SECONDS_PER_DAY = 86_400;
const MONTHS_TO_Y3 = 36;

/**
 * The workload that the answers describe, and every value the team did not say. Without any load, today or estimated, the
 * workload is unknown (null): a bill for an invented load would be worth nothing.
 *
 * @example workloadFromAnswers({ scale: { now: { reads_s: 80, writes_s: 20 } } }).workload?.requestsPerDay // 4_320_000
 */
export function workloadFromAnswers(answers: Answers): { workload: Workload | null; assumptions: Assumption[] } {
  const notes = new Notes();
  const peakToAverage = notes.given(answers.cost?.traffic && PEAK_TO_AVERAGE[answers.cost.traffic], "peakToAverage", 2);
  const load = loadOf(answers, { peakToAverage, notes });
  if (!load) {
    notes.add("requestsPerDay", "unknown", null);
    return { workload: null, assumptions: notes.list };
  }
  const storedGb = storedOf(answers, notes);
  const workload: Workload = workloadSchema.parse({
    requestsPerDay: load.requestsPerDay,
    peakToAverage,
    readShare: load.readShare,
    strongReadShare: notes.given(answers.consistency?.fresh_reads && STRONG_SHARE[answers.consistency.fresh_reads], "strongReadShare", 1),
    transactionalShare: transactionalShareOf(answers, notes),
    itemReadKb: notes.assumed("itemReadKb", 1),
    itemWriteKb: notes.assumed("itemWriteKb", 1),
    storedGb,
    growthGbPerMonth: growthOf(answers, notes),
    egressShare: notes.assumed("egressShare", 0),
    workingSetShare: workingSetOf(answers, notes),
  });
  notes.assumed("writesPerVcpuSecond", workload.writesPerVcpuSecond);
  notes.assumed("readsPerVcpuSecond", workload.readsPerVcpuSecond);
  notes.assumed("utilisation", workload.utilisation);
  notes.assumed("headroom", workload.headroom);
  notes.assumed("cacheHitShare", workload.cacheHitShare);
  notes.add("connections", "unknown", null);
  return { workload, assumptions: notes.list };
}

/** Collects what was not said, in the order in which it was needed. */
class Notes {
  readonly list: Assumption[] = [];

  add(id: string, source: Assumption["source"], value: number | null, variant = id) {
    this.list.push({ id, source, value, text: { id: `costs.assumptions.${variant}`, params: value === null ? {} : { value } } });
  }

  assumed(id: string, value: number): number {
    this.add(id, "assumed", value);
    return value;
  }

  given(value: number | undefined | "", id: string, otherwise: number): number {
    return typeof value === "number" ? value : this.assumed(id, otherwise);
  }
}

type Load = { requestsPerDay: number; readShare: number };

/** Today's load; a product that is not running yet is priced at its first estimate. */
function loadOf(answers: Answers, { peakToAverage, notes }: { peakToAverage: number; notes: Notes }): Load | null {
  const scale = answers.scale ?? {};
  const points = [
    { id: "now", ...scale.now },
    { id: "y1", ...scale.y1 },
    { id: "y3", ...scale.y3 },
  ];
  const point = points.find(({ reads_s = 0, writes_s = 0 }) => reads_s + writes_s > 0);
  const asked = answers.cost?.requests_day;
  if (!point && !asked) return null;
  const peak = (point?.reads_s ?? 0) + (point?.writes_s ?? 0);
  const readShare = readShareOf({ answers, reads: point?.reads_s, peak, notes });
  if (asked) return { requestsPerDay: asked, readShare };
  const requestsPerDay = (SECONDS_PER_DAY * peak) / peakToAverage;
  if (requestsPerDay > MAX_AMOUNT) {
    notes.add("requestsPerDay", "assumed", MAX_AMOUNT, "requestsPerDay_most");
    return { requestsPerDay: MAX_AMOUNT, readShare };
  }
  notes.add("requestsPerDay", point?.id === "now" ? "derived" : "assumed", requestsPerDay, `requestsPerDay_${point?.id ?? "now"}`);
  return { requestsPerDay, readShare };
}

function readShareOf({ answers, reads, peak, notes }: { answers: Answers; reads: number | undefined; peak: number; notes: Notes }): number {
  const percent = answers.workload?.read_pct;
  if (percent !== undefined) return percent / 100;
  if (peak > 0 && reads !== undefined) {
    notes.add("readShare", "derived", reads / peak);
    return reads / peak;
  }
  return peak > 0 ? notes.assumed("readShare", 0) : notes.assumed("readShare", 0.8);
}

function transactionalShareOf(answers: Answers, notes: Notes): number {
  const atomic = answers.consistency?.atomic;
  if (!atomic) return notes.assumed("transactionalShare", 0);
  const share = atomic === "many_records" || atomic === "many_records_multi_region" ? 1 : 0;
  notes.add("transactionalShare", "derived", share);
  return share;
}

const STORED_WHEN_BLANK_GB = 10;

function storedOf(answers: Answers, notes: Notes): number {
  const { now, y1, y3 } = answers.scale ?? {};
  if (now?.data_gb !== undefined) return now.data_gb;
  const later = y1?.data_gb ?? y3?.data_gb;
  return notes.assumed("storedGb", later ?? STORED_WHEN_BLANK_GB);
}

function growthOf(answers: Answers, notes: Notes): number {
  const now = answers.scale?.now?.data_gb;
  const y3 = answers.scale?.y3?.data_gb;
  if (now === undefined || y3 === undefined) return notes.assumed("growthGbPerMonth", 0);
  const growth = Math.max(0, (y3 - now) / MONTHS_TO_Y3);
  notes.add("growthGbPerMonth", "derived", growth);
  return growth;
}

function workingSetOf(answers: Answers, notes: Notes): number {
  const { hot_set_gb: hot, data_gb: data } = answers.scale?.now ?? {};
  if (!hot || !data) return notes.assumed("workingSetShare", 0.25);
  const share = Math.min(1, hot / data);
  notes.add("workingSetShare", "derived", share);
  return share;
}
