import { FIELDS } from "../answers/fields";
import { answerAt, withAnswer } from "./answer-path";
import { type Standing, shortlistWith, withoutServices } from "./changes";
import { survives } from "./comes-back";
import { isAsked } from "./judge";
import { type Need, needOf } from "./need";
import { hasPrimaryRole, RANK_READS, rank } from "./rank";
import type { Relaxation } from "./schema";

type Blank = Relaxation["changes"][number];

const LARGEST_SET = 4;
const MOST_SHOWN = 5;
/** Sets of fields tried on the whole list per size: each costs about half a millisecond. */
const MOST_TRIED = 24;

/**
 * For an empty list: the smallest sets of answers that, left open, bring something back, with what they bring; sets that bring
 * most come first. Where candidates were put aside by hand and no answer is to blame, `changes` is empty and `adds` is what
 * would be left without that. Never an empty reply (G-04).
 */
export function relaxationsOf(all: Standing): Relaxation[] {
  const standing = withoutServices(all);
  const byAnswers = smallestSets(standing);
  if (byAnswers.length > 0) return byAnswers;
  const whole = allTogether(standing);
  if (whole) return [whole];
  const adds = rank({ need: needOf(standing.answers, standing.today), judged: standing.judged }).shortlist.map((one) => one.facts.id);
  const unlimited = { ...standing, limits: {}, shortlist: adds };
  const [first] = adds.length > 0 ? [relaxation(standing, { changes: [], adds })] : smallestSets(unlimited);
  const last = first ?? allTogether(unlimited) ?? relaxation(standing, { changes: [], adds: [] });
  return [{ ...last, text: { id: "rules.G-04.limits", params: last.text.params } }];
}

function smallestSets(standing: Standing): Relaxation[] {
  for (let size = 1; size <= LARGEST_SET; size++) {
    const works = setsOf(standing, size).flatMap((changes) => {
      const adds = shortlistAfter(standing, changes);
      return adds.length > 0 ? [relaxation(standing, { changes, adds })] : [];
    });
    if (works.length > 0) return works.sort((a, b) => b.adds.length - a.adds.length).slice(0, MOST_SHOWN);
  }
  return [];
}

/** Sets of answers whose absence lets some candidate live in its role; the ones that serve most candidates first. */
function setsOf(standing: Standing, size: number): Blank[][] {
  const sets = new Map<string, { changes: Blank[]; serves: number }>();
  const needs = new Map<string, Need>();
  const needWithout = (key: string, changes: readonly Blank[]): Need => {
    const known = needs.get(key) ?? needOf(without(standing, changes), standing.today);
    needs.set(key, known);
    return known;
  };
  for (const one of standing.judged.values()) {
    const { facts, eliminatedBy, softenedBy } = one;
    if (facts.hosts.length > 0 || facts.kind === "tool" || isPutAside(standing, facts.id)) continue;
    const removing = [...eliminatedBy, ...softenedBy];
    const reads = [...removing.flatMap((rule) => rule.reads), ...(hasPrimaryRole(needWithout("", []), facts) ? [] : RANK_READS)];
    const blanks = blanksOf(standing, reads);
    for (const changes of subsetsOf(blanks, size)) {
      const reaches = (path: string) => changes.some(({ field }) => field === path || field.startsWith(`${path}.`));
      if (!removing.every((rule) => rule.reads.some(reaches))) continue;
      const key = changes.map(({ field }) => field).join(" ");
      const need = needWithout(key, changes);
      if (facts.kind === "extension" && !isAsked(need, facts)) continue;
      if (!hasPrimaryRole(need, facts) || !survives(one, need)) continue;
      sets.set(key, { changes, serves: (sets.get(key)?.serves ?? 0) + 1 });
    }
  }
  const inOrder = [...sets.values()].sort((a, b) => b.serves - a.serves);
  return inOrder.slice(0, MOST_TRIED).map(({ changes }) => changes);
}

/** All answers left open, then as many put back as still leave somebody: a set from which none can be spared. */
function allTogether(standing: Standing): Relaxation | null {
  let changes = blanksOf(
    standing,
    FIELDS.map(({ path }) => path),
  );
  if (shortlistAfter(standing, changes).length === 0) return null;
  for (const blank of [...changes]) {
    const fewer = changes.filter((change) => change !== blank);
    if (shortlistAfter(standing, fewer).length > 0) changes = fewer;
  }
  return relaxation(standing, { changes, adds: shortlistAfter(standing, changes) });
}

function shortlistAfter(standing: Standing, changes: readonly Blank[]): string[] {
  return [...shortlistWith(standing, changes)];
}

function relaxation({ judged }: Standing, { changes, adds }: Pick<Relaxation, "changes" | "adds">): Relaxation {
  const names = adds.map((id) => judged.get(id)?.facts.name ?? id);
  const params = { n: changes.length, fields: changes.map(({ field }) => field).join(", "), adds: names.join(", ") };
  return { changes, adds, text: { id: "rules.G-04.relax", params } };
}

function isPutAside({ limits: { overrides, only } }: Standing, id: string): boolean {
  return (only !== undefined && !only.has(id)) || overrides?.get(id)?.action === "exclude";
}

function without({ answers }: Standing, changes: readonly Blank[]) {
  return changes.reduce((kept, { field }) => withAnswer(kept, field, undefined), answers);
}

function blanksOf({ answers }: Standing, paths: Iterable<string>): Blank[] {
  return [...new Set(paths)].flatMap((field) => {
    const from = answerAt(answers, field);
    return from === undefined ? [] : [{ field, from, to: null }];
  });
}

function* subsetsOf<T>(items: readonly T[], size: number): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [i, first] of items.entries()) for (const rest of subsetsOf(items.slice(i + 1), size - 1)) yield [first, ...rest];
}
