import type { RecordApproval } from "../record/export-json";
import { checkApproval } from "../sign-off/check-approval";
import { failed, passed } from "./outcome";
import type { Check } from "./schema";

type Bound = { approvals: readonly RecordApproval[]; revision: number | null; sha256: string; worksheetId: string };

/**
 * Every approval that counts is one of this record and revision, says what is printed, and for a passkey holds by itself.
 * Stale ones are of an earlier text, are printed as such, and are only counted. A null revision asks for any one.
 * @example (await checkApprovals({ approvals, revision: 3, sha256, worksheetId })).reason // "other_revision"
 */
export async function checkApprovals({ approvals, revision, sha256, worksheetId }: Bound): Promise<Check> {
  const counted = approvals.filter(({ isStale }) => !isStale);
  const expected = revision ?? counted[0]?.revision;
  for (const approval of counted) {
    if (approval.revision !== expected) return failed("approvals", "other_revision", { name: approval.name, revision: approval.revision });
    const result = await checkApproval({ approval, sha256, worksheetId });
    if (!result.ok) return failed("approvals", result.reason, { name: approval.name });
  }
  return passed("approvals", { n: counted.length, stale: approvals.length - counted.length });
}
