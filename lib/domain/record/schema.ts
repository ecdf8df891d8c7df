import { z } from "zod";
import { answersSchema, basisSchema, questionIdSchema } from "../answers/schema";
import { jsonSchema } from "../json";
import { LOCALES } from "../messages/locales";
import { messageRefSchema } from "../messages/message-ref";
import { migrationPlanSchema } from "../migration/schema";
import { type DecisionSection, reachedSchema } from "../worksheet/schema";
import { causeSchema } from "../workshop/schema";
import { recordCostsSchema } from "./costs-schema";
import { recordEvaluationSchema } from "./evaluation-schema";
import { recordGutCheckSchema, recordTieBreakSchema } from "./tie-break-schema";

export const RECORD_FORMAT = "shortlist-record/1";

/** Lower-case hex of a SHA-256. */
export const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/, "Expected 64 lower-case hex digits.");

/** A person inside the record: p1, p2, … in the order they joined. Names stand in the envelope, never in here. */
export const personIdSchema = z.string().regex(/^p[1-9][0-9]*$/);

const recordPersonSchema = z.strictObject({
  id: personIdSchema,
  /** SHA-256(salt + JCS{name, role}): proves a name that is shown later, tells nothing once name and salt are erased. */
  commitment: sha256HexSchema,
});

const recordAnswerSchema = z.strictObject({
  person: personIdSchema,
  field: z.string(),
  round: z.int().min(1),
  value: jsonSchema.nullable(),
  unknown: z.boolean(),
  basis: basisSchema.nullable(),
  reason: z.string().nullable(),
  late: z.boolean(),
});
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;

const recordNoteSchema = z.strictObject({
  person: personIdSchema,
  question: questionIdSchema,
  round: z.int().min(1),
  text: z.string(),
  late: z.boolean(),
});

const recordPositionSchema = z.strictObject({
  field: z.string(),
  value: jsonSchema.nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reached: reachedSchema,
  reason: z.string(),
  by: personIdSchema.nullable(),
});
export type RecordPosition = z.infer<typeof recordPositionSchema>;

const triggerSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("metric"),
    metric: z.string(),
    direction: z.enum(["above", "below"]),
    threshold: z.number(),
    measuredAt: z.string(),
  }),
  z.strictObject({ type: z.literal("date"), date: z.iso.date(), measuredAt: z.string() }),
  z.strictObject({ type: z.literal("event"), measuredAt: z.string() }),
]);
export type RecordTrigger = z.infer<typeof triggerSchema>;

/** One thing that would make the team look again. `now` says where the number stands today, in words. */
const reconsiderItemSchema = z.strictObject({
  text: z.union([z.string(), messageRefSchema]),
  now: z.string().nullable(),
  owner: personIdSchema.nullable(),
  /** Typed triggers only: what is watched, and where. */
  trigger: triggerSchema.optional(),
});
export type ReconsiderItem = z.infer<typeof reconsiderItemSchema>;

/** What was done to the list by hand, and by whom; null for a person who is not in the record. */
const handworkSchema = z.strictObject({
  overrides: z.array(
    z.strictObject({ candidate: z.string(), action: z.enum(["restore", "exclude"]), reason: z.string(), by: personIdSchema.nullable() }),
  ),
  /** Candidates that the team added; their facts stand in the request of the evaluation. */
  added: z.array(z.strictObject({ candidate: z.string(), by: personIdSchema.nullable() })),
});
export type RecordHandwork = z.infer<typeof handworkSchema>;

/** The texts of the decision. The last ones came later: a record frozen before them has none, and its hash must hold. */
const recordSectionsSchema = z.strictObject({
  choice: z.string(),
  alternatives: z.string(),
  why: z.string(),
  reconsider: z.string(),
  consequences_good: z.string(),
  consequences_bad: z.string(),
  dissent: z.string(),
  exit_plan: z.string(),
  implementation: z.string().optional(),
  not_implemented: z.string().optional(),
} satisfies Record<DecisionSection, z.ZodType>);

/** What is frozen, hashed and approved: one revision of a decision. Holds no status, number, approvals or names. */
export const recordSchema = z.strictObject({
  format: z.literal(RECORD_FORMAT),
  worksheet: z.strictObject({
    id: z.string(),
    title: z.string(),
    scope: z.string(),
    timeZone: z.string(),
    /** The language of its documents. English is left out, as in records older than the choice. */
    language: z.enum(LOCALES).optional(),
  }),
  frame: answersSchema,
  people: z.array(recordPersonSchema),
  answers: z.array(recordAnswerSchema),
  notes: z.array(recordNoteSchema),
  /** Whose answers somebody else typed, and who did; null for a person who is not in the record. Absent when nobody's. */
  spoken: z.array(z.strictObject({ person: personIdSchema, by: personIdSchema.nullable() })).optional(),
  /** Why a later answer differs from its author's first; absent when nobody said. */
  causes: z.array(z.strictObject({ person: personIdSchema, field: z.string(), cause: causeSchema })).optional(),
  positions: z.array(recordPositionSchema),
  evaluation: recordEvaluationSchema,
  /** Absent where nothing was done by hand. */
  handwork: handworkSchema.optional(),
  /** Absent where nobody scored or ranked, and where no gut check was shown. */
  tieBreak: recordTieBreakSchema.optional(),
  gutChecks: z.array(recordGutCheckSchema).optional(),
  costs: recordCostsSchema.nullable(),
  decision: z.strictObject({
    /** The chosen candidate's id, or null when the choice is a sentence only. */
    chosen: z.string().nullable(),
    sections: recordSectionsSchema,
  }),
  /** Absent where nothing has to move, and in records older than the plan. */
  migration: migrationPlanSchema.optional(),
  reconsider: z.array(reconsiderItemSchema),
  /** Conditions of the chosen candidate that were accepted by name, and checks that were put aside; absent when none. */
  accepted: z.array(z.strictObject({ rule: z.string(), text: messageRefSchema, by: personIdSchema.nullable() })).optional(),
  putAside: z.array(z.strictObject({ check: z.string(), reason: z.string(), by: personIdSchema.nullable() })).optional(),
  versions: z.strictObject({ app: z.string(), catalogue: z.string(), rules: z.string(), engine: z.string(), prices: z.string() }),
});
export type DecisionRecord = z.infer<typeof recordSchema>;
