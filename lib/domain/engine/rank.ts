import type { Facts } from "./facts";
import { isAlive, isAsked, type Judged, saidAt } from "./judge";
import { hasProduction, type Need, READS } from "./need";
import { pointsOf } from "./rule";
import { RULES } from "./rules";
import { isOfferedWhereAllowed } from "./rules-ops";
import type { Override } from "./schema";
import { isFastTimeSeries, isNewStore, suitsTimeSeries } from "./traits";

/** Answers that the ranking itself reads, beside those of the rules: a change of any other moves it only through a rule. */
export const RANK_READS: ReadonlySet<string> = new Set([
  "workload.primary",
  "workload.secondary",
  "workload.truth",
  "workload.entities_related",
  "workload.joins_needed",
  "ops.extensions",
  "ops.hosting",
  "ops.clouds",
  "ops.experience",
  ...READS.atomic,
  ...READS.stores,
  ...READS.writes,
  ...READS.data,
  ...READS.largestTable,
]);

/** A table above this many GB, measured, ends the default's lead (S-10, G-06). */
export const LARGE_TABLE_GB = 1_000;

/** Whether a field is a size or a rate: the ranking reads those only through `sizeSign`. */
export function isSize(field: string): boolean {
  return /^scale\.(now|y1|y3)\./u.test(field);
}

/** All that the ranking makes of sizes and rates: two needs that differ in nothing else rank alike where their signs are the same. */
export function sizeSign(need: Need): string {
  const { writes_s = 0, data_gb = 0, largest_table_gb = 0 } = need.y3;
  return [isFastTimeSeries(need), writes_s > 50_000, data_gb > 5_000, largest_table_gb > LARGE_TABLE_GB].join();
}

const SHORTLIST_SIZE = 3;
/** After the leader, only candidates within this many points of the best (G-04). */
const CUT = 3;

export type Ranking = {
  /** One living candidate per family, best first. */
  leads: Judged[];
  shortlist: Judged[];
  /** True when the order within the list was settled by the alphabet alone (G-05). */
  isTied: boolean;
  /** True when the default went before others that stood ahead of it by points or by G-05 (G-06). */
  isByDefault: boolean;
};

export type Overrides = ReadonlyMap<string, Override>;

export type RankInput = {
  need: Need;
  judged: ReadonlyMap<string, Judged>;
  overrides?: Overrides;
  /** Candidates to choose from; all when absent. */
  only?: ReadonlySet<string>;
};

/** Families that live, ranked and cut to at most three (G-03 to G-06, G-11). Never filled up, possibly empty. */
export function rank({ need, judged, overrides = new Map(), only }: RankInput): Ranking {
  const selectable = [...judged.values()].filter(
    (one) => (!only || only.has(one.facts.id)) && isSelectable({ need, one, judged, overrides }),
  );
  const places = leadsOfFamilies(selectable).map((one) => ({ one, keys: [-one.points, ...tieBreak(need, one)] }));
  const inOrder = places.sort((a, b) => compareKeys(a.keys, b.keys) || byName(a.one, b.one));
  const leads = inOrder.map((place) => place.one);
  const best = Math.max(...leads.map((one) => one.points));
  const standard = leads.find((one) => one.facts.id === DEFAULT_FAMILY);
  const ordered = standard && leadsByDefault({ need, standard, leads }) ? [standard, ...leads.filter((one) => one !== standard)] : leads;
  const shortlist = ordered.filter((one, i) => i === 0 || one.points >= best - CUT).slice(0, SHORTLIST_SIZE);
  return { leads: ordered, shortlist, isTied: isTied(inOrder, shortlist), isByDefault: ordered[0] !== leads[0] };
}

/** Whether a candidate may be picked as the primary store at all: the filter of G-03, which files and does not eliminate. */
export function hasPrimaryRole(need: Need, facts: Facts): boolean {
  if (!facts.isChoice || facts.kind === "tool" || facts.hosts.length > 0) return false;
  const { roles } = facts;
  if (!roles) return true;
  const isCopy = need.workload.truth === "rebuildable_copy";
  if (roles.includes("primary")) return true;
  if (roles.includes("cache")) return isCopy;
  if (isFastTimeSeries(need) === "yes" && suitsTimeSeries(facts) === "yes") return true;
  return isNativeForPrimary(need, facts) && !storesTruthInRelations(need);
}

/** A specialised store may be the primary only where nothing relational or transactional is kept (SEC-01). */
function storesTruthInRelations({ workload, atomic, isCritical }: Need): boolean {
  return (
    (workload.secondary ?? []).includes("relational") ||
    workload.entities_related === "yes" ||
    workload.joins_needed === "yes" ||
    atomic === "many_records" ||
    atomic === "many_records_multi_region" ||
    isCritical === "yes"
  );
}

const DEFAULT_FAMILY = "postgresql";

