import { BIG_BANG_GB, copyMinutes, fitOf, fittingWays, isLeaving } from "./migration-ways";
import { family, type Need } from "./need";
import type { Lead, WorksheetRule } from "./rule";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

const BIG_BANG_READS = ["frame.incumbent", "migration.data_gb", "migration.copy_gb_per_min", "migration.downtime_ok_min"];
const LOG_READS = [...BIG_BANG_READS, "migration.log_available"];
const SLICES_READS = ["frame.incumbent", "migration.feature_slices", "migration.legacy_unknowns", "migration.months"];
const DUAL_READS = ["frame.incumbent", "migration.app_changeable", "migration.log_available"];

/** How to move, where the leader is not what runs today. Read top to bottom: first when to use each way, then what all need. */
export const MIGRATION_RULES: readonly WorksheetRule[] = [
  {
    id: "MIG-1",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-1",
    reads: BIG_BANG_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), fitOf("big_bang", need.migration)),
    params: ({ migration }) => ({ minutes: Math.ceil(copyMinutes(migration) ?? 0), window: migration.downtime_ok_min ?? 0 }),
  },
  {
    id: "MIG-1b",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-1; correction E-49",
    reads: BIG_BANG_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), or(above(need.migration.data_gb, BIG_BANG_GB), is(need.migration.downtime_ok_min, 0))),
  },
  {
    id: "MIG-3",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-3",
    reads: LOG_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), fitOf("capture", need.migration)),
  },
  {
    id: "MIG-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-4",
    reads: SLICES_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), fitOf("slices", need.migration)),
  },
  {
    id: "MIG-2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-2; correction E-50",
    reads: DUAL_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), fitOf("dual_write", need.migration)),
  },
  {
    id: "MIG-G1",
    effect: "WARN",
    strength: "house_rule",
    source: "MIG-G1; correction E-50",
    reads: [...new Set([...LOG_READS, ...SLICES_READS, ...DUAL_READS])],
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), truth(fittingWays(need.migration).length > 1)),
    params: ({ migration }) => ({ way: fittingWays(migration)[0] ?? "" }),
  },
  {
    id: "MIG-G2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-G2; correction E-49",
    reads: ["frame.incumbent", "migration.rollback_min"],
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), atLeast(need.migration.rollback_min, 0)),
    params: ({ migration }) => ({ minutes: migration.rollback_min ?? 0, pace: (migration.rollback_min ?? 0) > 5 ? "slow" : "fast" }),
  },
  {
    id: "MIG-G3",
    effect: "WARN",
    strength: "fact",
    source: "MIG-G3; corrections E-51, E-52",
    reads: LOG_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), fitOf("capture", need.migration)),
  },
  {
    id: "MIG-G4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-G4",
    reads: ["frame.incumbent", "migration.months", "migration.data_gb"],
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), not(atLeast(need.migration.months, 3)), atLeast(need.migration.data_gb, 100)),
    params: ({ migration }) => ({ months: migration.months ?? 0 }),
  },
];

/** The leader is of another family than what runs today. A service with several engines leaves it open. */
function isMoving({ frame, incumbent }: Need, lead: Lead): Tri {
  if (!lead) return "unknown";
  return isLeaving({ incumbent: frame.incumbent, from: incumbent, to: family(lead.facts.family), hosting: lead.hosting });
}
