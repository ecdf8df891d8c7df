import type { FieldDef } from "../answers/fields";
import { type Camp, campsOf, isCompared, isList, itemsOf } from "./camps";
import { choiceDistance, levelDistance, meanPairwiseDistance, numberDistance, setDistance } from "./distances";
import { type GivenAnswer, readableAnswers, unknownAnswers } from "./given-answers";
import { detailOf, labelOf } from "./labels";
import type { MessageRef } from "./message-ref";
import { ratioOf } from "./number-measures";

export type FieldSummary = {
  field: string;
  /** Members with a readable answer. */
  n: number;
  unknownCount: number;
  /** Options in their order, numbers ascending, lists item by item. */
  camps: Camp[];
  /** The word on the chip. */
  label: MessageRef;
  /** The counts or endpoints that always come with the label. Null for fewer than two answers. */
  detail: MessageRef | null;
  agreed: boolean;
  /** Mean pairwise distance D, 0 to 1. Null for fewer than two answers. */
  spread: number | null;
  low: number | null;
  high: number | null;
  /** Highest over lowest. Null when not a number field, fewer than three answers, or the lowest is 0. */
  ratio: number | null;
  /** Who is asked to speak first: the lowest and the highest, or the smallest camp. Empty when agreed. */
  speakFirst: string[];
};

/** Two numbers this close are the same number said twice. */
export const SAME_NUMBER_RATIO = 1.5;

/**
 * What a team said about one field, and in which words to say so. Unknown, blank and unreadable answers are counted apart.
 * With one answer there is no comparison, with two no statistic: both are shown side by side.
 * Example: the numbers 50, 200, 200, 400, 5000 give D 0.430103, ratio 100 and the label "100× apart".
 */
export function summariseField(input: { field: FieldDef; answers: readonly GivenAnswer[] }): FieldSummary {
  const { field } = input;
  const answers = readableAnswers(field, input.answers);
  const n = answers.length;
  const numbers = answers.map((answer) => answer.value).filter((value) => typeof value === "number");
  const isNumber = field.type === "number" && n > 0;
  const camps = campsOf(field, answers);
  const ratio = isNumber ? ratioOf(numbers) : null;
  const agreed = n >= 2 && isCompared(field) && isAgreed({ field, camps, n, ratio });
  const shape = { field, camps, n, ratio, agreed };
  return {
    field: field.path,
    n,
    unknownCount: unknownAnswers(field, input.answers).length,
    camps,
    label: labelOf(shape),
    detail: n >= 2 ? detailOf(shape) : null,
    agreed,
    spread: spreadOf(field, answers),
    low: isNumber ? Math.min(...numbers) : null,
    high: isNumber ? Math.max(...numbers) : null,
    ratio: n >= 3 ? ratio : null,
    speakFirst: agreed || n < 2 ? [] : speakersOf(field, camps),
  };
}

function isAgreed(input: { field: FieldDef; camps: readonly Camp[]; n: number; ratio: number | null }): boolean {
  if (isList(input.field)) return input.camps.every((camp) => camp.memberIds.length === input.n);
  if (input.field.type === "number" && input.ratio !== null) return input.ratio <= SAME_NUMBER_RATIO;
  return input.camps.length === 1;
}

function spreadOf(field: FieldDef, answers: readonly GivenAnswer[]): number | null {
  const values = answers.map((answer) => answer.value);
  if (field.type === "number") return meanPairwiseDistance(values.map(Number), numberDistance);
  if (isList(field)) return meanPairwiseDistance(values.map(itemsOf), setDistance);
  if (field.type === "ordinal") {
    const levels = values.map((value) => field.options.indexOf(String(value)) + 1);
    return meanPairwiseDistance(levels, levelDistance(field.options.length));
  }
  return isCompared(field) ? meanPairwiseDistance(values, choiceDistance) : null;
}

function speakersOf(field: FieldDef, camps: readonly Camp[]): string[] {
  if (field.type === "number") return [...(camps[0]?.memberIds ?? []), ...(camps.at(-1)?.memberIds ?? [])];
  const smallest = Math.min(...camps.map((camp) => camp.memberIds.length));
  return [...new Set(camps.filter((camp) => camp.memberIds.length === smallest).flatMap((camp) => camp.memberIds))];
}
