import { z } from "zod";
import { auditRowSchema } from "../audit/chain";
import { signedCheckpointSchema } from "../audit/checkpoint";
import { adrStatusSchema, recordExportSchema } from "../record/export-json";
import { sha256HexSchema } from "../record/schema";

/** Names of the files inside a sealed PDF. */
export const SEALED_FILES = {
  record: "record.json",
  approvals: "approvals.json",
  audit: "audit-head.json",
  howTo: "HOWTO-VERIFY.txt",
} as const;

/** `approvals.json`: what surrounds the hashed record. */
export const sealedApprovalsSchema = z.strictObject({
  format: z.literal("shortlist-approvals/1"),
  sha256: sha256HexSchema,
  revision: z.int().min(1),
  number: z.int().min(1).nullable(),
  status: adrStatusSchema,
  decidedAt: z.iso.datetime().nullable(),
  people: recordExportSchema.shape.people,
  approvals: recordExportSchema.shape.approvals,
});
export type SealedApprovals = z.infer<typeof sealedApprovalsSchema>;

/** `audit-head.json`: a signed head of the worksheet's chain and every row up to it. */
export const sealedAuditSchema = z.strictObject({
  format: z.literal("shortlist-audit/1"),
  checkpoint: signedCheckpointSchema,
  rows: z.array(auditRowSchema.omit({ prev: true }).strict()),
});
export type SealedAudit = z.infer<typeof sealedAuditSchema>;

/** The `audit` of an exported `record.json`. */
export const exportedAuditSchema = z.strictObject({ seq: z.string(), hash: sha256HexSchema, checkpoint: signedCheckpointSchema });
