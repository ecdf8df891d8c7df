import { z } from "zod";
import { basisSchema } from "../answers/schema";
import { messageRefSchema } from "../messages/message-ref";
import { reportedMetricSchema } from "../metrics/schema";
import { NUMBER_LIMIT, storableText, TEXT_LIMITS } from "../text";
import { firedTriggerSchema, watchedEventSchema } from "../triggers/schema";

/** The numbers of a worksheet that can be measured later, as they are named under `scale.<time>`. */
export const metricSchema = z.enum(["users", "reads_s", "writes_s", "data_gb", "largest_table_gb", "hot_set_gb"]);
export type Metric = z.infer<typeof metricSchema>;
export const METRICS = metricSchema.options;

export const actualSchema = z.strictObject({
  metric: metricSchema,
  /** In the unit of the field: people, per second at the peak, or GB. */
  value: z.number().min(0).max(NUMBER_LIMIT),
  basis: basisSchema.default("measured"),
  /** Where the number comes from, for example a dashboard. */
  source: storableText(TEXT_LIMITS.name).default(""),
});
export type Actual = z.infer<typeof actualSchema>;

export const outcomeSchema = z.enum(["still_right", "update", "reopen"]);
export type Outcome = z.infer<typeof outcomeSchema>;
export const happenedSchema = z.enum(["yes", "no", "unknown"]);

const actualsSchema = z
  .array(actualSchema)
  .max(METRICS.length)
  .superRefine((actuals, context) => {
    for (const [index, { metric }] of actuals.entries()) {
      if (actuals.findIndex((other) => other.metric === metric) < index)
        context.addIssue({ code: "custom", path: [index, "metric"], message: "Give each number once." });
    }
  });

/** What is compared: the numbers as they are, and the day on which they were. */
export const reviewTrialSchema = z.strictObject({ on: z.iso.date(), actuals: actualsSchema });
export type ReviewTrial = z.infer<typeof reviewTrialSchema>;

export const reviewInputSchema = reviewTrialSchema
  .extend({
    opId: z.uuid(),
    /** The lines of "what would make us reconsider", each with whether it has happened. */
    reconsider: z
      .array(z.strictObject({ text: storableText(TEXT_LIMITS.section), happened: happenedSchema }))
      .max(50)
      .default([]),
    outcome: outcomeSchema,
    /** The day of the next look; asked for when the decision is still right. */
    lookAgainOn: z.iso.date().nullable().default(null),
    note: storableText(TEXT_LIMITS.note).default(""),
  })
  .superRefine(({ outcome, lookAgainOn, on }, context) => {
    if (outcome === "still_right" && lookAgainOn === null)
      context.addIssue({ code: "custom", path: ["lookAgainOn"], message: "Say when to look again." });
    if (lookAgainOn !== null && lookAgainOn <= on)
      context.addIssue({ code: "custom", path: ["lookAgainOn"], message: "Look again on a day after this one." });
  });
export type ReviewInput = z.infer<typeof reviewInputSchema>;

/** How an actual number stands to what the team expected. */
export const reviewVerdictSchema = z.enum(["on_track", "inside_someones", "nobody_expected", "unknown"]);
export type ReviewVerdict = z.infer<typeof reviewVerdictSchema>;

const bandSchema = z.object({ low: z.number(), mid: z.number(), high: z.number() });

export const thresholdSchema = z.object({
  /** The value at which the list is another. */
  at: z.number(),
  /** Months from the day of the review at the growth seen so far; null when it does not grow, 0 when it is past. */
  months: z.number().nullable(),
});

