import { z } from "zod";
import { lifeStatusSchema } from "../record/life-cycle";
import { NUMBER_LIMIT, storableText, TEXT_LIMITS } from "../text";
import { decisionSectionSchema } from "../worksheet/schema";

/** What stands beside the texts of a decision: where sentences came from, what was accepted, dismissed and watched. */

const key = z.string().min(1).max(200);

/** A sentence that the results offered and somebody took. `seen` is the source's wording that the team knows of. */
const pieceSchema = z.strictObject({
  kind: z.literal("piece"),
  key,
  text: storableText(TEXT_LIMITS.note, 1),
  data: z.strictObject({ section: decisionSectionSchema, source: z.string().max(40), seen: storableText(TEXT_LIMITS.note) }),
});
/** A condition of the chosen candidate, accepted by name. The key names the candidate and the rule, see conditionKey. */
const conditionSchema = z.strictObject({
  kind: z.literal("condition"),
  key: key.regex(/^[^/]+\/[^/]+$/u, "Name the candidate and the rule, as in postgresql/S-03."),
  text: z.literal(""),
  data: z.strictObject({}),
});
/** A smell check that the team saw and put aside, with the sentence why. */
const smellSchema = z.strictObject({ kind: z.literal("smell"), key, text: storableText(TEXT_LIMITS.reason, 1), data: z.strictObject({}) });

const triggerCommon = {
  /** Who watches it, a member's id. */
  owner: z.string().max(64).nullable(),
  /** Where it is measured. */
  measuredAt: storableText(TEXT_LIMITS.reason),
};
const triggerDataSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("metric"),
    metric: z.string().min(1).max(TEXT_LIMITS.title),
    direction: z.enum(["above", "below"]),
    threshold: z.number().min(0).max(NUMBER_LIMIT),
    ...triggerCommon,
  }),
  z.strictObject({ type: z.literal("date"), date: z.iso.date("Write the date as 2027-06-30."), ...triggerCommon }),
  z.strictObject({ type: z.literal("event"), ...triggerCommon }),
]);
export type TriggerData = z.infer<typeof triggerDataSchema>;
/** What would make the team look again. `text` says it in words. */
const triggerSchema = z.strictObject({
  kind: z.literal("trigger"),
  key: z.uuid(),
  text: storableText(TEXT_LIMITS.reason, 1),
  data: triggerDataSchema,
});

const markSchema = z.discriminatedUnion("kind", [pieceSchema, conditionSchema, smellSchema, triggerSchema]);
export const markKindSchema = z.enum(["piece", "condition", "smell", "trigger"]);
export const markInputSchema = z.strictObject({ opId: z.uuid(), mark: markSchema });
export const unmarkInputSchema = z.strictObject({ opId: z.uuid(), kind: markKindSchema, key });
export type MarkInput = z.infer<typeof markSchema>;

const signed = { by: z.string(), byMemberId: z.string(), at: z.iso.datetime() };
export const markViewSchema = z.discriminatedUnion("kind", [
  pieceSchema.extend(signed),
  conditionSchema.extend(signed),
  smellSchema.extend(signed),
  triggerSchema.extend(signed),
]);
export type MarkView = z.infer<typeof markViewSchema>;
export type Piece = Extract<MarkView, { kind: "piece" }>;
export type Trigger = Extract<MarkView, { kind: "trigger" }>;

export const LOCK_SECONDS = 60;
export const lockInputSchema = z.strictObject({
  section: decisionSectionSchema,
  /** `take` asks politely, `take_over` takes it from whoever has it, `release` lets go. */
  act: z.enum(["take", "take_over", "release"]),
});
export const lockViewSchema = z.object({ section: decisionSectionSchema, memberId: z.string(), name: z.string(), at: z.iso.datetime() });
export type LockView = z.infer<typeof lockViewSchema>;

const relatedSchema = z.object({
  worksheetId: z.string(),
  title: z.string(),
  number: z.number().int().nullable(),
  isPartial: z.boolean(),
  /** A replacement that is not accepted yet replaces nothing yet. */
  isAccepted: z.boolean(),
  /** The other worksheet was deleted. */
  isGone: z.boolean(),
  note: z.string(),
});
export type RelatedRecord = z.infer<typeof relatedSchema>;

const replacedImportSchema = z.object({
  entryId: z.string(),
  spaceId: z.string(),
  title: z.string(),
  number: z.number().int().nullable(),
  isPartial: z.boolean(),
});
export type ReplacedImport = z.infer<typeof replacedImportSchema>;

export const lifeViewSchema = z.object({
  status: lifeStatusSchema,
  /** The statuses that the facilitator may set by hand from here. */
  allowed: z.array(lifeStatusSchema),
  reason: z.string(),
  supersededBy: z.array(relatedSchema),
  supersedes: z.array(relatedSchema),
  /** The decision that this worksheet reopened, until it is replaced. */
  reopens: relatedSchema.nullable(),
  /** Worksheets that reopened this decision and are not accepted yet. */
  reopenedAs: z.array(relatedSchema),
  /** Imported records of its log that it replaces; set in the log, beside the record. */
  supersedesImports: z.array(replacedImportSchema),
});
export type LifeView = z.infer<typeof lifeViewSchema>;

export const deskSchema = z.object({ marks: z.array(markViewSchema), locks: z.array(lockViewSchema), life: lifeViewSchema });
export type Desk = z.infer<typeof deskSchema>;

export const sectionVersionSchema = z.object({ version: z.number().int(), text: z.string(), by: z.string(), at: z.iso.datetime() });
export type SectionVersion = z.infer<typeof sectionVersionSchema>;

export const statusInputSchema = z.strictObject({
  opId: z.uuid(),
  status: lifeStatusSchema,
  reason: storableText(TEXT_LIMITS.reason, 1),
});
export const supersedeInputSchema = z.strictObject({
  opId: z.uuid(),
  /** The worksheet whose decision this one replaces; you are its facilitator too. */
  replaces: z.string().max(64),
  isPartial: z.boolean(),
  note: storableText(TEXT_LIMITS.reason),
});
