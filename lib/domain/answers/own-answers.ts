import { storableText, TEXT_LIMITS } from "../text";
import { type FieldSave, fieldSaveSchema } from "../worksheet/inputs";
import { type AnswerView, NOTE_FIELD, type WorksheetView } from "../worksheet/schema";
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

/** True when both say the same; the order of keys inside a value does not count, since the database has its own. */
export function isSameAnswer(one: FieldAnswer, other: FieldAnswer): boolean {
  return fingerprint(one) === fingerprint(other);
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

/** False for a draft and for a reason or note that is too long to be stored: such an edit stays on the device until it is changed. */
export function isSendable(key: string, answer: FieldAnswer): boolean {
  if (answer.draft !== null) return false;
  if (isNote(key)) return noteSchema.safeParse(noteText(answer)).success;
  return fieldSaveSchema.safeParse(fieldSaveOf(answer, 0)).success;
}

export function isNote(key: string): boolean {
  return key === NOTE_FIELD;
}

/** Versions of the current round by field key, as a save must name them. */
export function ownVersions(own: Readonly<Record<string, OwnAnswer>>): Record<string, number> {
  const versions: Record<string, number> = {};
  for (const [key, { current }] of Object.entries(own)) if (current) versions[key] = current.version;
  return versions;
}

type Saved = {
  question: QuestionId;
  edits: Readonly<Record<string, { answer: FieldAnswer; round: number }>>;
  versions: Readonly<Record<string, number>>;
};

/** The view with the viewer's own saved answers in it, so that the next screen shows them before it is fetched again. */
export function withSavedAnswers<V extends Pick<WorksheetView, "answers" | "you">>(view: V, { question, edits, versions }: Saved): V {
  const rows = Object.entries(edits).map(([key, { answer, round }]): AnswerView => {
    const field = `${question}.${key}`;
    const before = view.answers.find((row) => isRow(row, { memberId: view.you.memberId, field, round }));
    return {
      memberId: view.you.memberId,
      field,
      round,
      value: answer.isUnknown ? null : answer.value,
      unknown: answer.isUnknown,
      basis: answer.basis,
      reason: answer.reason,
      version: versions[key] ?? before?.version ?? 1,
      late: before?.late ?? false,
    };
  });
  return { ...view, answers: [...view.answers.filter((row) => !rows.some((saved) => isRow(row, saved))), ...rows] };
}

const noteSchema = storableText(TEXT_LIMITS.note);

function fingerprint({ value, isUnknown, basis, reason, draft }: FieldAnswer): string {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  const sorted = isRecord ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
  return JSON.stringify([sorted, isUnknown, basis, reason?.trim() || null, draft]);
}

function isRow(row: AnswerView, wanted: Pick<AnswerView, "memberId" | "field" | "round">): boolean {
  return row.memberId === wanted.memberId && row.field === wanted.field && row.round === wanted.round;
}
