import type { WorksheetRule } from "./rule";
import { isPostgres } from "./traits";
import { and, atLeast, is, not, or, truth } from "./tri";

/** The eight checks on how the decision was made. Each speaks only where an answer says that it was not met. */
export const BEST_PRACTICE_RULES: readonly WorksheetRule[] = [
  {
    id: "BP-1",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-1; G-06",
    reads: ["scale.evidence"],
    facts: ["engine_families"],
    // Another leader without a figure is fine where a rule took PostgreSQL out.
    test: (need, lead) => and(need.isUnmeasured, lead ? truth(!isPostgres(lead.facts) && !lead.isDefaultOut) : "no"),
  },
  {
    id: "BP-2",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-2",
    reads: ["process.top_queries_written"],
    facts: [],
    test: (need) => not(atLeast(need.process.top_queries_written, 10)),
    params: (need) => ({ n: need.process.top_queries_written ?? 0 }),
  },
  {
    id: "BP-3",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-3",
    reads: ["process.exit_plan"],
    facts: ["exit_path"],
    test: (need, lead) => and(truth(lead !== null), is(need.process.exit_plan, "no")),
  },
  {
    id: "BP-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "BP-4; correction E-48",
    reads: ["ops.team_size", "ops.hosting", "ops.residency"],
    facts: [],
    test: ({ ops }) =>
      and(
        truth(ops.team_size === undefined ? null : ops.team_size <= 5),
        is(ops.hosting, "self_host_only"),
        truth(ops.residency !== "self_host_mandatory"),
      ),
    params: ({ ops }) => ({ n: ops.team_size ?? 0 }),
  },
  {
    id: "BP-5",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-5; correction E-53",
    reads: ["process.benchmark"],
    facts: ["engine_families", "operations.self_host_difficulty"],
    test: (need, lead) =>
      and(
        is(need.process.benchmark, "none", "vendor"),
        lead ? or(truth(!isPostgres(lead.facts)), atLeast(lead.facts.difficulty, 4)) : "no",
      ),
  },
  {
    id: "BP-6",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-6; P-07",
    reads: ["cost.components"],
    facts: [],
    // Below four P-07 speaks already.
    test: ({ cost }) => truth(cost.components && [4, 5].includes(new Set(cost.components).size)),
    params: ({ cost }) => ({ n: new Set(cost.components).size }),
  },
  {
    id: "BP-7",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-7; O-09",
    reads: ["ops.current_stores", "frame.incumbent"],
    facts: ["engine_families"],
    test: (need, lead) => (lead ? truth(need.stores.size >= 3 && !need.stores.has(lead.facts.family)) : "no"),
    params: (need) => ({ n: need.stores.size }),
  },
  {
    id: "BP-8",
    effect: "WARN",
    strength: "house_rule",
    source: "BP-8",
    reads: ["process.adr", "process.filled_by"],
    facts: [],
    test: ({ process }) => or(is(process.adr, "no"), not(atLeast(process.filled_by, 2))),
  },
];
