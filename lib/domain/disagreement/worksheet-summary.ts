import { FIELDS, type FieldDef } from "../answers/fields";
import { QUESTION_IDS, type QuestionId } from "../answers/schema";
import { NOTE_FIELD, type WorksheetView } from "../worksheet/schema";
import { isCompared } from "./camps";
import { type FieldSummary, summariseField } from "./field-summary";
import { answersThatCount, type GivenAnswer, type MemberAnswer } from "./given-answers";

/** A field with what each said and what they said first, where somebody answered again. */
export type WorksheetField = FieldSummary & {
  def: FieldDef;
  answers: MemberAnswer[];
  /** The same field as of round 1. Null when nobody answered again. */
  first: FieldSummary | null;
  /** A number on which all agree or which one gave, and everybody only guessed. */
  isGuess: boolean;
};

export type WorksheetNote = { memberId: string; question: QuestionId; text: string };

export type WorksheetSummary = {
  /** How many members answered: nobody, one, two, or enough to count. */
  size: "none" | "solo" | "pair" | "team";
  /** Fields that at least two members answered. `agreed + differ` of them. */
  compared: number;
  agreed: number;
  differ: number;
  /** Differences first by spread, then agreed fields, both with ties in the order asked. */
  fields: WorksheetField[];
  /** Fields that one member of several answered. */
  heardOnce: WorksheetField[];
  /** Fields where all who answered said "I don't know". */
  nobodyKnows: WorksheetField[];
  /** Lists in people's own words and what each has run: put together, not compared. */
  collected: WorksheetField[];
  notes: WorksheetNote[];
};

/**
 * What a team agrees on and where it differs, over all questions. Reads what the viewer may see, so before the reveal it
 * knows only the viewer's own answers. Unanswered fields are left out.
 * Example: two members who both say "yes" to one field and differ on another give `agreed: 1, differ: 1`.
 */
export function summariseWorksheet(view: Pick<WorksheetView, "answers">): WorksheetSummary {
  const all = FIELDS.filter((def) => def.question !== null)
    .map((def) => worksheetField(def, view))
    .filter((field) => field.answers.length > 0);
  const members = new Set(all.flatMap((field) => field.answers.map((answer) => answer.memberId)));
  const compared = all.filter((field) => isCompared(field.def) && field.n >= 2);
  const differing = compared.filter((field) => !field.agreed).toSorted((a, b) => (b.spread ?? 0) - (a.spread ?? 0));
  const agreed = compared.filter((field) => field.agreed);
  return {
    size: sizeOf(members.size),
    compared: compared.length,
    agreed: agreed.length,
    differ: differing.length,
    fields: [...differing, ...agreed],
    heardOnce: all.filter((field) => isCompared(field.def) && field.n === 1),
    nobodyKnows: all.filter((field) => field.n === 0),
    collected: all.filter((field) => !isCompared(field.def) && field.n > 0),
    notes: notesOf(view),
  };
}

function worksheetField(def: FieldDef, view: Pick<WorksheetView, "answers">): WorksheetField {
  const answers = answersThatCount(view.answers, def.path);
  const hasMoved = answers.some((answer) => answer.first !== null);
  const firstAnswers: GivenAnswer[] = answers.map((answer) => answer.first ?? answer);
  const summary = summariseField({ field: def, answers });
  const known = answers.filter((answer) => !answer.unknown);
  return {
    ...summary,
    def,
    answers,
    first: hasMoved ? summariseField({ field: def, answers: firstAnswers }) : null,
    isGuess:
      def.kind === "estimate" &&
      (summary.agreed || summary.n === 1) &&
      known.every((answer) => answer.basis === "educated_guess" || answer.basis === "wild_guess"),
  };
}

function notesOf(view: Pick<WorksheetView, "answers">): WorksheetNote[] {
  return QUESTION_IDS.flatMap((question) =>
    answersThatCount(view.answers, `${question}.${NOTE_FIELD}`).flatMap(({ memberId, value }) =>
      typeof value === "string" && value.trim() !== "" ? [{ memberId, question, text: value }] : [],
    ),
  );
}

function sizeOf(members: number): WorksheetSummary["size"] {
  if (members === 0) return "none";
  if (members === 1) return "solo";
  return members === 2 ? "pair" : "team";
}
