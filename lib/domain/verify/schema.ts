import { z } from "zod";
import type { MessageRef } from "../messages/message-ref";

const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const verdictKindSchema = z.enum(["valid", "valid-superseded", "changed", "not-ours"]);
export type VerdictKind = z.infer<typeof verdictKindSchema>;

/** What is looked at, in the order it is shown. */
export const CHECK_IDS = [
  "file",
  "seal",
  "certificate",
  "time",
  "attachments",
  "record",
  "people",
  "approvals",
  "audit",
  "elimination",
  "costs",
  "current",
] as const;
export const checkIdSchema = z.enum(CHECK_IDS);
export type CheckId = z.infer<typeof checkIdSchema>;

/** `ok` is null where something could not be checked, which the detail explains. `reason` names a failure, stable for scripts. */
export type Check = { id: CheckId; ok: boolean | null; reason: string | null; detail: MessageRef };

export const sealSummarySchema = z.object({
  rootFingerprint: sha256HexSchema,
  fingerprint: sha256HexSchema,
  sealer: z.string(),
  root: z.string(),
  claimedTime: z.string().nullable(),
  trustedTime: z.object({ at: z.string(), by: z.string() }).nullable(),
});

/** The verdict on a file, why, and everything that was checked, in words. The record itself comes beside it. */
export const verifyReplySchema = z.object({
  verdict: verdictKindSchema,
  reasons: z.array(z.string()),
  headline: z.string(),
  checks: z.array(
    z.object({ id: checkIdSchema, ok: z.boolean().nullable(), reason: z.string().nullable(), title: z.string(), detail: z.string() }),
  ),
  file: z.object({ sha256: sha256HexSchema, bytes: z.number().int() }),
  seal: sealSummarySchema.nullable(),
  decision: z
    .object({
      title: z.string(),
      number: z.number().int().nullable(),
      sha256: sha256HexSchema,
      /** Who approved it, and when the last of them did; nobody where the file does not hold. */
      by: z.array(z.string()),
      at: z.iso.datetime().nullable(),
    })
    .nullable(),
});
export type VerifyReply = z.infer<typeof verifyReplySchema>;
