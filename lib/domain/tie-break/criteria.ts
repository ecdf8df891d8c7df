import type { z } from "zod";
import { questionIdSchema } from "../answers/schema";

/** What survivors are compared on: the five questions again, so that nothing is screened once and then forgotten. */
export const criterionSchema = questionIdSchema;
export type Criterion = z.infer<typeof criterionSchema>;
export const CRITERIA = criterionSchema.options;

/** 0 unacceptable, 10 could not ask for more; the anchors of each criterion are written beside its scores. */
export const SCORE_MAX = 10;
