import { z } from "zod";
import { adrStatusSchema } from "../record/export-json";
import { sha256HexSchema } from "../record/schema";

export const CHECKPOINT_TYPE = "shortlist-checkpoint/1";

/** What an instance says about a chain at one moment; `instance` is its root certificate's SHA-256. */
export const checkpointStatementSchema = z.strictObject({
  type: z.literal(CHECKPOINT_TYPE),
  instance: sha256HexSchema,
  chain: z.string(),
  seq: z.number().int().min(0),
  head: sha256HexSchema,
  at: z.iso.datetime({ precision: 3 }),
  /** The record that an export without a seal of its own stands for, with what surrounds it; null for a chain alone. */
  subject: z
    .strictObject({ sha256: sha256HexSchema, status: adrStatusSchema, number: z.number().int().nullable(), surroundings: sha256HexSchema })
    .nullable(),
});
export type CheckpointStatement = z.infer<typeof checkpointStatementSchema>;

/** A statement in canonical JSON with its signature (base64url) and the certificates (base64 DER), the signing one first. */
export const signedCheckpointSchema = z.strictObject({
  statement: z.string().max(2_000),
  signature: z.string().max(1_000),
  certificates: z.array(z.string().max(8_000)).min(1).max(6),
});
export type SignedCheckpoint = z.infer<typeof signedCheckpointSchema>;
