import { z } from "zod";

/** Whose yes a revision needs. `required` null means all; `inOrder` asks one after the other by place. */
export const signOffRuleSchema = z.strictObject({
  required: z.int().min(1).max(50).nullable(),
  inOrder: z.boolean(),
  deadline: z.iso.datetime({ offset: true }).nullable(),
});
export type SignOffRule = z.infer<typeof signOffRuleSchema>;

/** Everybody, in any order, without a deadline. */
export const DEFAULT_RULE: SignOffRule = { required: null, inOrder: false, deadline: null };
