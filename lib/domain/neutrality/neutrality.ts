import type { Answers } from "../answers/schema";
import { vendorOf } from "../catalogue/vendors";
import { CATALOGUE_FACTS, type Facts } from "../engine/facts";
import { hostingOf } from "../engine/finalist";
import { type Judged, judgeAll } from "../engine/judge";
import { needOf } from "../engine/need";
import { rank } from "../engine/rank";
import { RULES, VERSIONS } from "../engine/rules";
import { type Axis, GRID_AXES, gridAnswers } from "./grid";
import type { Neutrality, SystemRow, VendorRow } from "./schema";

/**
 * How often each system and each vendor is shortlisted over the grid, without a clock or chance: the same catalogue and
 * rules give the same counts. Takes seconds; where others wait for the processor, use `neutralitySteps`.
 * @example neutrality() // { points: 3456, … }
 */
export function neutrality(axes: readonly Axis[] = GRID_AXES, systems: readonly Facts[] = CATALOGUE_FACTS): Neutrality {
  const steps = neutralitySteps(axes, systems);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, one point of the grid a step, so that the caller can let others work in between. Yields the points done. */
export function* neutralitySteps(
  axes: readonly Axis[] = GRID_AXES,
  systems: readonly Facts[] = CATALOGUE_FACTS,
): Generator<number, Neutrality> {
  const tally = emptyTally();
  for (const answers of gridAnswers(axes)) {
    count({ tally, answers, systems });
    yield tally.points;
  }
  return resultOf(tally, axes);
}

type Counts = { listed: number; first: number; hosts: number };
type Tally = {
  points: number;
  empty: number;
  byDefault: Map<string, number>;
  systems: Map<string, Counts>;
  vendors: Map<string, Counts>;
  /** Per system, how often each rule gave it points while it was listed. */
  reasons: Map<string, Map<string, number>>;
};

const PREFERRING = RULES.flatMap((rule, i) => (rule.effect === "PREFER" ? [{ id: rule.id, i }] : []));
const CANDIDATES = CATALOGUE_FACTS.filter(({ hosts, isChoice, kind }) => hosts.length === 0 && isChoice && kind !== "tool");
const MOST_REASONS = 3;

function emptyTally(): Tally {
  return { points: 0, empty: 0, byDefault: new Map(), systems: new Map(), vendors: new Map(), reasons: new Map() };
}

function count({ tally, answers, systems }: { tally: Tally; answers: Answers; systems: readonly Facts[] }): void {
  const need = needOf(answers);
  const judged = judgeAll({ need, systems });
  const { shortlist, isByDefault } = rank({ need, judged });
  const [first] = shortlist;
  tally.points++;
  if (!first) tally.empty++;
  else if (isByDefault) increase(tally.byDefault, first.facts.id);
  for (const one of shortlist) {
    countOne(tally.systems, one.facts.id, one === first);
    countReasons(tally, one);
  }
  for (const vendor of new Set(shortlist.map((one) => vendorOfFacts(one.facts)))) {
    countOne(tally.vendors, vendor, first !== undefined && vendor === vendorOfFacts(first.facts));
  }
  const hosting = shortlist.flatMap((one) => hostingOf(one.facts, judged));
  for (const vendor of new Set(hosting.map((id) => vendorOf(id) ?? ""))) at(tally.vendors, vendor).hosts++;
}

function countReasons({ reasons }: Tally, { facts, outcomes }: Judged): void {
  const own = reasons.get(facts.id) ?? new Map<string, number>();
  reasons.set(facts.id, own);
  for (const { id, i } of PREFERRING) if (outcomes[i] === "yes") increase(own, id);
}

function countOne(counts: Map<string, Counts>, key: string, isFirst: boolean): void {
  const own = at(counts, key);
  own.listed++;
  if (isFirst) own.first++;
}

function at(counts: Map<string, Counts>, key: string): Counts {
  const own = counts.get(key) ?? { listed: 0, first: 0, hosts: 0 };
  counts.set(key, own);
  return own;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function resultOf(tally: Tally, axes: readonly Axis[]): Neutrality {
  const { points, empty } = tally;
  const vendors = new Set([...CANDIDATES.map(vendorOfFacts), ...tally.vendors.keys()]);
  return {
    points,
    empty,
    axes: axes.map(({ id, choices }) => ({ id, choices: choices.map((choice) => choice.id) })),
    systems: CANDIDATES.map((facts) => systemRow(tally, facts)).sort((a, b) => b.listed - a.listed || byText(a.name, b.name)),
    vendors: [...vendors].map((vendor) => vendorRow(tally, vendor)).sort((a, b) => b.listed - a.listed || byText(a.vendor, b.vendor)),
    versions: VERSIONS,
  };
}

function systemRow(tally: Tally, facts: Facts): SystemRow {
  const { listed, first } = tally.systems.get(facts.id) ?? { listed: 0, first: 0 };
  const reasons = [...(tally.reasons.get(facts.id) ?? [])].sort(([a, m], [b, n]) => n - m || byText(a, b)).slice(0, MOST_REASONS);
  return {
    id: facts.id,
    name: facts.name,
    vendor: vendorOfFacts(facts),
    listed,
    listedShare: shareOf(listed, tally.points),
    first,
    firstShare: shareOf(first, tally.points),
    firstByDefault: tally.byDefault.get(facts.id) ?? 0,
    becauseOf: reasons.map(([rule, n]) => ({ rule, share: shareOf(n, listed) })),
  };
}

function vendorRow({ vendors, points }: Tally, vendor: string): VendorRow {
  const { listed, first, hosts } = vendors.get(vendor) ?? { listed: 0, first: 0, hosts: 0 };
  return {
    vendor,
    systems: CANDIDATES.filter((facts) => vendorOfFacts(facts) === vendor).length,
    listed,
    listedShare: shareOf(listed, points),
    first,
    firstShare: shareOf(first, points),
    hosts,
    hostsShare: shareOf(hosts, points),
  };
}

function vendorOfFacts({ id }: Facts): string {
  return vendorOf(id) ?? "";
}

function shareOf(n: number, of: number): number {
  return of === 0 ? 0 : Math.round((n / of) * 10_000) / 10_000;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
