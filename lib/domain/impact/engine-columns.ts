import type { Answers } from "../answers/schema";
import { CATALOGUE_FACTS, type Facts } from "../engine/facts";
import { factsOfCustom } from "../engine/facts-of-custom";
import { appliesTo, isAsked, type Judged, judgeAll } from "../engine/judge";
import type { Need } from "../engine/need";
import { pointsOf, type Rule } from "../engine/rule";
import { RULES } from "../engine/rules";
import type { CustomSystem, Override } from "../engine/schema";
import type { Tri } from "../engine/tri";

/** One candidate with what the rules say of it that read none of the varied answers. What was put back by hand no rule removes. */
export type Column = { facts: Facts; outcomes: readonly Tri[]; points: number; isRestored: boolean };

/** What one rule says of each column under one choice of the answers that it reads; filled when first asked. */
export type Cell = { outcomes: (Tri | undefined)[]; points: number[] };

/** What the team did to the list by hand: candidates of its own, and those put back or aside. */
export type ByHand = { custom?: readonly CustomSystem[] | undefined; overrides?: readonly Override[] | undefined };

/** Systems that can ever be listed, and the extensions that raise them. Services and tools never are. */
const LISTABLE = CATALOGUE_FACTS.filter(isListable);
const EXTENSIONS = LISTABLE.filter((facts) => facts.kind === "extension");
const BASES = new Set(EXTENSIONS.flatMap((facts) => facts.extends ?? []));

/**
 * The candidates that some combination of answers could list, as columns. `isVaried` says which rules read a varied
 * answer; all others are asked once, and what one of them removes is gone. Bases of extensions stay, because an
 * extension may raise them.
 */
export function columnsOf(need: Need, isVaried: (rule: Rule) => boolean, byHand: ByHand = {}) {
  const columns: Column[] = [];
  const restored = new Set((byHand.overrides ?? []).filter(({ action }) => action === "restore").map(({ candidate }) => candidate));
  const listable = listableWith(byHand, restored);
  const columnOf = (facts: Facts, mayStay: boolean): number | null => {
    let points = 0;
    let isOut = false;
    const outcomes = RULES.map((rule): Tri => {
      if (isVaried(rule) || !appliesTo(rule, facts)) return "no";
      const outcome = rule.test(need, facts);
      if (outcome !== "yes") return outcome;
      if (rule.effect === "ELIM") isOut = true;
      else points += pointsOf(rule, need, facts);
      return outcome;
    });
    const isRestored = restored.has(facts.id);
    return isOut && !mayStay && !isRestored ? null : columns.push({ facts, outcomes, points, isRestored }) - 1;
  };
  const present = (facts: readonly Facts[]) => facts.flatMap((one) => columnOf(one, false) ?? []);
  const extensions = present(EXTENSIONS);
  const systems = listable
    .filter((facts) => facts.kind !== "extension")
    .flatMap((facts) => {
      const column = columnOf(facts, false);
      return column === null && !BASES.has(facts.id) ? [] : [{ id: facts.id, column }];
    });
  const raised = new Map<string, number | null>();
  /** The column of a base with its attached extensions; null when it is out. */
  const raisedColumn = (base: string, attached: readonly Facts[], now: Need): number | null => {
    const own = attached.filter((extension) => extension.extends === base).map((extension) => extension.id);
    const key = [base, ...own, "", ...now.shapes].join(" ");
    const known = raised.get(key);
    if (known !== undefined) return known;
    const family = CATALOGUE_FACTS.filter((facts) => facts.id === base || own.includes(facts.id));
    const facts = judgeAll({ need: now, systems: family }).get(base)?.facts;
    const column = facts ? columnOf(facts, false) : null;
    raised.set(key, column);
    return column;
  };
  return { columns, extensions, systems, raisedColumn };
}

function listableWith({ custom = [] }: ByHand, restored: ReadonlySet<string>): readonly Facts[] {
  if (custom.length === 0 && restored.size === 0) return LISTABLE;
  const all = [...CATALOGUE_FACTS, ...custom.map(factsOfCustom)];
  return all.filter((facts) => isListable(facts) || (restored.has(facts.id) && facts.hosts.length === 0));
}

function isListable({ hosts, kind, isChoice }: Facts): boolean {
  return hosts.length === 0 && kind !== "tool" && (isChoice || kind === "extension");
}

/** Bases as they would stand with every extension attached, for finding answers that no rule tells apart. */
export function fullyRaised(): Facts[] {
  return [...BASES].flatMap((id) => {
    const base = CATALOGUE_FACTS.find((facts) => facts.id === id);
    if (!base) return [];
    const fit = { ...base.fit };
    for (const extension of EXTENSIONS) {
      if (extension.extends !== id) continue;
      for (const shape of extension.extensionFor) fit[shape] = extension.fit[shape] ?? fit[shape];
    }
    return [{ ...base, fit }];
  });
}

/** Which extensions an answer to the sizes asks for, whatever else was said. */
export function sizeAsks(need: Need): boolean[] {
  return EXTENSIONS.map((extension) => isAsked({ ...need, shapes: [], ops: {}, isMeasured: "yes" }, extension));
}

/** A living candidate as the ranking reads it; what varied rules say of it is looked up, because the ranking asks of few. */
export function aliveAs({ facts, outcomes }: Column, varied: Judged["varied"], points: number): Judged {
  return { facts, outcomes, varied, points, eliminatedBy: NONE, softenedBy: NONE };
}

const NONE: readonly Rule[] = [];

/** The answers with places for every path in their groups, and a way to set each without copying. */
export function scratchOf(base: Answers, paths: readonly string[]) {
  const answers = structuredClone(base) as Record<string, unknown>;
  const setters = paths.map((path) => {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let group = answers;
    for (const key of keys) {
      group[key] ??= {};
      group = group[key] as Record<string, unknown>;
    }
    return (value: unknown) => {
      group[last] = value ?? undefined;
    };
  });
  return { answers: answers as Answers, setters };
}
