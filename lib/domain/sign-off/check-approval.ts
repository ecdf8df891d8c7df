import type { RecordApproval } from "../record/export-json";
import { type ApprovalFault, verifyApproval } from "./verify-approval";

/** `level`: how it came about does not give the level that is printed. `missing_proof`: level A without a passkey's proof. */
export type PrintedFault = ApprovalFault | "level" | "missing_proof" | "not_what_was_said" | "other_record";

const LEVEL_OF = { passkey: "A", mailed_link: "B", handed_link: "C", spoken: "C", own_session: "C" } as const;

/**
 * Checks an approval as a record prints it: its level follows from how it came about, the statement says what is printed
 * and names this record, and for level A the passkey signed that statement. What B and C claim, only the seal vouches for.
 * `sha256` and `worksheetId` are those of the record that the approval is attached to.
 * @example await checkApproval({ approval, sha256, worksheetId }) // { ok: false, reason: "other_record" }
 */
export async function checkApproval(input: {
  approval: RecordApproval;
  sha256: string;
  worksheetId: string;
}): Promise<{ ok: true } | { ok: false; reason: PrintedFault }> {
  const { approval, sha256, worksheetId } = input;
  const { statement, proof } = approval;
  if (LEVEL_OF[approval.how] !== approval.assurance) return { ok: false, reason: "level" };
  if (approval.assurance === "A" && (statement === undefined || proof === undefined)) return { ok: false, reason: "missing_proof" };
  if (statement === undefined) return { ok: true };
  if (statement.worksheetId !== worksheetId || statement.adrSha256 !== sha256) return { ok: false, reason: "other_record" };
  const isSame =
    statement.approver === approval.name &&
    statement.revision === approval.revision &&
    statement.verdict === approval.verdict &&
    statement.comment === approval.comment &&
    statement.how === approval.how &&
    statement.issuedAt === approval.at;
  if (!isSame) return { ok: false, reason: "not_what_was_said" };
  return proof === undefined ? { ok: true } : verifyApproval(proof, statement);
}
