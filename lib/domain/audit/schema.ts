import { z } from "zod";
import { auditRowSchema } from "./chain";
import { signedCheckpointSchema } from "./checkpoint";

/** One act, as people read it: when, what, and by whom. */
export const auditActSchema = z.object({ at: z.string(), type: z.string(), by: z.string().nullable() });
export type AuditAct = z.infer<typeof auditActSchema>;

/**
 * A worksheet's history as a viewer may have it. Before a decision stands, only acts that everybody saw happen, without
 * numbers: how many rows lie between them would tell who answered how much. After that all of it, to be verified.
 */
export const auditExportSchema = z.object({
  chain: z.string(),
  isComplete: z.boolean(),
  acts: z.array(auditActSchema),
  /** Null until the history is complete. */
  rows: z.array(auditRowSchema).nullable(),
  checkpoint: signedCheckpointSchema.nullable(),
});
export type AuditExport = z.infer<typeof auditExportSchema>;
