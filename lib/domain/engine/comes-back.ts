import { findField } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import { type Cure, pairsThatCure } from "./cures";
import { appliesTo, type Judged } from "./judge";
import { type Need, needOf } from "./need";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import type { ComeBack, ComeBackPair } from "./schema";

const REMOVING = RULES.filter((rule) => rule.effect === "ELIM");
const MOST_PER_FIELD = 3;
const FIT_ORDER = { native: 0, good: 1, possible: 2, unfit: 3 } as const;

export type WaysBack = { single: ComeBack[]; both: ComeBackPair[] };

/**
 * Finds, for one worksheet, the smallest changes of answers that would bring an eliminated candidate back: single ones, and
 * pairs only where no single one does. A single change can do it alone only in a field that every removing rule reads.
 * Neither means that no two changes do.
 */
export function comeBackFinder(answers: Answers, today: string | null): (judged: Judged) => WaysBack {
  const needs = new Map<string, Need>();
  const needWith = (...changes: Cure["change"][]): Need => {
    const key = changes.map(keyOf).join("&");
    const known = needs.get(key);
    if (known) return known;
    const changed = changes.reduce((kept, { field, to }) => withAnswer(kept, field, to), answers);
    const need = needOf(changed, today);
    needs.set(key, need);
    return need;
  };
  const tries = (judged: Judged, field: string): Cure["change"][] => {
    const from = answerAt(answers, field);
    return valuesToTry({ field, from, judged }).map((to) => ({ field, from: from ?? null, to }));
  };

  const single = (judged: Judged): ComeBack[] => {
    const [first, ...others] = judged.eliminatedBy;
    if (!first) return [];
    const fields = first.reads.filter((path) => others.every((rule) => rule.reads.includes(path)));
    return fields.flatMap((field) => {
      const works = tries(judged, field).filter((change) => survives(judged, needWith(change)));
      return works.slice(0, MOST_PER_FIELD).map((change) => ({
        ...change,
        text: { id: "rules.comes_back.text", params: { name: judged.facts.name, field, to: wordsOf(change.to) } },
      }));
    });
  };

  const both = (judged: Judged): ComeBackPair[] => {
    const { eliminatedBy, facts } = judged;
    if (eliminatedBy.length < 2) return [];
    const fields = [...new Set(eliminatedBy.flatMap((rule) => rule.reads))];
    const isStill = (rule: Rule, change: Cure["change"]) => rule.test(needWith(change), facts) === "yes";
    const cures = fields.flatMap((field) => {
      const reading = eliminatedBy.filter((rule) => rule.reads.includes(field));
      return tries(judged, field).map((change): Cure => ({ change, cures: reading.filter((rule) => !isStill(rule, change)) }));
    });
    const works = ([a, b]: [Cure["change"], Cure["change"]]) => survives(judged, needWith(a, b));
    return pairsThatCure({ eliminatedBy, cures, works }).map(([a, b]) => ({
      changes: [a, b],
      text: {
        id: "rules.comes_back.both",
        params: { name: facts.name, field: a.field, to: wordsOf(a.to), field2: b.field, to2: wordsOf(b.to) },
      },
    }));
  };

  return (judged) => {
    const alone = single(judged);
    return { single: alone, both: alone.length > 0 ? [] : both(judged) };
  };
}

function keyOf({ field, to }: Cure["change"]): string {
  return `${field}=${typeof to === "object" ? JSON.stringify(to) : to}`;
}

/** Whether no removing rule fires on these facts with these needs. */
export function survives({ facts }: Pick<Judged, "facts">, need: Need): boolean {
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
  return Object.entries(value ?? {})
    .map(([id, level]) => `${id}: ${level}`)
    .join(", ");
}
