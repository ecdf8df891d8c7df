import { metricName } from "../metrics/units";
import { reviewDay } from "../record/review-day";
import type { DecisionRecord } from "../record/schema";

export type WatchedDay = { kind: "date"; key: string; text: string; dueOn: string };
export type WatchedMetric = {
  kind: "metric";
  key: string;
  text: string;
  metric: string;
  direction: "above" | "below";
  threshold: number;
};
/** Nothing can measure it: somebody says that it happened. */
export type WatchedEvent = { kind: "event"; key: string; text: string };
export type Watched = WatchedDay | WatchedMetric | WatchedEvent;

/**
 * What an accepted record waits for: each of its dates, numbers and events, and where it names no date the day a year after the
 * decision. Keys tell them apart within one revision.
 * @example watchedTriggers({ reconsider: [] }, "2026-11-20T14:02:31.000Z") // [{ kind: "date", key: "date:2027-11-20", ... }]
 */
export function watchedTriggers(record: Pick<DecisionRecord, "reconsider">, decidedAt: string): Watched[] {
  const named = record.reconsider.flatMap(({ text, trigger }, index): Watched[] => {
    const words = typeof text === "string" ? text : "";
    if (trigger?.type === "date") return [watchedDay(trigger.date, words)];
    if (trigger?.type === "event") return [{ kind: "event", key: `event:${index}`, text: words }];
    if (trigger?.type !== "metric") return [];
    const { metric, direction, threshold } = trigger;
    return [{ kind: "metric", key: `metric:${index}`, text: words, metric: metricName(metric), direction, threshold }];
  });
  const isDayNamed = named.some(({ kind }) => kind === "date");
  const all = isDayNamed ? named : [...named, watchedDay(reviewDay(record, decidedAt).day, "")];
  return all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
}

/**
 * A day as a trigger; the day itself is its key, so that one day is watched once.
 * @example watchedDay("2027-11-20", "").key // "date:2027-11-20"
 */
export function watchedDay(dueOn: string, text: string): WatchedDay {
  return { kind: "date", key: `date:${dueOn}`, text, dueOn };
}

/**
 * Whether a number has passed its line; standing on it is not past it.
 * @example passes({ direction: "above", threshold: 10_000 }, 10_000) // false
 */
export function passes({ direction, threshold }: Pick<WatchedMetric, "direction" | "threshold">, value: number): boolean {
  return direction === "above" ? value > threshold : value < threshold;
}
