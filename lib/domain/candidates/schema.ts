import { z } from "zod";
import { customSystemSchema, overrideSchema } from "../engine/schema";
import { TEXT_LIMITS } from "../text";
import { CRITERIA, criterionSchema, SCORE_MAX } from "../tie-break/criteria";

/** What the team does to the list by hand, and what each member keeps to themselves until it is disclosed. */

const act = { by: z.string(), at: z.iso.datetime() };

export const overrideViewSchema = z.object({ ...overrideSchema.shape, ...act, byMemberId: z.string(), version: z.number().int() });
export type OverrideView = z.infer<typeof overrideViewSchema>;

export const customViewSchema = z.object({ system: customSystemSchema, ...act, byMemberId: z.string() });
export type CustomView = z.infer<typeof customViewSchema>;

export const scoreViewSchema = z.object({
  candidate: z.string(),
  criterion: criterionSchema,
  score: z.number().int().min(0).max(SCORE_MAX),
  ...act,
  byMemberId: z.string(),
  version: z.number().int(),
});
export type ScoreView = z.infer<typeof scoreViewSchema>;

export const disclosureKindSchema = z.enum(["gut_check", "ranking"]);
export type DisclosureKind = z.infer<typeof disclosureKindSchema>;

/** The candidate somebody would take; null when they would rather not say. */
const gutSchema = z.string().nullable();
const orderSchema = z.array(criterionSchema).length(CRITERIA.length, { abort: true });

/** Something every member gives alone: your own, who has given one (the facilitator's to know), and all of them once disclosed. */
function blindSchema<T extends z.ZodType>(value: T) {
  return z.object({
    yours: z.object({ value }).nullable(),
    given: z.array(z.string()).nullable(),
    disclosed: z.object(act).nullable(),
    all: z.array(z.object({ memberId: z.string(), value })),
  });
}

export const handworkSchema = z.object({
  overrides: z.array(overrideViewSchema),
  custom: z.array(customViewSchema),
  scores: z.array(scoreViewSchema),
  gutCheck: blindSchema(gutSchema),
  ranking: blindSchema(orderSchema),
});
export type Handwork = z.infer<typeof handworkSchema>;
export type Blind<T> = Omit<Handwork["gutCheck"], "yours" | "all"> & { yours: { value: T } | null; all: { memberId: string; value: T }[] };

const opId = z.uuid();
const baseVersion = z.number().int().min(0).max(1_000_000_000);

export const overrideInputSchema = z.strictObject({
  opId,
  baseVersion,
  action: overrideSchema.shape.action,
  reason: overrideSchema.shape.reason.transform((reason) => reason.trim()).refine((reason) => reason !== "", "Write why, in a few words."),
});
export type OverrideInput = z.infer<typeof overrideInputSchema>;

/** A new candidate; its id is made from its name where none is sent. */
export const customInputSchema = z.strictObject({
  opId,
  system: customSystemSchema.extend({ id: customSystemSchema.shape.id.optional() }),
});
export type CustomInput = z.infer<typeof customInputSchema>;

export const gutCheckInputSchema = z.strictObject({ opId, candidate: z.string().min(1).max(TEXT_LIMITS.name).nullable() });
export const rankingInputSchema = z.strictObject({
  opId,
  order: orderSchema.refine((order) => new Set(order).size === CRITERIA.length, "Rank each of the five once."),
});
export const scoreInputSchema = z.strictObject({
  opId,
  baseVersion,
  criterion: criterionSchema,
  score: z.number().int().min(0).max(SCORE_MAX).nullable(),
});
export type ScoreInput = z.infer<typeof scoreInputSchema>;
