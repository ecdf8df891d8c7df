import { z } from "zod";
import { answersSchema, basisSchema } from "../answers/schema";
import { jsonSchema } from "../json";
import { messageRefSchema } from "../messages/message-ref";
import { LIST_LIMIT, storableText, TEXT_LIMITS } from "../text";

/** What goes into and comes out of `POST /disagreement` and `GET /worksheets/{id}/disagreement`. */

const share = z.number().min(0).max(1);
const ids = z.array(z.string());

export const bucketSchema = z.enum(["changes", "together", "same"]);
export type Bucket = z.infer<typeof bucketSchema>;

/** What the answers of some members lead to, all else as the team has it. */
export const outcomeSchema = z.object({
  memberIds: ids,
  values: z.array(jsonSchema),
  list: ids,
  /** Against the team's provisional list; both empty where the team has no provisional answer. */
  adds: ids,
  removes: ids,
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const fieldImpactSchema = z.object({
  field: z.string(),
  bucket: bucketSchema,
  /** I: how far apart the lists of two members are on average, 0 to 1. */
  direct: share,
  /** F: share of members whose answer gives another list than the team's. */
  flipShare: share,
  /** T: the same as I, averaged over all combinations of the other answers. */
  total: share,
  /** For "together": the field with which it matters, if one alone does. */
  partner: z.string().nullable(),
  /** The team recorded its answer. */
  isSettled: z.boolean(),
  /** False where the team has no provisional answer: it is tied, or two claims exclude each other. */
  hasProvisional: z.boolean(),
  /** The list stays and its order changes. */
  reorders: z.boolean(),
  outcomes: z.array(outcomeSchema),
});
export type FieldImpact = z.infer<typeof fieldImpactSchema>;

/** A number nobody measured, with a value inside its band that changes the list. */
export const unmeasuredSchema = z.object({
  field: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** The nearest value inside the band at which the list is another. */
  flipsAt: z.number(),
  adds: ids,
  removes: ids,
});
export type Unmeasured = z.infer<typeof unmeasuredSchema>;

export const impactSchema = z.object({
  /** Names of all candidates below, by id. */
  names: z.record(z.string(), z.string()),
  /** The list that the team's answers give now, best first. */
  list: ids,
  /** Differences, what changes the list most first. */
  fields: z.array(fieldImpactSchema),
  unmeasured: z.array(unmeasuredSchema),
  /** The list that each member's own answers give, with the team's where a member gave none. */
  members: z.array(z.object({ memberId: z.string(), list: ids })),
  /** Null for fewer than three members: two answers are no statistic. */
  combinations: z
    .object({
      /** All combinations of the different answers to what is open. */
      possible: z.number(),
      /** Those that differ to the rules. */
      distinct: z.number(),
      tried: z.number().int(),
      /** True when all were tried, so that every share is exact. */
      isExact: z.boolean(),
      /** Share that leads to the team's provisional list, averaged over tied answers. */
      stability: share,
      isTied: z.boolean(),
      survival: z.array(z.object({ id: z.string(), share })),
      lists: z.array(z.object({ ids, share })),
    })
    .nullable(),
});
export type Impact = z.infer<typeof impactSchema>;

export const fieldMeasuresSchema = z.object({
  field: z.string(),
  n: z.number().int(),
  unknownCount: z.number().int(),
  agreed: z.boolean(),
  /** Mean pairwise distance D, 0 to 1; null for fewer than two answers. */
  spread: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  ratio: z.number().nullable(),
  camps: z.array(z.object({ value: z.union([z.string(), z.number()]), memberIds: ids })),
  label: messageRefSchema,
  detail: messageRefSchema.nullable(),
  speakFirst: ids,
  /** The answer that the team could settle on; null for an honest "you are split". */
  proposal: z.object({ value: jsonSchema, low: z.number().nullable(), high: z.number().nullable(), isWide: z.boolean() }),
});
export type FieldMeasures = z.infer<typeof fieldMeasuresSchema>;

export const disagreementSchema = z.object({ fields: z.array(fieldMeasuresSchema), impact: impactSchema });
export type Disagreement = z.infer<typeof disagreementSchema>;

const MOST_FIELDS = 120;
const MOST_MEMBERS = 200;
/** The work grows with every answer given. */
const MOST_ANSWERS = 2_000;

export const disagreementRequestSchema = z.strictObject({
  fields: z
    .array(
      z.strictObject({
        /** An answer path, or any name when `type` is given: then it is measured and changes no list. */
        field: storableText(TEXT_LIMITS.name, 1),
        type: z.enum(["choice", "ordinal", "multi", "number"]).optional(),
        /** Options of a choice, ordinal or multi field, least to most. */
        levels: z.array(storableText(TEXT_LIMITS.name, 1)).max(LIST_LIMIT).optional(),
        answers: z
          .array(
            z.strictObject({
              member: storableText(TEXT_LIMITS.name, 1),
              value: jsonSchema.optional(),
              unknown: z.literal(true).optional(),
              basis: basisSchema.nullish(),
            }),
          )
          .max(MOST_MEMBERS)
          .refine((answers) => isUnique(answers.map(({ member }) => member)), "A member answers a field once."),
      }),
    )
    .max(MOST_FIELDS)
    .refine((fields) => isUnique(fields.map(({ field }) => field)), "Name each field once.")
    .refine(
      (fields) => fields.reduce((sum, { answers }) => sum + answers.length, 0) <= MOST_ANSWERS,
      `Send at most ${MOST_ANSWERS} answers.`,
    ),
  /** Everything that is given and not disputed: frame, process and the like. */
  answers: answersSchema.optional(),
  /** Chooses the sample where there are too many combinations to try all. */
  seed: storableText(TEXT_LIMITS.name).optional(),
});
export type DisagreementRequest = z.infer<typeof disagreementRequestSchema>;

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
