import { findField } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { appliesTo, type Judged } from "./judge";
import { type Need, needOf } from "./need";
import { RULES } from "./rules";
import type { ComeBack } from "./schema";

const REMOVING = RULES.filter((rule) => rule.effect === "ELIM");
const MOST_PER_FIELD = 3;
const FIT_ORDER = { native: 0, good: 1, possible: 2, unfit: 3 } as const;

/**
 * Finds, for one worksheet, the single changes of an answer that would bring an eliminated candidate back. Only fields that
 * every removing rule reads can do that alone; no entry means that no single change does.
 */
export function comeBackFinder(answers: Answers, today: string | null) {
  const needs = new Map<string, Need>();
  const needWith = (field: string, to: unknown): Need => {
    const key = `${field}=${JSON.stringify(to)}`;
    const known = needs.get(key) ?? needOf(withAnswer(answers, field, to), today);
    needs.set(key, known);
    return known;
  };

  return (judged: Judged): ComeBack[] => {
    const [first, ...others] = judged.eliminatedBy;
    if (!first) return [];
    const fields = first.reads.filter((path) => others.every((rule) => rule.reads.includes(path)));
    return fields.flatMap((field) => {
      const from = answerAt(answers, field);
      const works = valuesToTry({ field, from, judged }).filter((to) => survives(judged, needWith(field, to)));
      return works.slice(0, MOST_PER_FIELD).map((to) => ({
        field,
        from: from ?? null,
        to,
        text: { id: "rules.comes_back.text", params: { name: judged.facts.name, field, to: wordsOf(to) } },
      }));
    });
  };
}

function survives({ facts }: Judged, need: Need): boolean {
  return REMOVING.every((rule) => !appliesTo(rule, facts) || rule.test(need, facts) !== "yes");
}

type Try = { field: string; from: ComeBack["from"] | undefined; judged: Judged };

/** Nearest first: options of a choice, a list without one of its items, a number at the rule's threshold. */
function valuesToTry({ field, from, judged }: Try): ComeBack["to"][] {
  const def = findField(field);
  if (!def) return [];
  if (def.type === "experience") return [{ [judged.facts.family]: "production" }];
  if (def.type === "number") return thresholdsOf(judged, field);
  if (Array.isArray(from)) return shorterLists(from, def.options);
  const options = def.options.filter((option) => option !== from);
  if (field === "workload.primary") return options.sort((a, b) => fitOf(judged, a) - fitOf(judged, b));
  if (def.type !== "ordinal" || typeof from !== "string") return options;
  const at = def.options.indexOf(from);
  return options.sort((a, b) => Math.abs(def.options.indexOf(a) - at) - Math.abs(def.options.indexOf(b) - at));
}

function thresholdsOf({ eliminatedBy, facts }: Judged, field: string): number[] {
  const all = eliminatedBy.flatMap((rule) => rule.thresholds?.(facts) ?? []);
  return all.flatMap(({ path, at }) => (path === field && at !== null ? [at, at + 1] : []));
}

function shorterLists(list: ComeBack["to"][], options: readonly string[]): ComeBack["to"][] {
  const without = list.map((_, i) => list.filter((_, k) => k !== i));
  const withOne = options.filter((option) => !list.includes(option)).map((option) => [...list, option]);
  return [...without, ...(list.length > 1 ? [[]] : []), ...withOne];
}

function fitOf({ facts }: Judged, shape: string): number {
  return FIT_ORDER[facts.fit[shape as keyof typeof facts.fit] ?? "unfit"];
}

/** A value as message parameter: numbers stay numbers, the rest is text. */
function wordsOf(value: ComeBack["to"]): string | number {
  if (typeof value === "number" || typeof value === "string") return value;
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "empty";
  return JSON.stringify(value);
}
