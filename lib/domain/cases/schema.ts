import { z } from "zod";

/** A file of real decisions: what a record states of its context, and what was chosen. Keys that scoring does not read are let through. */

const stated = z.string().default("unstated");

export const caseSchema = z.looseObject({
  id: z.string().min(1),
  /** rich, partial or thin; a thin record does not give enough to be scored. */
  context_quality: z.string(),
  decision_kind: z.string().default(""),
  /** yes, partly or no: whether honest answers to the five questions alone would find the choice. */
  framework_fit: z.string().nullish(),
  facts: z.looseObject({
    /** A word alone is read as a list of one; "unstated" as an empty list. */
    workload_shapes: z.union([z.array(z.string()), z.string().transform((word) => (word === "unstated" ? [] : [word]))]).default([]),
    consistency: stated,
    data_size: stated,
    qps: stated,
    region: stated,
    team_size: stated,
    team_skills: stated,
    hosting: stated,
    cost_posture: stated,
  }),
  chosen: z.array(z.string()).default([]),
  chosen_families: z.array(z.string()).default([]),
  outside_the_five_questions: z.array(z.string()).default([]),
  outside_tags: z.array(z.string()).default([]),
});
export type Case = z.infer<typeof caseSchema>;

export const casesFileSchema = z.looseObject({ records: z.array(caseSchema).max(10_000) });
