import type { AdrStatus, RecordApproval } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import type { CmsSeal } from "./cms-seal";
import type { Check, VerdictKind } from "./schema";

/** What a file says and which of it holds. `status` is the one printed in the file; a later one only its instance knows. */
export type Report = {
  kind: "pdf" | "json" | "other";
  checks: Check[];
  seal: CmsSeal | null;
  record: DecisionRecord | null;
  sha256: string | null;
  number: number | null;
  revision: number | null;
  status: AdrStatus | null;
  approvals: RecordApproval[];
};

export const emptyReport: Report = {
  kind: "other",
  checks: [],
  seal: null,
  record: null,
  sha256: null,
  number: null,
  revision: null,
  status: null,
  approvals: [],
};

/** These say that a file is none of ours; every other failure says that one of ours was changed. */
const NOT_OURS = new Set([
  "empty",
  "not_json",
  "no_seal",
  "not_a_pdf",
  "encrypted",
  "rewritten",
  "truncated",
  "unreadable",
  "unknown_kind",
  "foreign_root",
  "chain_broken",
  "future_format",
]);

/**
 * The verdict that follows from the checks: none of ours before changed before superseded before valid. What could not be
 * checked does not stand against a file.
 * @example verdictOf([]) // { verdict: "not-ours", reasons: [] }
 */
export function verdictOf(checks: readonly Check[]): { verdict: VerdictKind; reasons: string[] } {
  const faults = checks.filter(({ ok }) => ok === false).map(({ id, reason }) => ({ id, reason: reason ?? "" }));
  const reasons = [...new Set(faults.map(({ reason }) => reason))];
  // A cut that the seal itself proves is a change; one that leaves nothing to prove is not ours.
  const isForeign = faults.some(
    ({ id, reason }) => NOT_OURS.has(reason) && !(id === "seal" && reason === "truncated") && id !== "attachments",
  );
  const verdict = verdictAmong({
    isForeign: isForeign || checks.length === 0,
    isChanged: faults.length > 0,
    isSuperseded: checks.some(isSuperseded),
  });
  return { verdict, reasons };
}

function verdictAmong({
  isForeign,
  isChanged,
  isSuperseded: isOld,
}: {
  isForeign: boolean;
  isChanged: boolean;
  isSuperseded: boolean;
}): VerdictKind {
  if (isForeign) return "not-ours";
  if (isChanged) return "changed";
  return isOld ? "valid-superseded" : "valid";
}

const NOT_CURRENT = new Set(["superseded", "withdrawn", "replaced", "deprecated"]);

function isSuperseded({ id, reason }: Check): boolean {
  return id === "current" && reason !== null && NOT_CURRENT.has(reason);
}
