import { z } from "zod";
import { decimalText } from "./decimal-text";
import { amountSchema, shareSchema } from "./workload-schema";

/** Limits of the trials; more would only make the third digit steadier. */
export const TRIAL_LIMITS = { trials: 20_000, points: 5, members: 60 } as const;

/** One person's low, likely and high; the likely one alone is a point. */
const estimateSchema = z
  .strictObject({ low: amountSchema.optional(), likely: amountSchema, high: amountSchema.optional() })
  .superRefine(({ low, likely, high }, context) => {
    if (low !== undefined && low > likely) context.addIssue({ code: "custom", path: ["low"], message: "Low is above likely." });
    if (high !== undefined && high < likely) context.addIssue({ code: "custom", path: ["high"], message: "High is below likely." });
  });
export type Estimate = z.infer<typeof estimateSchema>;

const memberEstimateSchema = z.strictObject({
  member: z.string().min(1).max(80),
  /** Weight in the pool; equal when left out. */
  weight: z.number().positive().max(1_000).default(1),
  peakRequestsPerSecond: estimateSchema.optional(),
  storedGb: estimateSchema.optional(),
  readShare: z
    .strictObject({ low: shareSchema.optional(), likely: shareSchema, high: shareSchema.optional() })
    .superRefine(({ low, likely, high }, context) => {
      if (low !== undefined && low > likely) context.addIssue({ code: "custom", path: ["low"], message: "Low is above likely." });
      if (high !== undefined && high < likely) context.addIssue({ code: "custom", path: ["high"], message: "High is below likely." });
    })
    .optional(),
});
export type MemberEstimate = z.infer<typeof memberEstimateSchema>;

/** What members expect at some points of time, to be pooled and tried out (`cost-models.md` section 6). */
export const uncertaintySchema = z.strictObject({
  trials: z.number().int().min(100).max(TRIAL_LIMITS.trials).default(4_000),
  /** The same seed and inputs give the same bands; a worksheet uses its id. */
  seed: z.string().max(80).default(""),
  /** What low and high mean: "about 1 in 10", or limits that are never passed. */
  meaning: z.enum(["one_in_ten", "limits"]).default("one_in_ten"),
  /** Prices vary too: approximate ones by 20%, those older than two years by 10%. */
  varyPrices: z.boolean().default(true),
  points: z
    .array(z.strictObject({ id: z.string().min(1).max(20), members: z.array(memberEstimateSchema).min(1).max(TRIAL_LIMITS.members) }))
    .min(1)
    .max(TRIAL_LIMITS.points),
});
export type Uncertainty = z.infer<typeof uncertaintySchema>;

const quantilesSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() });
export type Quantiles = z.infer<typeof quantilesSchema>;

const bandCostSchema = z.object({
  id: z.string(),
  /** US dollars a month over the trials in which the design carries the load; null when it never does. */
  p10: decimalText.nullable(),
  p50: decimalText.nullable(),
  p90: decimalText.nullable(),
  /** Share of all trials in which it is the cheapest that carries the load; ties are shared. */
  cheapestShare: z.number(),
  /** Share of trials whose load it cannot carry. */
  infeasibleShare: z.number(),
  /** False when a price is unknown: the band then reads "at least" and the design never counts as cheapest. */
  complete: z.boolean(),
});

/** What the trials gave for one point. */
export const costBandSchema = z.object({
  point: z.string(),
  peakRequestsPerSecond: quantilesSchema,
  storedGb: quantilesSchema.nullable(),
  readShare: quantilesSchema.nullable(),
  designs: z.array(bandCostSchema),
  /** True when one member's likely value lies outside another's low to high. */
  isDisputed: z.boolean(),
});
export type CostBand = z.infer<typeof costBandSchema>;

/** Where two designs change places when mix, data and prices vary; and whether that lies within what the team expects. */
export const crossoverBandSchema = z.object({
  a: z.string(),
  b: z.string(),
  /** Which crossing of the pair, from the left. */
  which: z.enum(["first", "last"]),
  p10: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  /** Share of trials in which the pair does not cross on the axis. */
  noneShare: z.number(),
});
export type CrossoverBand = z.infer<typeof crossoverBandSchema>;

/** A crossing inside the range that the members' own estimates span. */
export const disputedCrossingSchema = z.object({
  a: z.string(),
  b: z.string(),
  x: z.number(),
  point: z.string(),
  low: z.number(),
  high: z.number(),
});
export type DisputedCrossing = z.infer<typeof disputedCrossingSchema>;
