import { READS } from "./need";
import type { WorksheetRule } from "./rule";
import { above, and, atLeast, has, is, not, or, truth } from "./tri";

/** Below this many writes a second a high share of writes is an ordinary load (ARC-3, S-12). */
const WRITE_HEAVY_PER_S = 10_000;
const VARIABLE_PCT = 20;

/** What kind of case it is: the four archetypes of load and the six patterns, each with its first answer and when to leave it. */
export const ARCHETYPE_RULES: readonly WorksheetRule[] = [
  {
    id: "ARC-1",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "ARC-1",
    reads: ["workload.read_pct"],
    facts: [],
    test: ({ workload }) => atLeast(workload.read_pct, 90),
    params: ({ workload }) => ({ pct: workload.read_pct ?? 0 }),
  },
  {
    id: "ARC-2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "ARC-2; ARC-3",
    reads: ["workload.read_pct", ...READS.writes],
    facts: [],
    // Many writes below the mark are an ordinary load as well.
    test: ({ workload, y3 }) =>
      and(not(atLeast(workload.read_pct, 90)), or(atLeast(workload.read_pct, 50), not(atLeast(y3.writes_s, WRITE_HEAVY_PER_S)))),
    params: ({ workload }) => ({ pct: workload.read_pct ?? 0 }),
  },
  {
    id: "ARC-3",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "ARC-3; correction E-15",
    reads: ["workload.read_pct", ...READS.writes],
    facts: [],
    test: (need) => and(not(atLeast(need.workload.read_pct, 50)), atLeast(need.y3.writes_s, WRITE_HEAVY_PER_S), need.isMeasured),
    params: ({ y3 }) => ({ rate: y3.writes_s ?? 0 }),
  },
  {
    id: "ARC-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "ARC-4; W-06",
    reads: ["workload.updates"],
    facts: [],
    test: ({ workload }) => is(workload.updates, "append_only"),
  },
  {
    id: "PAT-1",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-1",
    reads: ["workload.entities_related", "workload.joins_needed"],
    facts: [],
    test: ({ workload }) => and(is(workload.entities_related, "yes"), is(workload.joins_needed, "yes")),
  },
  {
    id: "PAT-2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-2; W-04",
    reads: ["workload.shape_variation_pct"],
    facts: [],
    test: ({ workload }) => atLeast(workload.shape_variation_pct, VARIABLE_PCT),
    params: ({ workload }) => ({ pct: workload.shape_variation_pct ?? 0 }),
  },
  {
    id: "PAT-3",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-3",
    reads: ["workload.primary", "workload.secondary", "workload.truth"],
    facts: [],
    test: ({ workload, shapes }) =>
      and(truth(workload.primary || workload.secondary ? shapes.includes("key_value") : null), is(workload.truth, "rebuildable_copy")),
  },
  {
    id: "PAT-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-4; W-06",
    reads: ["workload.primary", "workload.secondary", ...READS.writes],
    facts: [],
    // Above the mark W-06 speaks.
    test: ({ workload, shapes, y3 }) =>
      and(truth(workload.primary || workload.secondary ? shapes.includes("time_series") : null), not(above(y3.writes_s, 50_000))),
    params: ({ y3 }) => ({ rate: y3.writes_s ?? 0, band: (y3.writes_s ?? 0) >= 5_000 ? "middle" : "low" }),
  },
  {
    id: "PAT-5",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-5; W-07",
    reads: ["workload.search_features"],
    facts: [],
    test: ({ workload }) =>
      and(
        has(workload.search_features, "keyword", "fuzzy"),
        not(has(workload.search_features, "facets", "relevance", "highlighting", "semantic")),
      ),
  },
  {
    id: "PAT-6",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "PAT-6; W-05; correction E-23",
    reads: ["workload.max_hops"],
    facts: [],
    test: ({ workload }) => and(atLeast(workload.max_hops, 1), not(above(workload.max_hops, 2))),
    params: ({ workload }) => ({ hops: workload.max_hops ?? 0 }),
  },
];
