import { FIELDS } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { answerAt, withAnswer } from "./answer-path";
import type { Facts } from "./facts";
import { type Judged, judgeAll } from "./judge";
import { needOf } from "./need";
import { LARGE_TABLE_GB, RANK_READS, type RankInput, rank } from "./rank";
import { RULES } from "./rules";
import type { Flip } from "./schema";

const READ = new Set([...RANK_READS, ...RULES.flatMap((rule) => rule.reads)]);
const NUMERIC = RULES.filter((rule) => rule.thresholds);
const TABLE_LIMIT = { path: "scale.y3.largest_table_gb", at: LARGE_TABLE_GB };

type Input = {
  answers: Answers;
  today: string | null;
  systems: readonly Facts[];
  judged: ReadonlyMap<string, Judged>;
  shortlist: readonly string[];
  limits: Pick<RankInput, "overrides" | "only">;
};

/**
 * Single changes of one answer that change the shortlist: every other option of each discrete field that a rule reads, and
 * numbers just beyond each threshold. `headroom` is threshold / answer, null for discrete fields: 25 means that the answer
 * may grow 25 times. Ordered by fields, then by nearness.
 */
export function flipsOf(all: Input): Flip[] {
  // Services and tools are never listed, so their rules cannot flip anything.
  const input = { ...all, systems: all.systems.filter((facts) => facts.hosts.length === 0 && facts.kind !== "tool") };
  return [...discreteChanges(input), ...numericChanges(input)].flatMap((change) => {
    const after = shortlistWith(input, change);
    const adds = after.filter((id) => !input.shortlist.includes(id));
    const removes = input.shortlist.filter((id) => !after.includes(id));
    if (adds.length === 0 && removes.length === 0) return [];
    const { field, from, to, headroom } = change;
    return [{ change: { field, from, to }, adds, removes, headroom }];
  });
}

type Change = Flip["change"] & Pick<Flip, "headroom">;

function shortlistWith({ answers, today, systems, judged, shortlist, limits }: Input, { field, to }: Change): readonly string[] {
  const need = needOf(withAnswer(answers, field, to), today);
  const after = judgeAll({ need, systems, before: { judged, changed: field, restored: restoredBy(limits) } });
  const isUntouched = !RANK_READS.has(field) && systems.every(({ id }) => after.get(id) === judged.get(id));
  if (isUntouched) return shortlist;
  return rank({ need, judged: after, ...limits }).shortlist.map((one) => one.facts.id);
}

function discreteChanges({ answers }: Input): Change[] {
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

/** For each answered number and each threshold of the systems in play: the nearest value beyond it. */
function numericChanges({ answers, judged, limits }: Input): Change[] {
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

function restoredBy({ overrides = new Map() }: Input["limits"]): ReadonlySet<string> {
  return new Set([...overrides.values()].filter(({ action }) => action === "restore").map(({ candidate }) => candidate));
}

/** How many times the answer must grow or shrink to reach the threshold. */
function distance({ headroom }: Change): number {
  return headroom && headroom > 0 ? Math.max(headroom, 1 / headroom) : Number.MAX_VALUE;
}
