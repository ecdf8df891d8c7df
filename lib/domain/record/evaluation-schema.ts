import { z } from "zod";
import { questionIdSchema } from "../answers/schema";
import { jsonSchema } from "../json";
import { messageRefSchema } from "../messages/message-ref";

/**
 * The elimination as the record keeps it: copies of the engine's shapes, strict, so that a record of today still reads
 * the same when the engine learns new tricks.
 */

const candidateStatusSchema = z.enum(["shortlisted", "remaining", "near-miss", "eliminated", "filed", "hosting"]);

/** A rule that spoke about a candidate, with the answers and the fact it read. Rules that passed are not kept. */
const recordRuleSchema = z.strictObject({
  id: z.string(),
  effect: z.string(),
  strength: z.string(),
  outcome: z.enum(["fires", "unknown"]),
  text: messageRefSchema,
  answers: z.array(z.strictObject({ path: z.string(), value: jsonSchema })),
  fact: z.strictObject({ field: z.string(), value: jsonSchema }).nullable(),
  source: z.strictObject({ rule: z.string(), facts: z.array(z.string()) }),
});
export type RecordRule = z.infer<typeof recordRuleSchema>;

const recordCandidateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: candidateStatusSchema,
  /** The question at which it left, or null while it stands or was put aside by hand. */
  leftAt: z.enum(["frame", ...questionIdSchema.options]).nullable(),
  points: z.number(),
  override: z.strictObject({ action: z.enum(["restore", "exclude"]), reason: z.string() }).nullable(),
  rules: z.array(recordRuleSchema),
  comesBackIf: z.array(z.strictObject({ field: z.string(), from: jsonSchema, to: jsonSchema, text: messageRefSchema })),
});
export type RecordCandidate = z.infer<typeof recordCandidateSchema>;

export const recordEvaluationSchema = z.strictObject({
  /** What was asked: the body of `POST /evaluate`, so that the elimination can be run again. */
  request: jsonSchema,
  /** The hash of the engine's whole result, to compare with that second run. */
  hash: z.string(),
  shortlist: z.array(z.strictObject({ id: z.string(), hosting: z.array(z.string()), companions: z.array(z.string()) })),
  candidates: z.array(recordCandidateSchema),
  warnings: z.array(z.strictObject({ id: z.string(), candidate: z.string().nullable(), text: messageRefSchema })),
  openAssumptions: z.array(z.strictObject({ field: z.string(), rules: z.array(z.string()) })),
  /** The numbers at which the shortlist changes, from the engine's flips; absent where no number changes it. */
  thresholds: z.array(z.strictObject({ field: z.string(), at: z.number() })).optional(),
  /** Share of the combinations of the team's answers that lead to this shortlist, 0 to 1; null when not computed. */
  survival: z.number().min(0).max(1).nullable(),
});
export type RecordEvaluation = z.infer<typeof recordEvaluationSchema>;
