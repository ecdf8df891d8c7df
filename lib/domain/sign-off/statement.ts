import { z } from "zod";
import { canonicalise } from "../record/canonicalise";
import { sha256Hex } from "../record/sha256";
import { assuranceHowSchema, verdictSchema } from "../worksheet/schema";
import { fromHex, toBase64Url } from "./base64url";

export const STATEMENT_TYPE = "adr-approval/1";

/** How a passkey came to be: through which link, on which day, and for a mailed link to which shortened address. */
export const enrolmentSchema = z.strictObject({
  how: z.enum(["mailed_link", "handed_link", "own_session"]),
  at: z.iso.datetime(),
  mailedTo: z.string().nullable(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/**
 * What an approver says, in full: everything that the record later prints about it. Its hash is the challenge that a
 * passkey signs, so that none of it can be exchanged afterwards.
 */
export const approvalStatementSchema = z.strictObject({
  type: z.literal(STATEMENT_TYPE),
  /** The origin of the installation, for example `https://shortlist.example.org`. */
  instance: z.string(),
  worksheetId: z.string(),
  revision: z.int().min(1),
  /** Hash of the frozen record, lower-case hex. */
  adrSha256: z.string().regex(/^[0-9a-f]{64}$/),
  approver: z.string(),
  /** Whose place they take, when somebody delegated to them. */
  delegatedBy: z.string().nullable(),
  role: z.enum(["approver", "facilitator"]),
  verdict: verdictSchema,
  comment: z.string(),
  typedName: z.string(),
  how: assuranceHowSchema,
  /** The shortened address that a mailed link went to: `d…@example.org`. */
  mailedTo: z.string().nullable(),
  enrolment: enrolmentSchema.nullable(),
  /** 256 random bits that count once. */
  nonce: z.string().min(22),
  /** By the clock of the database. */
  issuedAt: z.iso.datetime(),
});
export type ApprovalStatement = z.infer<typeof approvalStatementSchema>;

/**
 * SHA-256 of the statement's canonical JSON (RFC 8785), 64 lower-case hex digits.
 * @example statementHash(statement) // "5d41402a…"
 */
export function statementHash(statement: ApprovalStatement): string {
  return sha256Hex(canonicalise(statement));
}

/**
 * The WebAuthn challenge of a statement: its hash as base64url, 43 characters.
 * @example statementChallenge(statement) // "XUFAKrxLK…"
 */
export function statementChallenge(statement: ApprovalStatement): string {
  return toBase64Url(fromHex(statementHash(statement)));
}
