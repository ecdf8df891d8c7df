import { findSystem } from "../catalogue/catalogue";
import { type Need, READS } from "./need";
import type { WorksheetRule } from "./rule";
import { above, and, atLeast, has, is, not, or, truth } from "./tri";

/** Warnings and questions about the whole worksheet or its leading candidate. They never remove anything. */
export const WORKSHEET_RULES: readonly WorksheetRule[] = [
  {
    id: "C-05",
    effect: "ASK",
    strength: "rule_of_thumb",
    source: "C-05",
    reads: ["consistency.ops", "consistency.level", "consistency.atomic", "consistency.fresh_reads"],
    facts: [],
    asks: "consistency.atomic",
    test: (need) =>
      and(
        need.isCritical,
        or(
          is(need.consistency.level, "causal", "eventual"),
          is(need.consistency.atomic, "none", "one_record"),
          is(need.consistency.fresh_reads, "own_writes", "stale_ok"),
        ),
      ),
  },
  {
    id: "C-05b",
    effect: "WARN",
    strength: "fact",
    source: "C-05",
    reads: ["consistency.ops", "consistency.level", "consistency.row_locks"],
    facts: [],
    test: (need) =>
      and(
        need.isCritical,
        truth(need.level !== "serializable" && need.level !== "strict_serializable"),
        truth(need.consistency.row_locks !== "yes"),
      ),
  },
  {
    id: "C-10",
    effect: "WARN",
    strength: "fact",
    source: "C-10; correction E-12",
    reads: ["scale.regions", "scale.tried", "consistency.fresh_reads", "consistency.ops"],
    facts: [],
    test: (need) =>
      and(or(is(need.scale.regions, "multi_read"), has(need.scale.tried, "replicas")), is(need.freshReads, "always", "own_writes")),
  },
  {
    id: "S-03",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-03",
    reads: ["scale.regions", ...READS.data],
    facts: [],
    test: (need) => and(above(need.y3.data_gb, 5_000), is(need.scale.regions, "single")),
  },
  {
    id: "S-09",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-09",
    reads: ["scale.regions"],
    facts: [],
    test: (need) => is(need.scale.regions, "multi_read"),
  },
  {
    id: "S-10",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-10",
    reads: [...READS.largestTable, "workload.scan_rows_max"],
    facts: [],
    test: (need) => or(above(need.y3.largest_table_gb, 1_000), atLeast(need.workload.scan_rows_max, 100_000_000)),
  },
  {
    id: "S-11",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-11; CEIL-1",
    reads: ["scale.y3.hot_set_gb", "scale.y1.hot_set_gb", "scale.now.hot_set_gb", "scale.evidence"],
    facts: [],
    test: (need) => above(need.y3.hot_set_gb, 0),
    params: (need) => ({ gb: need.y3.hot_set_gb ?? 0, ram: Math.ceil((need.y3.hot_set_gb ?? 0) / 0.7) }),
  },
  {
    id: "S-12",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-12; correction E-15",
    reads: ["workload.read_pct", ...READS.writes],
    facts: [],
    test: (need) => and(not(above(need.workload.read_pct, 50)), not(atLeast(need.y3.writes_s, 10_000))),
    params: (need) => ({ rate: need.y3.writes_s ?? 0 }),
  },
  {
    id: "CEIL-3",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "CEIL-3",
    reads: ["scale.regions", "workload.p99_read_ms"],
    facts: [],
    test: (need) => and(is(need.scale.regions, "multi_read", "multi_write"), not(atLeast(need.workload.p99_read_ms, 150))),
    params: (need) => ({ ms: need.workload.p99_read_ms ?? 0 }),
  },
  {
    id: "W-11",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "W-11",
    reads: ["workload.event_use"],
    facts: [],
    test: (need) => is(need.workload.event_use, "job_queue"),
  },
  {
    id: "W-11c",
    effect: "ASK",
    strength: "rule_of_thumb",
    source: "W-11",
    reads: ["workload.primary", "workload.event_use"],
    facts: [],
    asks: "workload.event_use",
    test: (need) => and(is(need.workload.primary, "append_log", "time_series"), truth(need.workload.event_use === undefined)),
  },
  {
    id: "O-07",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "O-07",
    reads: ["ops.runbook_top3"],
    facts: ["failure_modes"],
    test: (need, lead) => and(truth(lead !== null), is(need.ops.runbook_top3, "no")),
  },
  {
    id: "O-08",
    effect: "WARN",
    strength: "fact",
    source: "O-08",
    reads: ["ops.restore_tested"],
    facts: [],
    test: (need) => is(need.ops.restore_tested, "no"),
  },
  {
    id: "HOST-03",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "HOST-03; correction E-48",
    reads: ["cost.managed_spend_month", "ops.db_experts"],
    facts: [],
    test: (need) => and(above(need.cost.managed_spend_month, 20_000), atLeast(need.ops.db_experts, 2)),
  },
  {
    id: "P-06",
    effect: "WARN",
    strength: "house_rule",
    source: "P-06",
    reads: ["cost.requests_day", "scale.now.reads_s", "scale.now.writes_s"],
    facts: [],
    test: ({ cost, scale }) =>
      truth(cost.requests_day !== undefined || scale.now?.reads_s !== undefined || scale.now?.writes_s !== undefined),
  },
  {
    id: "P-07",
    effect: "WARN",
    strength: "house_rule",
    source: "P-07; correction E-46",
    reads: ["cost.components"],
    facts: [],
    test: ({ cost }) => truth(cost.components && new Set(cost.components).size < 4),
    params: ({ cost }) => ({ n: new Set(cost.components).size }),
  },
  {
    id: "P-08",
    effect: "WARN",
    strength: "fact",
    source: "P-08; correction E-45",
    reads: ["cost.exit_tb"],
    facts: [],
    test: ({ cost }) => atLeast(cost.exit_tb, 1),
    params: ({ cost }) => ({ tb: cost.exit_tb ?? 0, usd: egressUsd(cost.exit_tb ?? 0) }),
  },
  {
    id: "P-09",
    effect: "WARN",
    strength: "fact",
    source: "P-09; correction E-56",
    reads: ["cost.traffic"],
    facts: ["hosts"],
    test: (need, lead) => and(is(need.cost.traffic, "spiky", "rare"), truth(lead?.hosting.includes("aurora-serverless-v2") ?? false)),
  },
  {
    id: "LK-02",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "LK-02; ANTI-04; INC-4",
    reads: ["process.exit_plan", "process.proprietary"],
    facts: ["lock_in"],
    test: (need, lead) =>
      and(
        atLeast(lead?.facts.lockIn, 7),
        or(is(need.process.exit_plan, "no"), truth(need.process.proprietary && need.process.proprietary.length === 0)),
      ),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0 }),
  },
  {
    id: "LK-03",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "LK-03",
    reads: ["process.proprietary"],
    facts: [],
    test: (need) => truth(need.process.proprietary && withoutEquivalent(need).length > 0),
    params: (need) => ({ features: withoutEquivalent(need).join(", ") }),
  },
  {
    id: "F-10c",
    effect: "WARN",
    strength: "house_rule",
    source: "F-10",
    reads: ["frame.must_support_engines"],
    facts: [],
    test: (need) => truth(need.mustSupport && need.mustSupport.size > 1),
    params: (need) => ({ n: need.mustSupport?.size ?? 0 }),
  },
  {
    id: "F-11",
    effect: "ASK",
    strength: "house_rule",
    source: "F-11",
    reads: ["frame.distribution"],
    facts: [],
    asks: "frame.distribution",
    test: (need) => is(need.frame.distribution, "several"),
  },
  {
    id: "F-12b",
    effect: "ASK",
    strength: "house_rule",
    source: "F-12",
    reads: ["frame.first_release_weeks"],
    facts: [],
    test: (need) => not(above(need.frame.first_release_weeks, 8)),
    params: (need) => ({ weeks: need.frame.first_release_weeks ?? 0 }),
  },
  {
    id: "F-14",
    effect: "WARN",
    strength: "fact",
    source: "F-14",
    reads: ["frame.incumbent", "frame.end_of_support"],
    facts: [],
    test: (need) => truth(need.frame.end_of_support !== undefined && need.incumbent !== null),
    params: (need) => ({
      incumbent: findSystem(need.incumbent ?? "")?.name ?? need.frame.incumbent ?? "",
      date: need.frame.end_of_support ?? "",
    }),
  },
  {
    id: "F-15",
    effect: "WARN",
    strength: "fact",
    source: "F-15",
    reads: ["frame.instances"],
    facts: [],
    test: (need) => is(need.frame.instances, "one", "one_per_application", "one_per_tenant"),
    params: (need) => ({ instances: need.frame.instances ?? "" }),
  },
  {
    id: "INC-3",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "INC-3; ANTI-08; correction E-33",
    reads: READS.stores,
    facts: [],
    test: (need) => truth(need.stores.size >= 4),
    params: (need) => ({ n: need.stores.size }),
  },
];

/** USD to move data out at list price, by the tiers 0.09, 0.085, 0.07, 0.05 per GB above 10, 50 and 150 TB (P-08). */
export function egressUsd(tb: number): number {
  const tiers: [upToTb: number, perGb: number][] = [
    [10, 0.09],
    [50, 0.085],
    [150, 0.07],
    [Number.POSITIVE_INFINITY, 0.05],
  ];
  let from = 0;
  let usd = 0;
  for (const [upTo, perGb] of tiers) {
    usd += Math.max(0, Math.min(tb, upTo) - from) * 1_000 * perGb;
    from = upTo;
  }
  return Math.round(usd);
}

function withoutEquivalent({ process }: Need): string[] {
  return (process.proprietary ?? []).filter((item) => !item.equivalent).map((item) => item.feature);
}
