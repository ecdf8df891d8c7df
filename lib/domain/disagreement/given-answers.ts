import { type FieldDef, valueSchemaOf } from "../answers/fields";
import type { Basis } from "../answers/schema";
import type { AnswerView } from "../worksheet/schema";

/** One member's answer to one field as the measures read it; no value and not unknown means blank. */
export type GivenAnswer = { memberId: string; value: unknown; unknown: boolean; basis?: Basis | null };

export type MemberAnswer = GivenAnswer & {
  round: number;
  basis: Basis | null;
  reason: string | null;
  late: boolean;
  /** The answer of round 1, when a later round replaced it. */
  first: GivenAnswer | null;
};

/**
 * The answer of each member that counts for a field: the highest round's, with round 1 kept beside it. A cleared row is
 * no answer, so clearing a second answer brings the first one back. Members who gave none are left out.
 * Example: round 1 "a" and round 2 "b" of one member give one answer "b" whose `first.value` is "a".
 */
export function answersThatCount(answers: readonly AnswerView[], field: string): MemberAnswer[] {
  const byMember = new Map<string, AnswerView[]>();
  for (const answer of answers) {
    if (answer.field !== field || (answer.value === null && !answer.unknown)) continue;
    byMember.set(answer.memberId, [...(byMember.get(answer.memberId) ?? []), answer]);
  }
  return [...byMember.values()].flatMap((rounds) => {
    const [first] = rounds.toSorted((a, b) => a.round - b.round);
    const last = rounds.toSorted((a, b) => b.round - a.round)[0];
    if (!first || !last) return [];
    return [{ ...given(last), round: last.round, reason: last.reason, late: last.late, first: first === last ? null : given(first) }];
  });
}

/**
 * The values that can be read, with their authors; an unknown, a blank or a value that today's field cannot read is left
 * out. Example: of the choices "yes", unknown and "perhaps" for a yes/no field one remains.
 */
export function readableAnswers<A extends GivenAnswer>(field: FieldDef, answers: readonly A[]): A[] {
  return answers.filter((answer) => !answer.unknown && isReadable(field, answer.value));
}

/** Answers that were given but say nothing: "I don't know", or a value that cannot be read. */
export function unknownAnswers<A extends GivenAnswer>(field: FieldDef, answers: readonly A[]): A[] {
  const isBlank = (value: unknown) => value === undefined || value === null;
  return answers.filter((answer) => answer.unknown || (!isBlank(answer.value) && !isReadable(field, answer.value)));
}

function isReadable(field: FieldDef, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const schema = valueSchemaOf(field.path);
  if (schema) return schema.safeParse(value).success;
  if (field.type === "number") return typeof value === "number" && Number.isFinite(value) && value >= 0;
  if (field.type === "multi" || field.type === "words" || field.type === "lines") return Array.isArray(value);
  if (field.type === "experience") return typeof value === "object";
  return typeof value === "string" && (field.options.length === 0 || field.options.includes(value));
}

function given(answer: AnswerView): GivenAnswer & { basis: Basis | null } {
  return { memberId: answer.memberId, value: answer.value, unknown: answer.unknown, basis: answer.basis };
}
