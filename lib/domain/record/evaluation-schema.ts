import { z } from "zod";
import { questionIdSchema } from "../answers/schema";
import { messageRefSchema } from "./message-ref";

export const candidateStatusSchema = z.enum(["shortlisted", "remaining", "near-miss", "eliminated", "filed", "hosting"]);

/** A rule that spoke about a candidate, with the answers and the facts it read. Rules that passed are not kept. */
export const recordRuleSchema = z.strictObject({
  id: z.string(),
  effect: z.string(),
  outcome: z.enum(["fires", "unknown"]),
  text: messageRefSchema.nullable(),
  answers: z.array(z.strictObject({ path: z.string(), value: z.json().nullable() })),
  facts: z.array(z.strictObject({ path: z.string(), value: z.json().nullable(), source: z.string().nullable() })),
});
export type RecordRule = z.infer<typeof recordRuleSchema>;

export const recordCandidateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: candidateStatusSchema,
  /** The question at which it left, or null while it stands. */
  leftAt: z.union([questionIdSchema, z.literal("frame")]).nullable(),
  rules: z.array(recordRuleSchema),
  comesBackIf: z.array(messageRefSchema),
});
export type RecordCandidate = z.infer<typeof recordCandidateSchema>;

export const recordEvaluationSchema = z.strictObject({
  shortlist: z.array(z.strictObject({ id: z.string(), hosting: z.array(z.string()), companions: z.array(z.string()) })),
  candidates: z.array(recordCandidateSchema),
  warnings: z.array(z.strictObject({ id: z.string(), text: messageRefSchema })),
  /** Answer paths that nobody answered and a rule would have read. */
  openAssumptions: z.array(z.string()),
  /** Share of the combinations of the team's answers that lead to this shortlist, 0 to 1; null when not computed. */
  survival: z.number().min(0).max(1).nullable(),
});
export type RecordEvaluation = z.infer<typeof recordEvaluationSchema>;