type Selection = { need: Need; one: Judged; judged: ReadonlyMap<string, Judged>; overrides: Overrides };

function isSelectable({ need, one, judged, overrides }: Selection): boolean {
  const action = overrides.get(one.facts.id)?.action;
  if (action === "exclude") return false;
  if (action === "restore") return one.facts.hosts.length === 0;
  if (!isAlive(one) || !hasPrimaryRole(need, one.facts)) return false;
  const { family, id, confidence } = one.facts;
  // An unsure member never stands for a family whose base is out (G-09).
  if (confidence === "low" && id !== family) return false;
  if (one.facts.kind !== "extension") return true;
  // With a living base the extension is part of it; without one it stands for the family, if its work is asked for.
  const base = judged.get(one.facts.extends ?? "");
  return isAsked(need, one.facts) && !isAlive(base);
}

function leadsOfFamilies(selectable: readonly Judged[]): Judged[] {
  const leads = new Map<string, Judged>();
  for (const one of selectable) {
    const { family, id } = one.facts;
    const lead = leads.get(family);
    const isBetter = !lead || id === family || (lead.facts.id !== family && one.points > lead.points);
    if (isBetter) leads.set(family, one);
  }
  return [...leads.values()];
}

type Place = { one: Judged; keys: number[] };

/** Best first, key by key; zero when G-05 cannot tell them apart. */
function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The alphabet settles what G-05 cannot, except that the default goes first (G-06). */
function byName(a: Judged, b: Judged): number {
  const isDefault = (one: Judged) => Number(one.facts.family === DEFAULT_FAMILY);
  return isDefault(b) - isDefault(a) || (a.facts.name < b.facts.name ? -1 : 1);
}

const FIT_ORDER = { native: 0, good: 1, possible: 2, unfit: 3 } as const;

/** G-05, each smaller is better: fit, new stores, experience, difficulty (1 where managed), rarity, lock-in. */
function tieBreak(need: Need, { facts }: Judged): number[] {
  const fit = need.workload.primary ? facts.fit[need.workload.primary] : undefined;
  const isManaged = isOfferedWhereAllowed(need, facts) === "yes" && need.ops.hosting !== "self_host_only";
  return [
    fit ? FIT_ORDER[fit] : 2,
    isNewStore(need, facts) ? 1 : 0,
    hasProduction(need, facts.family) === "yes" ? 0 : 1,
    isManaged ? 1 : (facts.difficulty ?? 5),
    -(facts.commonness ?? 0),
    facts.lockIn ?? 12,
  ];
}

/** Rules of the organisation itself; a rival three points ahead on them takes the default's seat (G-06). */
const OWN_STANDARD = placesOf("O-04", "F-03", "F-03b", "F-07", "F-08", "F-08b", "F-10", "F-10b", "F-12");
const LIMITS = placesOf("S-04", "S-04b", "S-04c", "S-05");

function leadsByDefault({ need, standard, leads }: { need: Need; standard: Judged; leads: readonly Judged[] }): boolean {
  const { primary, truth } = need.workload;
  const fit = primary ? standard.facts.fit[primary] : "native";
  const isFitting = fit === "native" || fit === "good" || !leads.some((one) => isNativeForPrimary(need, one.facts));
  if (!isFitting || truth === "rebuildable_copy") return false;
  if (need.isMeasured === "yes" && (hasFired(standard, LIMITS) || (need.y3.largest_table_gb ?? 0) > LARGE_TABLE_GB)) return false;
  const own = pointsFrom(need, standard);
  return !leads.some((rival) => pointsFrom(need, rival) - own >= 3);
}

function placesOf(...ids: string[]): number[] {
  return RULES.flatMap((rule, i) => (ids.includes(rule.id) ? [i] : []));
}

function hasFired(one: Judged, places: readonly number[]): boolean {
  return places.some((place) => saidAt(one, place) === "yes");
}

function pointsFrom(need: Need, one: Judged): number {
  return OWN_STANDARD.reduce((sum, i) => {
    const rule = RULES[i];
    return rule && saidAt(one, i) === "yes" ? sum + pointsOf(rule, need, one.facts) : sum;
  }, 0);
}

function isNativeForPrimary({ workload }: Need, facts: Facts): boolean {
  return workload.primary !== undefined && facts.fit[workload.primary] === "native";
}

/** A tie that matters: two neighbours in the ranking that nothing but their names separates, at least one of them listed. */
function isTied(places: readonly Place[], shortlist: readonly Judged[]): boolean {
  // The default's place is settled by G-06, not by the alphabet.
  const settled = places.filter(({ one }) => one.facts.family !== DEFAULT_FAMILY);
  return settled.some((place, i) => {
    const next = settled[i + 1];
    return next !== undefined && shortlist.includes(place.one) && compareKeys(place.keys, next.keys) === 0;
  });
}
