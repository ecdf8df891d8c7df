import { findField } from "../answers/fields";
import type { Answers } from "../answers/schema";
import type { MessageRef } from "../messages/message-ref";
import { answerAt, withAnswer } from "./answer-path";
import { type Cure, setsThatCure } from "./cures";
import { appliesTo, type Judged } from "./judge";
import { type Need, needOf } from "./need";
import { type Rule, readsField } from "./rule";
import { RULES } from "./rules";
import type { ComeBack, ComeBackPair, ComeBackSet } from "./schema";

const REMOVING = RULES.filter((rule) => rule.effect === "ELIM");
const removingByField = new Map<string, readonly Rule[]>();
const MOST_PER_FIELD = 3;
const FIT_ORDER = { native: 0, good: 1, possible: 2, unfit: 3 } as const;

export type WaysBack = {
  single: ComeBack[];
  /** Two changes that together do it; only where no single one does. */
  both: ComeBackPair[];
  /** Three or four; only where no two do. All three empty: no four answers bring it back. */
  several: ComeBackSet[];
};

const NO_WAY: WaysBack = { single: [], both: [], several: [] };
const LARGEST_SET = 4;

type Change = Cure["change"];

/**
 * Finds, for one worksheet, the smallest changes of answers that would bring an eliminated candidate back: single ones, pairs
 * only where no single one does, larger sets only where no pair does. A single change can do it alone only in a field that
 * every removing rule reads.
 */
export function comeBackFinder(answers: Answers, today: string | null): (judged: Judged) => WaysBack {
  const needs = new Map<Change, Need>();
  const discrete = new Map<string, Change[]>();

  function needAfter(change: Change): Need {
    const known = needs.get(change) ?? needOf(withAnswer(answers, change.field, change.to), today);
    needs.set(change, known);
    return known;
  }

  function needAfterAll(changes: readonly Change[]): Need {
    return needOf(
      changes.reduce((kept, { field, to }) => withAnswer(kept, field, to), answers),
      today,
    );
  }

  /** Changes worth trying for one candidate; most are the same for all, and are then the same objects. */
  function triesOf(judged: Judged, field: string): Change[] {
    const known = discrete.get(field);
    if (known) return known;
    const from = answerAt(answers, field);
    const changes = valuesToTry({ field, from, judged }).map((to) => ({ field, from: from ?? null, to }));
    if (isSameForAll(field)) discrete.set(field, changes);
    return changes;
  }

  function single(judged: Judged): ComeBack[] {
    const [first, ...others] = judged.eliminatedBy;
    if (!first) return [];
    const fields = first.reads.filter((path) => others.every((rule) => rule.reads.includes(path)));
    return fields.flatMap((field) => {
      const rules = removingThatRead(field);
      const works = triesOf(judged, field).filter((change) => staysAlive(judged, needAfter(change), rules));
      return works.slice(0, MOST_PER_FIELD).map((change) => ({
        ...change,
        text: { id: "rules.comes_back.text", params: { name: judged.facts.name, field, to: wordsOf(change.to) } },
      }));
    });
  }

  function setsOf({ judged, size, cures }: { judged: Judged; size: number; cures: readonly Cure[] }): Change[][] {
    const works = (changes: readonly Change[]) =>
      staysAlive(
        judged,
        needAfterAll(changes),
        changes.flatMap(({ field }) => removingThatRead(field)),
      );
    return setsThatCure({ eliminatedBy: judged.eliminatedBy, cures, works, size });
  }

  function curesOf(judged: Judged): Cure[] {
    const { eliminatedBy, facts } = judged;
    const fields = [...new Set(eliminatedBy.flatMap((rule) => rule.reads))];
    return fields.flatMap((field) => {
      const reading = eliminatedBy.filter((rule) => rule.reads.includes(field));
      return triesOf(judged, field).map(
        (change): Cure => ({ change, cures: reading.filter((rule) => rule.test(needAfter(change), facts) !== "yes") }),
      );
    });
  }

  return (judged) => {
    const alone = single(judged);
    if (alone.length > 0) return { ...NO_WAY, single: alone };
    if (judged.eliminatedBy.length < 2) return NO_WAY;
    const { name } = judged.facts;
    const cures = curesOf(judged);
    for (let size = 2; size <= LARGEST_SET; size++) {
      const sets = setsOf({ judged, size, cures });
      if (sets.length === 0) continue;
      if (size > 2) return { ...NO_WAY, several: sets.map((changes) => ({ changes, text: severalText(name, changes) })) };
      return { ...NO_WAY, both: sets.map((changes) => ({ changes, text: bothText(name, changes) })) };
    }
    return NO_WAY;
  };
}

function bothText(name: string, [a, b]: readonly Change[]): MessageRef {
  const params = { field: a?.field ?? "", to: wordsOf(a?.to ?? null), field2: b?.field ?? "", to2: wordsOf(b?.to ?? null) };
  return { id: "rules.comes_back.both", params: { name, ...params } };
}

function severalText(name: string, changes: readonly Change[]): MessageRef {
  return {
    id: "rules.comes_back.several",
    params: { name, n: changes.length, changes: changes.map(({ field, to }) => `${field}: ${wordsOf(to)}`).join("; ") },
  };
}

/** Values to try depend on the candidate where its own thresholds, its fit or its family decide. */
function isSameForAll(field: string): boolean {
  const type = findField(field)?.type;
  return type !== undefined && type !== "number" && type !== "experience" && field !== "workload.primary";
}

/** Whether no removing rule fires on these facts with these needs. */
export function survives(judged: Pick<Judged, "facts">, need: Need): boolean {
  return staysAlive(judged, need, REMOVING);
}

/** After a change only the rules that read the changed field can speak otherwise, so only those need be asked again. */
function staysAlive({ facts }: Pick<Judged, "facts">, need: Need, rules: readonly Rule[]): boolean {
  return rules.every((rule) => !appliesTo(rule, facts) || rule.test(need, facts) !== "yes");
}

function removingThatRead(field: string): readonly Rule[] {
  const known = removingByField.get(field) ?? REMOVING.filter((rule) => readsField(rule, field));
  removingByField.set(field, known);
  return known;
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
