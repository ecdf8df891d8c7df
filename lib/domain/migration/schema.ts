import { z } from "zod";
import { MIGRATION_WAYS } from "../engine/migration-ways";
import { messageRefSchema } from "../messages/message-ref";

export const MIGRATION_PHASES = ["decide", "prepare", "copy", "validate", "cut_over", "rollback", "clean_up"] as const;

/** How a team gets from what runs today to what it chose: the ways with whether each fits, and steps without people or days. */
export const migrationPlanSchema = z.strictObject({
  /** The id of what runs today; "custom" for something of one's own. */
  from: z.string(),
  to: z.string(),
  /** `open` are the answer paths without which it cannot be told. */
  ways: z.array(
    z.strictObject({ way: z.enum(MIGRATION_WAYS), fits: z.enum(["yes", "no", "unknown"]), open: z.array(z.string()), rule: z.string() }),
  ),
  /** The way the steps follow, or null where none fits what was answered. */
  way: z.enum(MIGRATION_WAYS).nullable(),
  steps: z.array(z.strictObject({ phase: z.enum(MIGRATION_PHASES), text: messageRefSchema, rules: z.array(z.string()) })),
});
export type MigrationPlan = z.infer<typeof migrationPlanSchema>;
