import type { Facts } from "./facts";
import { family, isSelfHosting, type Need, READS } from "./need";
import type { Rule } from "./rule";
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
  {
    id: "SEC-05",
    step: "workload",
    effect: "DEMOTE",
    strength: "fact",
    source: "SEC-05; correction E-32",
    reads: [],
    facts: ["transactions", "loss_window", "workload_fit"],
    points: 2,
    test: (_, system) => isMonitoring(system),
  },
  {
    id: "SEC-05b",
    step: "workload",
    effect: "COND",
    strength: "fact",
    source: "SEC-05; correction E-32",
    reads: [],
    facts: ["transactions", "loss_window", "workload_fit"],
    test: (_, system) => isMonitoring(system),
    fact: (_, system) => ({ field: "loss_window", value: system.lossWindow }),
  },
  {
    id: "O-11",
    step: "workload",
    effect: "COND",
    strength: "fact",
    source: "O-11; correction E-55",
    reads: ["workload.app_hosts"],
    facts: ["deployment.modes"],
    test: (need, system) => and(is(need.workload.app_hosts, "one"), isLibraryOnly(system)),
    fact: (_, system) => ({ field: "deployment.modes", value: system.modes }),
  },
  {
    id: "O-12",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-12",
    reads: ["ops.hosting", "workload.app_hosts"],
    facts: ["deployment.modes"],
    points: 3,
    test: (need, system) =>
      and(or(is(need.ops.hosting, "managed_only", "prefer_managed"), is(need.workload.app_hosts, "many")), isLibraryOnly(system)),
  },
  {
    id: "O-12b",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-12",
    reads: ["workload.primary", "workload.embedded_only", "frame.distribution"],
    facts: ["deployment.modes"],
    points: 2,
    test: ({ workload, frame }, system) =>
      and(
        is(workload.primary, "olap", "key_value"),
        truth(workload.embedded_only !== "yes" && frame.distribution !== "client_device"),
        isLibraryOnly(system),
      ),
  },
  {
    id: "O-09",
    step: "ops",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "O-09; BP-7",
    reads: READS.stores,
    facts: ["engine_families"],
    points: 2,
    test: (need, system) => and(storesGiven(need), truth(storesWith(need, system) === 3 && isNewStore(need, system))),
    params: (need, system) => ({ n: storesWith(need, system) }),
  },
  {
    id: "O-09b",
    step: "ops",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "O-09; BP-7",
    reads: READS.stores,
    facts: ["engine_families"],
    points: 4,
    test: (need, system) => and(storesGiven(need), truth(storesWith(need, system) > 3 && isNewStore(need, system))),
    params: (need, system) => ({ n: storesWith(need, system) }),
  },
];

/** Only library or embedded modes: a file or memory inside one process. Unknown without known modes. */
export function isLibraryOnly(system: Facts): Tri {
  if (!system.modes) return "unknown";
  return truth(system.modes.every((mode) => mode === "embedded" || mode === "library"));
}

/** A store built for documents rather than one that also keeps them. */
export function isDocumentEngine(system: Facts): Tri {
  return and(is(system.fit.document, "native"), not(is(system.fit.relational, "native", "good")));
}

/** Time series above 50,000 rows a second, where dedicated stores become eligible (W-06). */
export function isFastTimeSeries(need: Need): Tri {
  return and(is(need.workload.primary, "time_series"), above(need.y3.writes_s, 50_000));
}

/** Native or good at time series. */
export function suitsTimeSeries(system: Facts): Tri {
  return is(system.fit.time_series, "native", "good");
}

/** Whether this candidate would be one more store beside those that run. */
export function isNewStore(need: Need, system: Facts): boolean {
  return !need.stores.has(family(system.family));
}

/** Whether the system is sharded or distributed in every form it comes in; one node of MongoDB is not a cluster. */
export function needsCluster(system: Facts): Tri {
  return and(is(system.writeScaling, "sharded", "distributed"), not(has(system.modes, "single server")));
}

/** Self-hosted for certain: the team said so, or nobody offers it as a service. */
export function runsByTeam(need: Need, system: Facts): Tri {
  return or(isSelfHosting(need), truth(system.managedClouds && system.managedClouds.length === 0 && system.onPrem === true));
}

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

function isMonitoring(system: Facts): Tri {
  return and(is(system.fit.time_series, "native"), is(system.transactions, "none"), is(system.lossWindow, "seconds"));
}

function storesGiven(need: Need): Tri {
  return need.stores.size > 0 || need.ops.current_stores ? "yes" : "unknown";
}

function storesWith(need: Need, system: Facts): number {
  return need.stores.size + (isNewStore(need, system) ? 1 : 0);
}
