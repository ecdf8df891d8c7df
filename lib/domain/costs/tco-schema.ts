import { z } from "zod";
import { messageRefSchema } from "../messages/message-ref";
import { decimalText } from "./decimal-text";
import { amountSchema, MAX_AMOUNT, shareSchema } from "./workload-schema";

const inOrder = ({ low, likely, high }: { low: number; likely: number; high: number }, context: z.RefinementCtx) => {
  if (low > likely) context.addIssue({ code: "custom", path: ["low"], message: "Low is above likely." });
  if (likely > high) context.addIssue({ code: "custom", path: ["high"], message: "High is below likely." });
};

export const rangeSchema = z.strictObject({ low: amountSchema, likely: amountSchema, high: amountSchema }).superRefine(inOrder);
export type Range = z.infer<typeof rangeSchema>;
const shareRangeSchema = z.strictObject({ low: shareSchema, likely: shareSchema, high: shareSchema }).superRefine(inOrder);

/** How hard it is to leave, 0 to 3 on each of the four axes. */
export const lockInSchema = z.strictObject({
  queryLanguage: z.number().int().min(0).max(3),
  schemaFeatures: z.number().int().min(0).max(3),
  tooling: z.number().int().min(0).max(3),
  egress: z.number().int().min(0).max(3),
});
export type LockIn = z.infer<typeof lockInSchema>;

/** What the team says about one design; everything left out takes the default of `cost-models.md` section 5. */
const designTcoSchema = z.strictObject({
  opsHoursMonth: rangeSchema.optional(),
  /** True when the team runs it in production already: no training. */
  isKnown: z.boolean().default(false),
  weeksToProficiency: rangeSchema.optional(),
  exitMonths: rangeSchema.optional(),
  leaveShare: shareRangeSchema.optional(),
  lockIn: lockInSchema.optional(),
  coursesUsd: amountSchema.default(0),
  /** Hours a year in which this design is down; those of the whole request when left out. */
  outageHoursYear: rangeSchema.optional(),
});
export type DesignTco = z.infer<typeof designTcoSchema>;

/** Total cost of ownership in five components (`cost-models.md` section 5). */
export const tcoRequestSchema = z.strictObject({
  horizons: z
    .array(z.union([z.literal(12), z.literal(24), z.literal(36)]))
    .min(1)
    .max(3)
    .default([12, 24, 36]),
  engineerHourUsd: rangeSchema.default({ low: 150, likely: 200, high: 300 }),
  /** People who must learn an unfamiliar design. Unknown leaves the component out and the total "at least". */
  people: z.number().int().min(0).max(MAX_AMOUNT).optional(),
  productivityLossShare: shareRangeSchema.default({ low: 0.2, likely: 0.35, high: 0.5 }),
  /** What an hour of outage costs; never a survey's mean. Unknown leaves the component out. */
  outageHourUsd: rangeSchema.optional(),
  outageHoursYear: rangeSchema.default({ low: 0.5, likely: 2, high: 8 }),
  overlapMonths: rangeSchema.default({ low: 1, likely: 2, high: 4 }),
  /** The provider waives egress for customers who leave for good, on request. */
  isEgressWaived: z.boolean().default(false),
  discountRateYear: z.number().min(0).max(1).default(0),
  designs: z.record(z.string(), designTcoSchema).default({}),
});
export type TcoRequest = z.infer<typeof tcoRequestSchema>;

const moneyRangeSchema = z.object({ low: decimalText, likely: decimalText, high: decimalText });
export type MoneyRange = z.infer<typeof moneyRangeSchema>;

export const TCO_COMPONENTS = ["infrastructure", "operations", "training", "migration", "incident"] as const;

const plainRangeSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() });

const componentSchema = z.object({
  component: z.enum(TCO_COMPONENTS),
  /** Null when something it needs is unknown; the total then reads "at least". */
  cost: moneyRangeSchema.nullable(),
  isOneOff: z.boolean(),
  /** The arithmetic of the likely value in words and numbers. */
  formula: messageRefSchema,
});
export type TcoComponent = z.infer<typeof componentSchema>;

const designTotalSchema = z.object({
  id: z.string(),
  horizonMonths: z.number(),
  components: z.array(componentSchema),
  /** Likely is the sum of the likely components to the cent; low and high are the 10th and 90th of 100 trials, not sums of lows. */
  total: moneyRangeSchema.nullable(),
  complete: z.boolean(),
  /** Shown, never added: the operations hours already price the same time. */
  /** What the components rest on, for whoever wants to change it. */
  basis: z.object({ opsHoursMonth: plainRangeSchema, outageHoursYear: plainRangeSchema }),
  opportunity: z.object({ cost: moneyRangeSchema, formula: messageRefSchema }),
  exit: z.object({
    /** What leaving would cost if it happened, before its probability. */
    cost: moneyRangeSchema.nullable(),
    formula: messageRefSchema,
    lockIn: lockInSchema,
    leaveShare: z.number(),
  }),
});
export type DesignTotal = z.infer<typeof designTotalSchema>;

const tornadoBarSchema = z.object({
  input: messageRefSchema,
  /** Lead of the cheapest over the second at likely values, when this input is at its low and high. Negative: the ranking flips. */
  atLow: decimalText,
  atHigh: decimalText,
  swing: decimalText,
  winnerAtLow: z.string(),
  winnerAtHigh: z.string(),
  flips: z.boolean(),
});
export type TornadoBar = z.infer<typeof tornadoBarSchema>;

export const tcoSchema = z.object({
  designs: z.array(designTotalSchema),
  /** What moves the lead of the cheapest over the second, widest first; empty with fewer than two complete designs. */
  tornado: z.array(
    z.object({ horizonMonths: z.number(), winner: z.string(), runnerUp: z.string(), lead: decimalText, bars: z.array(tornadoBarSchema) }),
  ),
  sentences: z.array(messageRefSchema),
});
export type Tco = z.infer<typeof tcoSchema>;

/** How much more than the cheapest each design could cost, at worst, over the scenarios. */
export const regretSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      /** By scenario; null where the design cannot carry the load. */
      regrets: z.array(decimalText.nullable()),
      /** Null when it cannot carry some scenario that another can: no money bounds that. */
      worst: decimalText.nullable(),
    }),
  ),
  scenarios: z.array(z.string()),
  choice: z.string().nullable(),
  sentence: messageRefSchema.nullable(),
});
export type Regret = z.infer<typeof regretSchema>;
