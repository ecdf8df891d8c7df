import { z } from "zod";
import { questionIdSchema } from "../answers/schema";

/** How a tie among the finalists was settled, and what each expected before the list was shown; strict, like all of the record. */

const personIdSchema = z.string().regex(/^p[1-9][0-9]*$/);
const criterionSchema = z.enum(questionIdSchema.options);

export const recordTieBreakSchema = z.strictObject({
  /** The team's scores against the anchors, 0 to 10, and who gave each. */
  scores: z.array(
    z.strictObject({ candidate: z.string(), criterion: criterionSchema, score: z.int().min(0).max(10), by: personIdSchema.nullable() }),
  ),
  /** Each person's order of what matters, given alone; empty while they were not shown. */
  rankings: z.array(z.strictObject({ person: personIdSchema.nullable(), order: z.array(criterionSchema) })),
  /** What followed: the candidate that is never behind, the winner, or the simplest where it was too close to score. */
  outcome: z.strictObject({
    kind: z.enum(["nothing_to_break", "missing", "dominance", "winner", "too_close"]),
    candidate: z.string().nullable(),
  }),
});
export type RecordTieBreak = z.infer<typeof recordTieBreakSchema>;

/** Who would have taken what before they saw the list; null for somebody who would rather not say. */
export const recordGutCheckSchema = z.strictObject({ person: personIdSchema.nullable(), candidate: z.string().nullable() });
