import type { RevisionView, Verdict } from "../worksheet/schema";

/**
 * Where a revision stands by its approvals: one decline rejects it, all approvers' yes accepts it, anything else leaves
 * it proposed. Approvals of people who are no longer approvers do not count, and nobody to ask means nobody agreed.
 * @example decideRevision({ approvers: ["a", "b"], approvals: [{ approverId: "a", verdict: "approve" }] }) // "proposed"
 */
export function decideRevision(input: {
  approvers: readonly string[];
  approvals: readonly { approverId: string; verdict: Verdict }[];
}): RevisionView["status"] {
  const counted = input.approvals.filter((approval) => input.approvers.includes(approval.approverId));
  if (counted.some((approval) => approval.verdict === "decline")) return "rejected";
  const isComplete = input.approvers.length > 0 && input.approvers.every((id) => counted.some((approval) => approval.approverId === id));
  return isComplete ? "accepted" : "proposed";
}

/** Verdicts that need words: a reservation, a dissent and a refusal are worth nothing without their reason. */
export function needsComment(verdict: Verdict): boolean {
  return verdict !== "approve";
}
