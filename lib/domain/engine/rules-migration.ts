import { family, type Need } from "./need";
import type { Lead, WorksheetRule } from "./rule";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** Above this a copy and its checks seldom fit a window, "about 1 TB". */
const BIG_BANG_GB = 1_000;
/** A window that counts as "near zero". */
const SHORT_WINDOW_MIN = 60;
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
    test: (need, lead) => and(isMoving(need, lead), fitsWindow(need)),
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
    test: (need, lead) => and(isMoving(need, lead), suitsCapture(need)),
  },
  {
    id: "MIG-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-4",
    reads: SLICES_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), suitsSlices(need)),
  },
  {
    id: "MIG-2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "MIG-2; correction E-50",
    reads: DUAL_READS,
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), suitsDualWrite(need)),
  },
  {
    id: "MIG-G1",
    effect: "WARN",
    strength: "house_rule",
    source: "MIG-G1; correction E-50",
    reads: [...new Set([...LOG_READS, ...SLICES_READS, ...DUAL_READS])],
    facts: ["engine_families"],
    test: (need, lead) => and(isMoving(need, lead), truth(fittingWays(need).length > 1)),
    params: (need) => ({ way: fittingWays(need)[0] ?? "" }),
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
    test: (need, lead) => and(isMoving(need, lead), suitsCapture(need)),
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

type Migration = Need["migration"];

/** The leader is of another family than what runs today. A service with several engines leaves it open. */
function isMoving({ frame, incumbent }: Need, lead: Lead): Tri {
  if (!lead || frame.incumbent === undefined) return "unknown";
  if (frame.incumbent === "none") return "no";
  if (frame.incumbent === "custom") return "yes";
  const isSeveral = lead.hosting.includes(frame.incumbent) && incumbent === frame.incumbent;
  return isSeveral ? "unknown" : truth(incumbent !== family(lead.facts.family));
}

/** Minutes to copy the data once, or undefined where size or pace is open. */
function copyMinutes({ data_gb, copy_gb_per_min }: Migration): number | undefined {
  if (data_gb === undefined || copy_gb_per_min === undefined || copy_gb_per_min === 0) return undefined;
  return data_gb / copy_gb_per_min;
}

/** Copy plus two validations within the window; a validation reads everything once, so it is taken to last as long as the copy. */
function fitsWindow({ migration }: Need): Tri {
  const minutes = copyMinutes(migration);
  return and(atLeast(migration.downtime_ok_min, minutes && minutes * 3), not(above(migration.data_gb, BIG_BANG_GB)));
}

function suitsCapture(need: Need): Tri {
  const isShort = not(above(need.migration.downtime_ok_min, SHORT_WINDOW_MIN));
  return and(is(need.migration.log_available, "yes"), or(isShort, not(fitsWindow(need))));
}

function suitsSlices({ migration }: Need): Tri {
  return and(is(migration.feature_slices, "yes"), or(is(migration.legacy_unknowns, "yes"), atLeast(migration.months, 6)));
}

function suitsDualWrite({ migration }: Need): Tri {
  return and(is(migration.app_changeable, "yes"), is(migration.log_available, "no"));
}

/** Ways that fit, in the order of preference of MIG-G1. */
function fittingWays(need: Need): string[] {
  const ways: [string, Tri][] = [
    ["big_bang", fitsWindow(need)],
    ["capture", suitsCapture(need)],
    ["slices", suitsSlices(need)],
    ["dual_write", suitsDualWrite(need)],
  ];
  return ways.filter(([, fits]) => fits === "yes").map(([way]) => way);
}
