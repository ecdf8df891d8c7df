import { nestAnswers } from "../answers/fields";
import type { Answers, QuestionId } from "../answers/schema";
import { frameAnswersSchema } from "../worksheet/schema";
import { DOCUMENT_TEMPLATES } from "./document-templates";
import type { Template, TemplateId, TemplateValue } from "./schema";
import { SITUATION_TEMPLATES } from "./situations";

export const TEMPLATES: readonly Template[] = [...SITUATION_TEMPLATES, ...DOCUMENT_TEMPLATES];

/**
 * The template of an id, or null: an id that a later version took away is no error, its worksheets stay as they are.
 * @example findTemplate("cms")?.frame.length // 2
 */
export function findTemplate(id: string | null): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}

/**
 * The frame that a template fills, beneath what was given: a given value always wins. Without values `{}`.
 * @example frameOfTemplate("cms", { ops: { clouds: ["gcp"] } }) // { frame: { drivers: ["Django"] }, ops: { clouds: ["gcp"] } }
 */
export function frameOfTemplate(id: TemplateId, given: Answers = {}): Answers {
  const values = Object.fromEntries((findTemplate(id)?.frame ?? []).map(({ path, value }) => [path, value]));
  const filled = nestAnswers(values) as Record<string, object>;
  const own = given as Record<string, object>;
  const groups = [...new Set([...Object.keys(filled), ...Object.keys(own)])];
  return frameAnswersSchema.parse(Object.fromEntries(groups.map((group) => [group, { ...filled[group], ...own[group] }])));
}

/**
 * What a template suggests for one question, in the order it states them; empty without a template.
 * @example suggestionsFor("cms", "ops").map(({ path }) => path) // ["ops.hosting"]
 */
export function suggestionsFor(id: string | null, question: QuestionId): readonly TemplateValue[] {
  return (findTemplate(id)?.suggestions ?? []).filter(({ path }) => path.startsWith(`${question}.`));
}

/**
 * The template's statement behind a value of the frame while that value stands as the template gave it, else null.
 * @example statedInFrame("cms", "ops.clouds", ["aws"])?.said // "aws"
 */
export function statedInFrame(id: string | null, path: string, value: unknown): TemplateValue | null {
  const stated = findTemplate(id)?.frame.find((one) => one.path === path);
  return stated !== undefined && JSON.stringify(stated.value) === JSON.stringify(value) ? stated : null;
}

/**
 * Paths in the message namespace `fields` of every word that the choice of a template shows: labels, the options that templates
 * name, and how each value is known.
 * @example templateFieldWords().includes("ops.clouds.label") // true
 */
export function templateFieldWords(): string[] {
  const words = TEMPLATES.flatMap(({ frame, suggestions, asks }) => [
    ...[...frame, ...suggestions].flatMap(({ path, value, basis }) => [
      `${path}.label`,
      `basis.${basis}`,
      ...[value].flat().flatMap((one) => (typeof one === "string" ? [`${path}.options.${one}`] : [])),
    ]),
    ...asks.map((path) => `${path}.label`),
  ]);
  return [...new Set(words)];
}
