import type { FieldDef } from "../answers/fields";
import { choiceDistance, levelDistance, numberDistance, setDistance } from "../disagreement/distances";

export const CLOSENESS = ["same", "near", "apart", "unknown", "blank"] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** A third of the way to "complete" still counts as near; for numbers that is a factor of about 4.8. */
const NEAR = 0.34;

/**
 * How close one answer is to the team's, in a word: `same`, `near` or `apart`; `unknown` for "I don't know", `blank` for no
 * answer. Without a team answer every given answer is `apart`, as there is nothing to be close to.
 * @example closenessOf({ field, answer: { value: 200, unknown: false }, team: 220 }) // "near"
 */
export function closenessOf(input: {
  field: FieldDef;
  answer: { value: unknown; unknown: boolean } | undefined;
  team: unknown;
}): Closeness {
  const { field, answer, team } = input;
  if (answer === undefined || (answer.value === null && !answer.unknown)) return "blank";
  if (answer.unknown) return "unknown";
  if (team === null || team === undefined) return "apart";
  const distance = distanceOf(field, { a: answer.value, b: team });
  if (distance === 0) return "same";
  return distance <= NEAR ? "near" : "apart";
}

function distanceOf(field: FieldDef, { a, b }: { a: unknown; b: unknown }): number {
  if (typeof a === "number" && typeof b === "number") return numberDistance(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return setDistance(a, b);
  if (field.type !== "ordinal") return choiceDistance(a, b);
  const rung = (value: unknown) => field.options.indexOf(String(value));
  return levelDistance(field.options.length)(rung(a), rung(b));
}
