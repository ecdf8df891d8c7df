import type { MessageRef } from "../messages/message-ref";
import { peakMultiple } from "./load-profile";
import { type Workload, weekdayPeak } from "./workload-schema";

/**
 * The workload in one sentence, so that a person sees what their numbers say: requests a day, average and peak per second,
 * mix, sizes, data, growth, and how the load spreads over the week.
 *
 * @example describeWorkload(aLoad()).params.peak // "100"
 */
export function describeWorkload(workload: Workload, locale = "en"): MessageRef {
  const { requestsPerDay, profile } = workload;
  const average = requestsPerDay / 86_400;
  const { number, percent } = formatsFor(locale);
  return {
    id: "costing.workload",
    params: {
      requests: number(requestsPerDay),
      average: number(average),
      peak: number(average * peakMultiple(workload)),
      times: number(peakMultiple(workload)),
      reads: percent(workload.readShare),
      readKb: number(workload.itemReadKb),
      writeKb: number(workload.itemWriteKb),
      stored: number(workload.storedGb),
      growth: number(workload.growthGbPerMonth),
      grows: workload.growthGbPerMonth > 0 ? "yes" : "no",
      egress: percent(workload.egressShare),
      leaves: workload.egressShare > 0 ? "yes" : "no",
      shape: shapeOfDay(workload),
      weekend: percent(profile?.weekendShare ?? 1),
      hasWeekend: (profile?.weekendShare ?? 1) < 1 ? "yes" : "no",
      bursts: profile?.bursts?.perMonth ?? 0,
      burstHours: number(profile?.bursts?.hours ?? 0),
      burstTimes: number(profile?.bursts?.timesAverage ?? 0),
    },
  };
}

type Formats = { number: (value: number) => string; percent: (share: number) => string };
const FORMATS = new Map<string, Formats>();

/** Formats take longer to make than the whole sentence. */
function formatsFor(locale: string): Formats {
  const known = FORMATS.get(locale);
  if (known) return known;
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const formats = { number: (value: number) => number.format(value), percent: (share: number) => percent.format(share) };
  FORMATS.set(locale, formats);
  return formats;
}

/**
 * How a weekday runs, as the capacity-priced designs bill it.
 *
 * @example shapeOfDay(aLoad({ peakToAverage: 4 })) // "block"
 */
export function shapeOfDay(workload: Workload): "flat" | "sine" | "block" {
  const peak = weekdayPeak(workload);
  const asked = workload.profile?.day ?? "auto";
  if (asked !== "auto") return asked;
  if (peak <= 1 + 1e-9) return "flat";
  return peak <= 2 + 1e-9 ? "sine" : "block";
}
