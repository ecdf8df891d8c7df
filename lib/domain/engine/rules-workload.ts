import type { Facts } from "./facts";
import { type Need, READS } from "./need";
import type { Rule } from "./rule";
import { isDocumentEngine, isFastTimeSeries, suitsTimeSeries } from "./traits";
import { above, and, atLeast, has, is, not, or, type Tri, truth } from "./tri";

/** Question 1, the shape of the data. Read top to bottom: first what removes, then what moves points. */
export const WORKLOAD_RULES: readonly Rule[] = [
  {
    id: "W-01",
    step: "workload",
    effect: "ELIM",
    strength: "rule_of_thumb",
    source: "W-01; guide step 1",
    reads: ["workload.primary"],
    facts: ["workload_fit"],
    test: (need, system) => is(primaryFit(need, system), "unfit"),
    params: (need, system) => ({ shape: need.workload.primary ?? "", reason: primaryReason(need, system) }),
    fact: (need, system) => ({ field: `workload_fit.${need.workload.primary}`, value: primaryFit(need, system) ?? null }),
  },
  {
    id: "W-03",
    step: "workload",
    effect: "ELIM",
    strength: "rule_of_thumb",
    source: "W-03; guide step 1",
    reads: ["workload.entities_related", "workload.joins_needed"],
    facts: ["workload_fit"],
    test: (need, system) => and(needsJoins(need), is(system.fit.relational, "unfit")),
    params: (_, system) => ({ reason: system.fitReasons.relational ?? "" }),
    fact: relationalFact,
  },
  {
    id: "W-10",
    step: "workload",
    effect: "ELIM",
    strength: "fact",
    source: "W-10",
    reads: ["workload.embedded_only"],
    facts: ["deployment.modes"],
    test: (need, system) => and(is(need.workload.embedded_only, "yes"), not(has(system.modes, "embedded"))),
    fact: (_, system) => ({ field: "deployment.modes", value: system.modes }),
  },
  {
    id: "W-02",
    step: "workload",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "W-02",
    reads: ["workload.primary"],
    facts: ["workload_fit"],
    points: 3,
    test: (need, system) => is(primaryFit(need, system), "native"),
    params: (need, system) => ({ shape: need.workload.primary ?? "", reason: primaryReason(need, system) }),
  },
  {
    id: "W-02b",
    step: "workload",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "W-02",
    reads: ["workload.primary"],
    facts: ["workload_fit"],
    points: 2,
    test: (need, system) => is(primaryFit(need, system), "good"),
    params: (need, system) => ({ shape: need.workload.primary ?? "", reason: primaryReason(need, system) }),
  },
  {
    id: "W-02c",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-02",
    reads: ["workload.primary"],
    facts: ["workload_fit"],
    points: 1,
    test: (need, system) => is(primaryFit(need, system), "possible"),
    params: (need, system) => ({ shape: need.workload.primary ?? "", reason: primaryReason(need, system) }),
  },
  {
    id: "W-03b",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-03",
    reads: ["workload.entities_related", "workload.joins_needed"],
    facts: ["workload_fit"],
    points: 2,
    test: (need, system) => and(needsJoins(need), is(system.fit.relational, "possible")),
    params: (_, system) => ({ reason: system.fitReasons.relational ?? "" }),
    fact: relationalFact,
  },
  {
    id: "W-04",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-04",
    reads: ["workload.shape_variation_pct"],
    facts: ["workload_fit"],
    points: 2,
    test: (need, system) => and(not(atLeast(need.workload.shape_variation_pct, 20)), isDocumentEngine(system)),
    params: (need) => ({ pct: need.workload.shape_variation_pct ?? 0 }),
    thresholds: () => [{ path: "workload.shape_variation_pct", at: 20 }],
  },
  {
    id: "W-04b",
    step: "workload",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "W-04",
    reads: ["workload.shape_variation_pct", "workload.whole_record_reads_pct", "workload.joins_needed"],
    facts: ["workload_fit"],
    points: 2,
    test: ({ workload }, system) =>
      and(
        above(workload.shape_variation_pct, 50),
        atLeast(workload.whole_record_reads_pct, 70),
        is(workload.joins_needed, "no"),
        isDocumentEngine(system),
      ),
    params: (need) => ({ pct: need.workload.shape_variation_pct ?? 0 }),
    thresholds: () => [
      { path: "workload.shape_variation_pct", at: 50 },
      { path: "workload.whole_record_reads_pct", at: 70 },
    ],
  },
  {
    id: "W-05",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-05; correction E-23",
    reads: ["workload.max_hops", "workload.edges_millions"],
    facts: ["workload_fit"],
    points: 2,
    test: ({ workload }, system) =>
      and(
        or(not(above(workload.max_hops, 2)), not(atLeast(workload.edges_millions, 1))),
        is(system.fit.graph, "native"),
        not(is(system.fit.relational, "native")),
      ),
    thresholds: () => [
      { path: "workload.max_hops", at: 2 },
      { path: "workload.edges_millions", at: 1 },
    ],
  },
  {
    id: "W-06",
    step: "workload",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "W-06; corrections E-13 to E-15",
    reads: ["workload.primary", ...READS.writes],
    facts: ["workload_fit", "scale.single_node_writes_per_s"],
    points: 2,
    test: (need, system) => and(isFastTimeSeries(need), suitsTimeSeries(system), atLeast(system.writesMax, 3 * (need.y3.writes_s ?? 0))),
    params: rateParams,
    thresholds: () => [{ path: "scale.y3.writes_s", at: 50_000 }],
  },
  {
    id: "W-06b",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-06; corrections E-13 to E-15",
    reads: ["workload.primary", ...READS.writes],
    facts: ["workload_fit", "scale.single_node_writes_per_s"],
    points: 2,
    test: (need, system) => and(isFastTimeSeries(need), above(need.y3.writes_s, system.writesMax)),
    params: rateParams,
    thresholds: (system) => [{ path: "scale.y3.writes_s", at: system.writesMax }],
  },
  {
    id: "W-13",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-13",
    reads: ["workload.secondary"],
    facts: ["workload_fit"],
    points: (need, system) => 2 * secondaryFits(need, system, "unfit"),
    test: (need, system) => and(secondaryGiven(need), truth(secondaryFits(need, system, "unfit") > 0)),
    params: (need, system) => ({ n: secondaryFits(need, system, "unfit") }),
  },
  {
    id: "W-13b",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "W-13",
    reads: ["workload.secondary"],
    facts: ["workload_fit"],
    points: (need, system) => secondaryFits(need, system, "possible"),
    test: (need, system) => and(secondaryGiven(need), truth(secondaryFits(need, system, "possible") > 0)),
    params: (need, system) => ({ n: secondaryFits(need, system, "possible") }),
  },
];

function primaryFit(need: Need, system: Facts) {
  return need.workload.primary && system.fit[need.workload.primary];
}

function primaryReason(need: Need, system: Facts): string {
  return (need.workload.primary && system.fitReasons[need.workload.primary]) ?? "";
}

function relationalFact(_: Need, system: Facts) {
  return { field: "workload_fit.relational", value: system.fit.relational ?? null };
}

function needsJoins({ workload }: Need): Tri {
  return and(is(workload.entities_related, "yes"), is(workload.joins_needed, "yes"));
}

function rateParams(need: Need, system: Facts) {
  return { rate: need.y3.writes_s ?? 0, max: system.writesMax ?? 0 };
}

function secondaryGiven(need: Need): Tri {
  return need.workload.secondary ? "yes" : "unknown";
}

function secondaryFits(need: Need, system: Facts, fit: "unfit" | "possible"): number {
  return (need.workload.secondary ?? []).filter((shape) => system.fit[shape] === fit).length;
}
