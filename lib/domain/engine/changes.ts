import { FIELDS } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import type { Facts } from "./facts";
import { type Before, type Judged, judgeAll, systemsInPlay } from "./judge";
import { needOf } from "./need";
import { isSize, LARGE_TABLE_GB, RANK_READS, type RankInput, rank, sizeSign } from "./rank";
import { RULES } from "./rules";
import type { Flip } from "./schema";

/** The worksheet as it stands, against which changes of answers are tried. */
export type Standing = {
  answers: Answers;
  today: string | null;
  systems: readonly Facts[];
  judged: ReadonlyMap<string, Judged>;
  shortlist: readonly string[];
  limits: Pick<RankInput, "overrides" | "only">;
};

export type Change = Flip["change"] & Pick<Flip, "headroom">;

const READ = new Set([...RANK_READS, ...RULES.flatMap((rule) => rule.reads)]);
const NUMERIC = RULES.filter((rule) => rule.thresholds);
const TABLE_LIMIT = { path: "scale.y3.largest_table_gb", at: LARGE_TABLE_GB };

/** The same with only the systems that can be listed: the rules of services and tools cannot move the list. */
export function withoutServices(standing: Standing): Standing {
  return { ...standing, systems: standing.systems.filter((facts) => facts.hosts.length === 0 && facts.kind !== "tool") };
}

/** The shortlist with some answers changed at once; `to: null` makes one blank. */
export function shortlistWith(standing: Standing, changes: readonly Pick<Change, "field" | "to">[]): readonly string[] {
  const { answers, today, judged, shortlist, limits } = standing;
  const need = needOf(
    changes.reduce((kept, { field, to }) => withAnswer(kept, field, to ?? undefined), answers),
    today,
  );
  const { before, systems, sign } = searchOf(
    standing,
    changes.map(({ field }) => field),
  );
  const after = judgeAll({ need, systems, before });
  const isRankedAlike = sign !== null && sign === sizeSign(need);
  if (isRankedAlike && systems.every(({ id }) => after.get(id) === judged.get(id))) return shortlist;
  return rank({ need, judged: after, ...limits }).shortlist.map((one) => one.facts.id);
}

/** What every change of the same fields shares. `sign` is null where the ranking itself reads one of them. */
type Search = { before: Before; systems: readonly Facts[]; sign: string | null };
const searches = new WeakMap<Standing, Map<string, Search>>();

function searchOf(standing: Standing, changed: readonly string[]): Search {
  const own = searches.get(standing) ?? new Map<string, Search>();
  searches.set(standing, own);
  const key = changed.join(" ");
  const known = own.get(key);
  if (known) return known;
  const before = { judged: standing.judged, changed, restored: restoredBy(standing.limits) };
  const isRanked = changed.some((field) => RANK_READS.has(field) && !isSize(field));
  const sign = isRanked ? null : sizeSign(needOf(standing.answers, standing.today));
  const search = { before, systems: systemsInPlay({ systems: standing.systems, before }), sign };
  own.set(key, search);
  return search;
}

/** What the list gains and loses from one state to another; null when it holds the same candidates. */
export function movesBetween(before: readonly string[], after: readonly string[]): { adds: string[]; removes: string[] } | null {
  const adds = after.filter((id) => !before.includes(id));
  const removes = before.filter((id) => !after.includes(id));
  return adds.length === 0 && removes.length === 0 ? null : { adds, removes };
}

/** Every other option of each discrete field that a rule or the ranking reads; of a list, each item put in or taken out. */
export function discreteChanges({ answers }: Standing): Change[] {
  return FIELDS.flatMap((field): Change[] => {
    if (!READ.has(field.path)) return [];
    const from = answerAt(answers, field.path) ?? null;
    const change = (to: Change["to"]): Change => ({ field: field.path, from, to, headroom: null });
    if (field.type === "choice" || field.type === "ordinal") return field.options.filter((option) => option !== from).map(change);
    if (field.type !== "multi") return [];
    const list = Array.isArray(from) ? from : [];
    return field.options.map((option) => change(list.includes(option) ? list.filter((item) => item !== option) : [...list, option]));
  });
}

/** For each answered number and each threshold of the systems in play: the nearest value beyond it, nearest first. */
export function numericChanges({ answers, judged, limits }: Standing): Change[] {
  const changes = new Map<string, Change>();
  for (const { path, at } of thresholdsInPlay(judged, restoredBy(limits))) {
    const from = answerAt(answers, path);
    if (typeof from !== "number") continue;
    // Rules compare with > or >=, so "beyond" going up is one more than the threshold, going down the threshold or one less.
    const beyond = from <= at ? [at, at + 1] : [at, Math.max(0, at - 1)];
    for (const to of beyond) {
      if (to !== from) changes.set(`${path}=${to}`, { field: path, from, to, headroom: from > 0 ? at / from : null });
    }
  }
  return [...changes.values()].sort((a, b) => distance(a) - distance(b));
}

/** Thresholds of the systems that a number alone could move: those that live, and those that only numbers removed. */
function thresholdsInPlay(judged: ReadonlyMap<string, Judged>, restored: ReadonlySet<string>): { path: string; at: number }[] {
  const isInPlay = ({ facts, eliminatedBy }: Judged) =>
    restored.has(facts.id) || (facts.hosts.length === 0 && eliminatedBy.every((rule) => rule.thresholds));
  const inPlay = [...judged.values()].filter(isInPlay);
  const declared = inPlay.flatMap(({ facts }) => NUMERIC.flatMap((rule) => rule.thresholds?.(facts) ?? []));
  return [TABLE_LIMIT, ...declared].flatMap(({ path, at }) => (at === null ? [] : [{ path, at }]));
}

function restoredBy({ overrides = new Map() }: Standing["limits"]): ReadonlySet<string> {
  return new Set([...overrides.values()].filter(({ action }) => action === "restore").map(({ candidate }) => candidate));
}

/** How many times the answer must grow or shrink to reach the threshold. */
function distance({ headroom }: Change): number {
  return headroom && headroom > 0 ? Math.max(headroom, 1 / headroom) : Number.MAX_VALUE;
}
