import type { WorkloadShape } from "../answers/schema";
import type { MessageParams } from "../messages/message-ref";
import type { Facts } from "./facts";
import { isAlive, isAsked, type Judged } from "./judge";
import type { Need } from "./need";
import type { Companion } from "./schema";
import { isLibraryOnly, isMonitoring } from "./traits";
import { above, and, atLeast, has, is, not, or, type Tri } from "./tri";

/** When a second store of one shape is worth having. `needed` yes: advised; unknown: open until answered; no: not shown. */
export type CompanionRule = { id: string; shape: WorkloadShape; source: string; reads: string[]; needed: (need: Need) => Tri };

export const COMPANION_RULES: readonly CompanionRule[] = [
  {
    id: "W-05d",
    shape: "graph",
    source: "W-05",
    reads: ["workload.max_hops", "workload.edges_millions"],
    needed: ({ workload }) => and(atLeast(workload.max_hops, 3), atLeast(workload.edges_millions, 1)),
  },
  {
    id: "W-06d",
    shape: "time_series",
    source: "W-06",
    reads: ["scale.y3.writes_s"],
    needed: (need) => above(need.y3.writes_s, 50_000),
  },
  {
    id: "W-07",
    shape: "search",
    source: "W-07; correction E-22",
    reads: ["workload.search_features"],
    needed: ({ workload }) => has(workload.search_features, "facets", "relevance", "highlighting", "semantic"),
  },
  {
    id: "W-08",
    shape: "vector",
    source: "W-08; correction E-20",
    reads: ["workload.vector_count", "workload.p99_read_ms"],
    needed: ({ workload }) => or(above(workload.vector_count, 100_000_000), not(atLeast(workload.p99_read_ms, 10))),
  },
  {
    id: "W-09",
    shape: "olap",
    source: "W-09; correction E-27",
    reads: ["workload.scan_rows_max", "workload.scan_frequency"],
    needed: ({ workload }) => and(atLeast(workload.scan_rows_max, 100_000_000), is(workload.scan_frequency, "hourly", "constant")),
  },
  {
    id: "W-11b",
    shape: "append_log",
    source: "W-11",
    reads: ["workload.event_use"],
    needed: ({ workload }) => is(workload.event_use, "fanout_replay"),
  },
];

const STORES_PER_SHAPE = 2;

/**
 * Second stores beside the leading candidate: extensions of it first (no new store, SEC-02), then for each shape asked for
 * two native ones, needed or open. None for a shape in which the leader is native itself.
 */
export function companionsOf(input: { need: Need; judged: ReadonlyMap<string, Judged>; lead: Judged | undefined }): Companion[] {
  const { need, judged, lead } = input;
  if (!lead) return [];
  const included = [...judged.values()]
    .filter((one) => one.facts.extends === lead.facts.id && isAlive(one) && isAsked(need, one.facts))
    .map((one) => includedIn(need, one.facts, lead.facts));
  return [...included, ...COMPANION_RULES.flatMap((rule) => storesFor({ rule, need, judged, lead }))];
}

type Search = { rule: CompanionRule; need: Need; judged: ReadonlyMap<string, Judged>; lead: Judged };

function storesFor({ rule, need, judged, lead }: Search): Companion[] {
  const needed = rule.needed(need);
  const isNamed = need.shapes.includes(rule.shape);
  if (needed === "no" || (needed === "unknown" && !isNamed)) return [];
  if (lead.facts.fit[rule.shape] === "native" && needed !== "yes") return [];
  const stores = [...judged.values()]
    .filter((one) => one !== lead && isStore(rule.shape, one))
    .sort((a, b) => preference(a) - preference(b));
  return oneByFamily(stores)
    .filter((one) => one.facts.family !== lead.facts.family)
    .slice(0, STORES_PER_SHAPE)
    .map((one): Companion => {
      const isNeeded = needed === "yes";
      return {
        id: one.facts.id,
        shape: rule.shape,
        need: isNeeded ? "needed" : "open",
        rule: rule.id,
        text: { id: `rules.${rule.id}.${isNeeded ? "text" : "open"}`, params: { name: one.facts.name } },
      };
    });
}

/** A second store must run where the team may run things; what the primary must promise does not bind it. */
function isStore(shape: WorkloadShape, { facts, eliminatedBy, softenedBy }: Judged): boolean {
  if (facts.fit[shape] !== "native" || facts.hosts.length > 0 || facts.kind === "extension") return false;
  // A log is no database, yet the one tool worth having beside one.
  const isLog = facts.kind === "tool" && shape === "append_log";
  if (!isLog && (facts.kind === "tool" || !facts.isChoice)) return false;
  return [...eliminatedBy, ...softenedBy].every((rule) => rule.step === "workload" || rule.step === "consistency" || rule.step === "scale");
}

/** Smaller is better: known and easy to leave, after that what is unsure, a library, or made for monitoring only. */
function preference({ facts }: Judged): number {
  const isLast = facts.confidence === "low" || isLibraryOnly(facts) === "yes" || isMonitoring(facts) === "yes";
  return (isLast ? 100 : 0) - 10 * (facts.commonness ?? 1) + (facts.lockIn ?? 12);
}

function oneByFamily(stores: readonly Judged[]): Judged[] {
  const seen = new Set<string>();
  return stores.filter(({ facts }) => {
    const isFirst = !seen.has(facts.family);
    seen.add(facts.family);
    return isFirst;
  });
}

function includedIn(need: Need, extension: Facts, base: Facts): Companion {
  const params: MessageParams = { name: extension.name, base: base.name };
  const shape = extension.extensionFor.find((asked) => need.shapes.includes(asked)) ?? extension.extensionFor[0] ?? "relational";
  return { id: extension.id, shape, need: "included", rule: "SEC-02", text: { id: "rules.SEC-02.text", params } };
}
