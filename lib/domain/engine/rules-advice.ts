import { COMPANION_RULES } from "./companions";
import { isSelfHosting, type Need, READS } from "./need";
import type { WorksheetRule } from "./rule";
import { and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** A node for which per-request prices are compared, and the price of a million on-demand writes, in USD (P-04, E-41). */
const NODE_USD_MONTH = 47;
const MILLION_WRITES_USD = 0.625;
const DAYS_A_MONTH = 30;
const PETABYTE_GB = 1_000_000;
const TICKS_A_SECOND = 1_000_000;
const HOURS_A_MONTH = 4;

/** What to expect of hosting, money at scale, second stores, and shapes that the six patterns leave out. */
export const ADVICE_RULES: readonly WorksheetRule[] = [
  {
    id: "W-12",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "W-12",
    reads: ["workload.primary", "frame.must_have_features", ...READS.data, ...READS.writes],
    facts: [],
    test: (need) => truth(need.workload.primary || need.frame.must_have_features ? specialty(need) !== null : null),
    params: (need) => ({ kind: specialty(need) ?? "" }),
  },
  {
    id: "SEC-03",
    effect: "WARN",
    strength: "house_rule",
    source: "SEC-03; SEC-04",
    reads: [...new Set([...COMPANION_RULES.flatMap((rule) => rule.reads), ...READS.writes])],
    facts: ["workload_fit"],
    test: (need, lead) =>
      lead ? or(...COMPANION_RULES.map((rule) => and(rule.needed(need), not(is(lead.facts.fit[rule.shape], "native"))))) : "no",
  },
  {
    id: "SEC-06",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "SEC-06",
    reads: ["workload.primary", "workload.secondary"],
    facts: [],
    test: ({ workload, shapes }) => truth(workload.primary || workload.secondary ? isLake(shapes) : null),
  },
  {
    id: "HOST-04",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "HOST-04; figures of the guide, without a source",
    reads: ["ops.hosting", "ops.residency", "cost.engineer_hour_usd"],
    facts: [],
    test: isSelfHosting,
    params: ({ cost }) => ({
      low: HOURS_A_MONTH * (cost.engineer_hour_usd ?? 150),
      high: HOURS_A_MONTH * (cost.engineer_hour_usd ?? 300),
      same: cost.engineer_hour_usd === undefined ? "no" : "yes",
    }),
  },
  {
    id: "HOST-05",
    effect: "WARN",
    strength: "fact",
    source: "HOST-05; correction E-36",
    reads: ["ops.hosting", "ops.extensions", "frame.must_have_features"],
    facts: ["extensions"],
    test: ({ ops, frame }) => and(isManaged(ops), or(atLeast(ops.extensions?.length, 1), atLeast(frame.must_have_features?.length, 1))),
  },
  {
    id: "HOST-06",
    effect: "WARN",
    strength: "fact",
    source: "HOST-06; correction E-29",
    reads: ["frame.rto_s", "frame.availability_target_pct"],
    facts: ["operations.failover_s"],
    test: ({ frame }, lead) =>
      and(truth(lead?.hosting.includes("amazon-rds") ?? false), or(atLeast(frame.rto_s, 0), atLeast(frame.availability_target_pct, 0))),
  },
  {
    id: "HOST-07",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "HOST-07",
    reads: ["frame.local_parity", "ops.hosting"],
    facts: ["deployment.on_prem"],
    test: ({ frame, ops }, lead) => and(is(frame.local_parity, "yes"), isManaged(ops), is(lead?.facts.onPrem, true)),
  },
  {
    id: "P-04",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "P-04; corrections E-41, E-42",
    reads: ["cost.requests_day", "workload.read_pct", "workload.primary"],
    facts: [],
    test: (need) => and(atLeast(need.cost.requests_day, 1), is(need.workload.primary, "key_value")),
    params: (need) => ({ writes: writesPerDay(need), even: breakEvenWritesPerDay(NODE_USD_MONTH), side: sideOf(need) }),
  },
  {
    id: "P-10",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "P-10; correction E-46",
    reads: READS.data,
    facts: [],
    test: (need) => atLeast(need.y3.data_gb, 10_000),
    params: (need) => ({ tb: Math.round((need.y3.data_gb ?? 0) / 1_000) }),
  },
];

/**
 * Writes a day at which a node of this price per month costs as much as on-demand writes: price / 0.625 per million, over 30
 * days, rounded to 100,000 (P-04). 0 for a node that costs nothing. `breakEvenWritesPerDay(47)` is 2,500,000.
 */
export function breakEvenWritesPerDay(nodeUsdMonth: number): number {
  const perDay = (nodeUsdMonth / MILLION_WRITES_USD / DAYS_A_MONTH) * 1_000_000;
  return Math.round(perDay / 100_000) * 100_000;
}

/** Which exotic shape the answers describe, or null. */
function specialty({ workload, frame, y3 }: Need): "warehouse" | "ticks" | "geo" | null {
  if (workload.primary === "olap" && (y3.data_gb ?? 0) >= PETABYTE_GB) return "warehouse";
  if (workload.primary === "time_series" && (y3.writes_s ?? 0) >= TICKS_A_SECOND) return "ticks";
  return frame.must_have_features?.some((feature) => /\bgeo|spatial|\bgis\b|postgis/iu.test(feature)) ? "geo" : null;
}

/** Analytics over files, or files beside analytics: where a table format is a choice of its own. */
function isLake(shapes: Need["shapes"]): boolean {
  return shapes.includes("olap") && shapes.includes("object");
}

function isManaged({ hosting }: Need["ops"]): Tri {
  return is(hosting, "managed_only", "prefer_managed");
}

/** Requests that write; all of them where the share of reads is open, which is the dearer assumption. */
function writesPerDay({ cost, workload }: Need): number {
  return Math.round(((cost.requests_day ?? 0) * (100 - (workload.read_pct ?? 0))) / 100);
}

function sideOf(need: Need): "below" | "above" {
  return writesPerDay(need) <= breakEvenWritesPerDay(NODE_USD_MONTH) ? "below" : "above";
}
