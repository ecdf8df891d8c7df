import type { FieldDef } from "../answers/fields";
import type { GivenAnswer } from "./given-answers";

/** One value and who gave it. For lists, one item and who named it. */
export type Camp = { value: string | number; memberIds: string[] };

/** Fields that are compared. What each has run is about people, and nobody writes the same lines twice: those are collected. */
export function isCompared(field: FieldDef): boolean {
  return field.type !== "experience" && field.type !== "lines";
}

/** Fields whose answer is a list. Example: true for `consistency.ops`. */
export function isList(field: FieldDef): boolean {
  return field.type === "multi" || field.type === "words" || field.type === "lines";
}

/**
 * Who said what: options in their order, numbers ascending, free words by their letters. Expects readable answers; gives
 * nothing for none. Example: "no" of one member and "yes" of two give two camps, "yes" first if that option stands first.
 */
export function campsOf(field: FieldDef, answers: readonly GivenAnswer[]): Camp[] {
  const camps = new Map<string | number, string[]>();
  for (const { value, memberId } of answers) {
    for (const item of itemsOf(value)) camps.set(item, [...(camps.get(item) ?? []), memberId]);
  }
  const list = [...camps].map(([value, memberIds]) => ({ value, memberIds }));
  if (field.type === "number") return list.sort((a, b) => Number(a.value) - Number(b.value));
  const rank = (value: string | number) => field.options.indexOf(String(value));
  return list.sort((a, b) => rank(a.value) - rank(b.value) || compareText(String(a.value), String(b.value)));
}

/** The countable parts of one answer: the value itself, the items of a list, the keys of a map. Example: `itemsOf(["a", "a"])` gives `["a"]`. */
export function itemsOf(value: unknown): (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  if (Array.isArray(value)) return [...new Set(value.filter((item) => typeof item === "string"))];
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
