import { z } from "zod";
import { usdSchema } from "../costs/price-ref-schema";
import { worksheetCostsSchema } from "../costs/schema";
import { jsonSchema } from "../json";
import { storableText, TEXT_LIMITS } from "../text";

/** A price of the book that the team replaced. `usd` null means that the book's price stands again. */
export const priceOverrideViewSchema = z.object({
  priceId: z.string(),
  /** What the book says about it, so that a price that is billed nowhere any more can still be shown and taken back. */
  label: z.string(),
  unit: z.string(),
  bookUsd: usdSchema.nullable(),
  usd: usdSchema.nullable(),
  /** The day on which the price held, as an ISO date. */
  asOf: z.string(),
  reason: z.string(),
  memberId: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type PriceOverride = z.infer<typeof priceOverrideViewSchema>;

/** One value that the team set for the costs of this worksheet; null means that ours stands again. */
export const costSettingViewSchema = z.object({
  key: z.string(),
  value: jsonSchema.nullable(),
  memberId: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type CostSetting = z.infer<typeof costSettingViewSchema>;

const opId = z.uuid();
const baseVersion = z.number().int().min(0);

export const priceOverrideInputSchema = z
  .strictObject({
    opId,
    baseVersion,
    /** US dollars per unit as decimal text; null takes the override back. */
    value: usdSchema.nullable(),
    currency: z.literal("USD", "Give the price in US dollars; the price book knows no other currency.").optional(),
    asOf: z.iso.date("Give the day on which this price held, for example 2026-11-20.").optional(),
    reason: storableText(TEXT_LIMITS.reason).default(""),
  })
  .superRefine(({ value, reason, asOf }, context) => {
    if (value === null) return;
    if (reason.trim() === "") context.addIssue({ code: "custom", path: ["reason"], message: "Say where this price is from." });
    if (asOf === undefined)
      context.addIssue({ code: "custom", path: ["asOf"], message: "Give the day on which this price held, for example 2026-11-20." });
  });
export type PriceOverrideInput = z.infer<typeof priceOverrideInputSchema>;

export const costSettingInputSchema = z.strictObject({ opId, baseVersion, value: jsonSchema.nullable() });
export type CostSettingInput = z.infer<typeof costSettingInputSchema>;

/** The costs of a worksheet with what the team changed about them. */
export const worksheetCostViewSchema = worksheetCostsSchema.extend({
  overrides: z.array(priceOverrideViewSchema),
  settings: z.array(costSettingViewSchema),
  /** Systems that the rules eliminated, for designs that are compared all the same. */
  eliminated: z.array(z.string()),
});
export type WorksheetCostView = z.infer<typeof worksheetCostViewSchema>;

/** What the team changed, as the calculation takes it. */
export type CostInputs = {
  overrides: readonly Pick<PriceOverride, "priceId" | "usd" | "asOf" | "reason">[];
  settings: readonly Pick<CostSetting, "key" | "value" | "at">[];
};