export const reviewRowSchema = z.object({
  metric: metricSchema,
  /** The number that stood when the decision was made, or null. */
  start: z.number().nullable(),
  /** What the team's path says for the day of the review: pooled low, typical and high. */
  expected: bandSchema.nullable(),
  /** Lowest and highest that any single member's path says. */
  range: z.object({ low: z.number(), high: z.number() }).nullable(),
  actual: z.number().nullable(),
  /** actual / expected typical; null when one of them is missing or zero. */
  ratio: z.number().nullable(),
  verdict: reviewVerdictSchema,
  /** Growth per month since the decision as a factor, 1.05 for 5 %; null when it cannot be told. */
  monthlyGrowth: z.number().nullable(),
  thresholds: z.array(thresholdSchema),
  /** Points of the expected path, for the drawing: month and value. */
  path: z.array(z.object({ month: z.number(), value: z.number() })),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const calibrationSchema = z.object({
  /** Numbers that had an estimate and were measured. */
  compared: z.number().int(),
  inside: z.number().int(),
  /** Geometric mean of actual / expected: 1.4 means that the team was typically 1.4 times low; null without numbers. */
  ratio: z.number().nullable(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/** Loads at which another design is the cheaper one, seen from the actual load (peak reads and writes a second together). */
const crossingAheadSchema = z.object({
  at: z.number(),
  before: z.string(),
  after: z.string(),
  /** Months from the review at the growth seen so far; null when it does not grow, 0 when it is past. */
  months: z.number().nullable(),
});
export const loadAheadSchema = z.object({
  actual: z.number(),
  monthlyGrowth: z.number().nullable(),
  crossings: z.array(crossingAheadSchema),
});

const movedSchema = z.object({
  id: z.string(),
  name: z.string(),
  before: z.string(),
  after: z.string(),
  /** The rule at which it leaves now, or left before. */
  rule: z.string().nullable(),
  text: messageRefSchema.nullable(),
});

const costChangeSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** US dollars a month at today's load, as decimal text; null when it cannot be told. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  isComplete: z.boolean(),
});

/** What the engine and the costs say to the actual numbers, beside what they said then. */
export const reviewResultSchema = z.object({
  months: z.number(),
  /** Less than sixty days after the decision there is nothing to compare yet. */
  isTooEarly: z.boolean(),
  rows: z.array(reviewRowSchema),
  calibration: calibrationSchema,
  list: z.object({
    isSame: z.boolean(),
    before: z.array(z.object({ id: z.string(), name: z.string() })),
    after: z.array(z.object({ id: z.string(), name: z.string() })),
    moved: z.array(movedSchema),
  }),
  costs: z.array(costChangeSchema),
  /** Null unless reads and writes were both measured and costs were compared. */
  load: loadAheadSchema.nullable(),
  versions: z.object({ catalogue: z.string(), rules: z.string(), engine: z.string() }),
});
export type ReviewResult = z.infer<typeof reviewResultSchema>;

export const reviewViewSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  by: z.string(),
  at: z.iso.datetime(),
  on: z.iso.date(),
  actuals: z.array(actualSchema),
  reconsider: reviewInputSchema.shape.reconsider,
  outcome: outcomeSchema,
  lookAgainOn: z.iso.date().nullable(),
  note: z.string(),
  /** Worksheet that this review reopened the decision in. */
  reopenedAs: z.string().nullable(),
});
export type ReviewView = z.infer<typeof reviewViewSchema>;

/** What a screen needs to begin: the accepted decision, what can be measured, and the reviews so far. */
export const reviewsSchema = z.object({
  /** Day of the acceptance; null while nothing is accepted. */
  since: z.iso.date().nullable(),
  revision: z.number().int().nullable(),
  /** The decision's own lines of what would make the team reconsider. */
  reconsider: z.array(z.string()),
  result: reviewResultSchema.nullable(),
  reviews: z.array(reviewViewSchema),
  /** What fired and nobody has answered with a review yet. */
  due: z.array(firedTriggerSchema),
  /** Events of the record, which fire when somebody says that they have happened. */
  events: z.array(watchedEventSchema),
  /** The latest report of each number. */
  reported: z.array(reportedMetricSchema),
  /** The decision that this worksheet reopened, and the worksheet that reopened this one. */
  reopens: z.string().nullable(),
});
export type Reviews = z.infer<typeof reviewsSchema>;
