import { type AnswerView, type FieldSave, NOTE_FIELD, type WorksheetView } from "../worksheet/schema";
import type { Basis, QuestionId } from "./schema";

/** What stands in one field of the form. A field key is relative to its question: `y3.writes_s`, or `others_may_not_know`. */
export type FieldAnswer = {
  value: AnswerView["value"];
  isUnknown: boolean;
  basis: Basis | null;
  reason: string | null;
  /** Typed text that is no value yet, for example `"12 or so"`. Kept on this device, never sent. */
  draft: string | null;
};

export const BLANK_ANSWER: FieldAnswer = { value: null, isUnknown: false, basis: null, reason: null, draft: null };

export type OwnAnswer = {
  /** The answer before the reveal, once the question is in its second round. */
  first: AnswerView | null;
  /** The answer of the current round. */
  current: AnswerView | null;
};

/**
 * The viewer's own answers to one question, by field key. In round 2 `first` holds the blind answer.
 *
 * A worksheet without answers gives `{}`; rows of other members and other questions are left out.
 */
export function ownAnswers(view: Pick<WorksheetView, "answers" | "you" | "questions">, question: QuestionId): Record<string, OwnAnswer> {
  const round = view.questions[question].round;
  const own: Record<string, OwnAnswer> = {};
  for (const answer of view.answers) {
    if (answer.memberId !== view.you.memberId || !answer.field.startsWith(`${question}.`)) continue;
    const key = fieldKey(answer.field);
    own[key] ??= { first: null, current: null };
    const slot = own[key];
    if (answer.round === round) slot.current = answer;
    else if (answer.round < round) slot.first = answer;
  }
  return own;
}

/** The field key of a full path: `fieldKey("scale.y3.writes_s")` gives `"y3.writes_s"`; a path without a dot gives `""`. */
export function fieldKey(path: string): string {
  const dot = path.indexOf(".");
  return dot < 0 ? "" : path.slice(dot + 1);
}

/** What the form starts from: the answer of this round, else the first answer, else blank. */
export function startingAnswer(own: OwnAnswer | undefined): FieldAnswer {
  const answer = own?.current ?? own?.first;
  return answer ? answerOfView(answer) : BLANK_ANSWER;
}

/** An answer as stored, as it stands in a form. */
export function answerOfView(answer: AnswerView): FieldAnswer {
  return { value: answer.value, isUnknown: answer.unknown, basis: answer.basis, reason: answer.reason, draft: null };
}

/** True for a blank, also when only a draft or nothing was typed: `isBlank(BLANK_ANSWER)` is true. "I don't know" is an answer. */
export function isBlank(answer: FieldAnswer): boolean {
  return answer.value === null && !answer.isUnknown;
}

/** One field of a save. Unknown wins over a value; a blank value clears. An empty reason is sent as null. */
export function fieldSaveOf(answer: FieldAnswer, baseVersion: number): FieldSave {
  const said = answer.isUnknown ? { unknown: true as const } : { value: answer.value };
  return { ...said, baseVersion, basis: answer.basis, reason: answer.reason?.trim() ? answer.reason : null };
}

/** The text of a question's note as it is stored, `""` for none. */
export function noteText(answer: FieldAnswer): string {
  return typeof answer.value === "string" ? answer.value : "";
}

export function isNote(key: string): boolean {
  return key === NOTE_FIELD;
}
