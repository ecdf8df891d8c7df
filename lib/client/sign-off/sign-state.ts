import type { ApprovalView, ApproverView, RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";

export type ApproverLine = {
  approver: ApproverView;
  /** The answer to the standing revision, or the last one before it (then `isStale`). */
  approval: ApprovalView | null;
  isStale: boolean;
};

export type SignStage = "notYet" | "noApprover" | "draft" | "stale" | "waiting" | "partly" | "changes" | "rejected" | "accepted";

export type SignState = {
  stage: SignStage;
  /** The revision that stands: proposed, accepted, or sent back by an approver. */
  revision: RevisionView | null;
  nextRevision: number;
  lines: ApproverLine[];
  waiting: ApproverLine[];
  declined: ApproverLine | null;
};

/** What the sign-off page has to say, from the view alone. */
export function signStateOf(view: WorksheetView): SignState {
  const latest = view.revisions.toSorted((a, b) => b.n - a.n)[0] ?? null;
  const revision = latest?.status === "withdrawn" ? null : latest;
  const lines = view.approvers.map((approver) => lineOf(approver, view.approvals, revision));
  const waiting = lines.filter((line) => line.approval === null || line.isStale);
  const declined = lines.find((line) => !line.isStale && line.approval?.verdict === "decline") ?? null;
  const state = { revision, nextRevision: (latest?.n ?? 0) + 1, lines, waiting, declined };
  return { ...state, stage: stageOf(view, state) };
}

function stageOf(view: WorksheetView, { revision, lines, waiting, declined }: Omit<SignState, "stage">): SignStage {
  if (revision?.status === "accepted") return "accepted";
  if (revision?.status === "rejected") return declined === null ? "rejected" : "changes";
  if (revision !== null && declined !== null) return "changes";
  if (revision !== null) return waiting.length === lines.length ? "waiting" : "partly";
  if (!view.isRevealed) return "notYet";
  if (lines.length === 0) return "noApprover";
  return lines.some((line) => line.approval !== null) ? "stale" : "draft";
}

function lineOf(approver: ApproverView, approvals: readonly ApprovalView[], revision: RevisionView | null): ApproverLine {
  const own = approvals.filter((approval) => approval.approverId === approver.id);
  const last = own.toSorted((a, b) => b.revision - a.revision || b.at.localeCompare(a.at))[0] ?? null;
  const isStale = last !== null && (last.isStale || last.revision !== revision?.n);
  return { approver, approval: last, isStale };
}

/** The revision to compare the standing one with: the last that this approver answered, else the one before it. */
export function earlierRevision(view: Pick<WorksheetView, "revisions">, you: ApproverLine | null): RevisionView | null {
  const [latest, ...older] = view.revisions.toSorted((a, b) => b.n - a.n);
  const answered = older.find((revision) => revision.n === you?.approval?.revision);
  return latest === undefined ? null : (answered ?? older[0] ?? null);
}

/** `"0f3a91c2…"` in groups of four, as it is printed and read aloud. */
export function groupHash(sha256: string): string {
  return sha256.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The first four and the last two digits: enough to tell two revisions apart in a sentence. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 4)}…${sha256.slice(-2)}`;
}

/** `3` is printed as `0003`. */
export function adrNumber(number: number): string {
  return String(number).padStart(4, "0");
}
