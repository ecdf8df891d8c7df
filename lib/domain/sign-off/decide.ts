import type { RevisionView, Verdict } from "../worksheet/schema";
import type { SignOffRule } from "./rule";

/** Somebody who is asked now: not removed, and not somebody who handed their place on. */
export type AskedApprover = { id: string /** Counts from 1. */; place: number };
export type GivenVerdict = { approverId: string; verdict: Verdict };

/**
 * Where a revision stands by its approvals: accepted as soon as as many say yes as the rule needs, rejected once everybody
 * has answered and they are too few, else proposed. So one who asks for changes closes nothing: the others may go on
 * answering, and minds may change until the revision is decided. Answers of people who are no longer asked do not count,
 * a rule that needs more than are asked means all of them, and nobody to ask means nobody agreed.
 * @example decideRevision({ approvers: [{ id: "a", place: 1 }, { id: "b", place: 2 }], approvals: [{ approverId: "a", verdict: "approve" }], required: 1 }) // "accepted"
 */
export function decideRevision(input: {
  approvers: readonly AskedApprover[];
  approvals: readonly GivenVerdict[];
  required: number | null;
}): RevisionView["status"] {
  const { approvers, approvals, required } = input;
  const counted = approvals.filter((approval) => approvers.some(({ id }) => id === approval.approverId));
  const yes = counted.filter((approval) => approval.verdict !== "decline").length;
  const needed = Math.min(required ?? approvers.length, approvers.length);
  if (needed > 0 && yes >= needed) return "accepted";
  const isComplete = approvers.length > 0 && approvers.every(({ id }) => counted.some((approval) => approval.approverId === id));
  return isComplete ? "rejected" : "proposed";
}

export type AnswerRefusal = "not_asked" | "not_your_turn" | "deadline_passed";

/**
 * Whether an approver may answer now: they are asked, the deadline has not passed, and where answers are asked in order
 * everybody in a place before theirs has answered. `now` is the database's time in ISO 8601.
 * @example mayAnswer({ approverId: "b", approvers, approvals: [], rule: { required: null, inOrder: true, deadline: null }, now }) // { ok: false, reason: "not_your_turn" }
 */
export function mayAnswer(input: {
  approverId: string;
  approvers: readonly AskedApprover[];
  approvals: readonly Pick<GivenVerdict, "approverId">[];
  rule: SignOffRule;
  now: string;
}): { ok: true } | { ok: false; reason: AnswerRefusal } {
  const { approverId, approvers, approvals, rule, now } = input;
  const me = approvers.find(({ id }) => id === approverId);
  if (me === undefined) return { ok: false, reason: "not_asked" };
  if (rule.deadline !== null && Date.parse(now) > Date.parse(rule.deadline)) return { ok: false, reason: "deadline_passed" };
  const isWaited = approvers.some(({ id, place }) => place < me.place && !approvals.some((approval) => approval.approverId === id));
  return rule.inOrder && isWaited ? { ok: false, reason: "not_your_turn" } : { ok: true };
}

/** Verdicts that need words: a reservation, a dissent and a refusal are worth nothing without their reason. */
export function needsComment(verdict: Verdict): boolean {
  return verdict !== "approve";
}
