import { z } from "zod";
import { basisSchema, questionIdSchema } from "../answers/schema";
import { jsonSchema } from "../json";
import { LOCALES } from "../messages/locales";
import { templateIdSchema } from "../templates/schema";
import { NUMBER_LIMIT, personNameSchema, storableText, TEXT_LIMITS } from "../text";
import { keepMonthsSchema } from "./retention";
import { decisionSectionSchema, frameAnswersSchema, reachedSchema, stageSchema } from "./schema";

/** What people and scripts send. Apart from what they may see, because the answer page carries only the latter. */

export const positionInputSchema = z.strictObject({
  opId: z.uuid(),
  baseVersion: z.number().int().min(0),
  value: jsonSchema.nullable(),
  low: z.number().min(0).max(NUMBER_LIMIT).nullish(),
  high: z.number().min(0).max(NUMBER_LIMIT).nullish(),
  reached: reachedSchema,
  reason: storableText(TEXT_LIMITS.reason),
});

export const newWorksheetSchema = z.strictObject({
  title: storableText(TEXT_LIMITS.title, 1)
    .transform((title) => title.trim().replace(/\s+/gu, " "))
    .refine((title) => title.length > 0, "Write what you are deciding, in one sentence."),
  yourName: personNameSchema,
  frame: frameAnswersSchema.optional(),
  /** Fills the frame beneath what `frame` gives, and suggests answers to whoever is asked. */
  template: templateIdSchema.optional(),
  language: z.enum(LOCALES).optional(),
  timeZone: storableText(TEXT_LIMITS.name).refine(isTimeZone, "Send a time zone such as Europe/Berlin.").optional(),
  /** Deleted by itself so many months after the last thing that counts; left out, it is kept until somebody deletes it. */
  keepMonths: keepMonthsSchema.nullish(),
});
export type NewWorksheet = z.infer<typeof newWorksheetSchema>;

export const createdWorksheetSchema = z.object({
  id: z.string(),
  links: z.object({ facilitator: z.string(), member: z.string(), observer: z.string() }),
  memberToken: z.string(),
});

/** One field of a save: a value, an explicit "I don't know", or null to clear. */
export const fieldSaveSchema = z.strictObject({
  value: jsonSchema.nullish(),
  unknown: z.literal(true).optional(),
  baseVersion: z.number().int().min(0).max(1_000_000_000),
  basis: basisSchema.nullish(),
  reason: storableText(TEXT_LIMITS.reason).nullish(),
});
export type FieldSave = z.infer<typeof fieldSaveSchema>;

export const answersSaveSchema = z.strictObject({
  opId: z.uuid(),
  round: z.number().int().min(1).max(2),
  fields: z.record(z.string().max(100), fieldSaveSchema),
  othersMayNotKnow: z.strictObject({ text: storableText(TEXT_LIMITS.note), baseVersion: z.number().int().min(0) }).optional(),
});
export type AnswersSave = z.infer<typeof answersSaveSchema>;

export const frameInputSchema = z.strictObject({
  opId: z.uuid(),
  baseVersion: z.number().int().min(0),
  title: newWorksheetSchema.shape.title.optional(),
  scope: storableText(TEXT_LIMITS.note).optional(),
  adrNumber: z.number().int().min(1).max(9_999).optional(),
  language: z.enum(LOCALES).optional(),
  frame: frameAnswersSchema.optional(),
});
export type FrameInput = z.infer<typeof frameInputSchema>;

export const readyInputSchema = z.strictObject({ opId: z.uuid(), question: questionIdSchema, ready: z.boolean() });
export const stageInputSchema = z.strictObject({ opId: z.uuid(), stage: stageSchema });
/** Without `questions` all that are left; some of them only where the worksheet reveals step by step. */
export const revealInputSchema = z.strictObject({ opId: z.uuid(), questions: z.array(questionIdSchema).min(1).max(5).optional() });
export type RevealInput = z.infer<typeof revealInputSchema>;
export const sectionInputSchema = z.strictObject({
  opId: z.uuid(),
  section: decisionSectionSchema,
  text: storableText(TEXT_LIMITS.section),
  baseVersion: z.number().int().min(0),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
