import type { RecordApproval } from "../record/export-json";
import { failed, passed } from "./outcome";
import type { Check } from "./schema";

type Bound = { approvals: readonly RecordApproval[]; revision: number; sha256: string; worksheetId: string };

/**
 * Every approval that counts is one of this revision.
 * @example (await checkApprovals({ approvals, revision: 3, sha256, worksheetId })).reason // "other_revision"
 */
export async function checkApprovals({ approvals, revision }: Bound): Promise<Check> {
  const counted = approvals.filter(({ isStale }) => !isStale);
  const stray = counted.find((approval) => approval.revision !== revision);
  if (stray !== undefined) return failed("approvals", "other_revision", { name: stray.name, revision: stray.revision });
  return passed("approvals", { n: counted.length, stale: approvals.length - counted.length });
}
