import { z } from "zod";
import { NUMBER_LIMIT, storableText, TEXT_LIMITS } from "../text";

/** Items of one call. */
export const METRIC_BATCH = 200;
/** How many values of each number of a worksheet are kept; the oldest go first. */
export const METRICS_KEPT = 1_000;
/** How far ahead of the database's clock a sender's may be, in seconds. */
export const CLOCK_AHEAD_S = 300;

const metricItemSchema = z.strictObject({
  metric: storableText(TEXT_LIMITS.title, 1).meta({
    description:
      "A number of the worksheet (`writes_s`, `scale.now.writes_s`, `cost.requests_day`), or the name that a trigger of the record gives it.",
  }),
  value: z.number().min(0).max(NUMBER_LIMIT),
  unit: storableText(40, 1).meta({
    description: "`per_second`, `gb`, `people` and so on; MB, TB, bytes, rps and /min are converted.",
  }),
  at: z.iso.datetime({ offset: true, error: "Write the time as 2027-11-20T09:00:00Z." }),
  source: storableText(TEXT_LIMITS.name, 1),
});
export type MetricItem = z.infer<typeof metricItemSchema>;

export const metricsInputSchema = z.strictObject({
  /** Repeating it returns the first reply. */
  opId: z.uuid().optional(),
  metrics: z.array(metricItemSchema).min(1).max(METRIC_BATCH),
});
export type MetricsInput = z.infer<typeof metricsInputSchema>;

export const metricsReplySchema = z.object({
  /** Kept by this call. */
  added: z.number().int(),
  /** Known already: the same number, time and source. */
  known: z.number().int(),
  /** Triggers that fired by this call, in the words of the record. */
  fired: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type MetricsReply = z.infer<typeof metricsReplySchema>;

/** The latest report of one number. */
export const reportedMetricSchema = z.object({
  metric: z.string(),
  /** In `unit`. */
  value: z.number(),
  unit: z.string(),
  at: z.iso.datetime(),
  source: z.string(),
  by: z.string(),
});
export type ReportedMetric = z.infer<typeof reportedMetricSchema>;
