import type { Basis } from "../answers/schema";
import type { AnswerView, PositionView } from "../worksheet/schema";

type AnswerInput = Pick<AnswerView, "memberId" | "field" | "value"> & Partial<AnswerView>;

/** One member's answer, in round 1 and without a basis unless told. For tests. Example: `anAnswer({ memberId: "ada", field: "scale.y3.writes_s", value: 200 })`. */
export function anAnswer(answer: AnswerInput): AnswerView {
  return { round: 1, unknown: false, basis: null, reason: null, version: 1, late: false, ...answer };
}

/** The same field answered by Ada, Bo, Cy, Dee, Elif and so on, in that order. For tests. Example: `answersOf("scale.regions", ["single"])`. */
export function answersOf(field: string, values: readonly AnswerView["value"][]): AnswerView[] {
  return values.map((value, i) => anAnswer({ memberId: NAMES[i] ?? `member-${i}`, field, value }));
}

/** Answers with how each author knows it, in the same order. For tests. Example: `knownBy(answersOf("scale.y3.users", [900]), ["measured"])`. */
export function knownBy(answers: readonly AnswerView[], bases: readonly Basis[]): AnswerView[] {
  return answers.map((answer, i) => ({ ...answer, basis: bases[i] ?? null }));
}

/** A recorded position. For tests. Example: `aPosition("scale.regions", "single")`. */
export function aPosition(field: string, value: PositionView["value"], more: Partial<PositionView> = {}): PositionView {
  const at = "2026-11-20T10:00:00Z";
  return { field, value, low: null, high: null, reached: "consent", reason: "", by: "Ada", byMemberId: "ada", at, version: 1, ...more };
}

const NAMES = ["ada", "bo", "cy", "dee", "elif", "fay", "gus", "hal"];
