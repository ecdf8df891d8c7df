import type { Facts } from "./facts";
import { family, hasProduction, type Need } from "./need";
import type { Rule } from "./rule";
import { needsLocalCopy, othersRunIt } from "./traits";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** The frame's points: the organisation's own standard outranks ours (G-06). */
export const FRAME_SOFT_RULES: readonly Rule[] = [
  {
    id: "F-03",
    step: "frame",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "F-03",
    reads: ["frame.distribution"],
    facts: ["operations.self_host_difficulty"],
    points: 1,
    test: (need, system) => and(othersRunIt(need), not(above(system.difficulty, 2))),
  },
  {
    id: "F-03b",
    step: "frame",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "F-03",
    reads: ["frame.distribution"],
    facts: ["operations.self_host_difficulty"],
    points: 2,
    test: (need, system) => and(othersRunIt(need), atLeast(system.difficulty, 4)),
  },
  {
    id: "F-04b",
    step: "frame",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "F-04",
    reads: ["frame.distribution"],
    facts: ["licence.free_to_self_host"],
    points: 3,
    test: (need, system) => and(othersRunIt(need), is(system.freeToSelfHost, false)),
    params: licenceParams,
  },
  {
    id: "F-07",
    step: "frame",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "F-07",
    reads: ["frame.incumbent", "frame.end_of_support"],
    facts: ["engine_families"],
    points: 2,
    test: (need, system) => and(isIncumbent(need, system), not(isSupportEnding(need))),
  },
  {
    id: "F-08",
    step: "frame",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "F-08",
    reads: ["frame.estate_standard"],
    facts: ["engine_families"],
    points: 3,
    test: (need, system) => inSet(need.estate, system),
  },
  {
    id: "F-08b",
    step: "frame",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "F-08",
    reads: ["frame.estate_standard"],
    facts: ["engine_families"],
    points: 1,
    test: (need, system) => and(truth(need.estate && need.estate.size > 0), not(inSet(need.estate, system))),
  },
  {
    id: "F-10",
    step: "frame",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "F-10",
    reads: ["frame.must_support_engines"],
    facts: ["engine_families"],
    points: 3,
    test: (need, system) => inSet(need.mustSupport, system),
  },
  {
    id: "F-10b",
    step: "frame",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "F-10",
    reads: ["frame.must_support_engines"],
    facts: ["engine_families"],
    points: 2,
    test: (need, system) => and(truth(need.mustSupport && need.mustSupport.size > 0), not(inSet(need.mustSupport, system))),
  },
  {
    id: "F-12",
    step: "frame",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "F-12",
    reads: ["frame.first_release_weeks", "frame.estate_standard", "ops.experience"],
    facts: ["engine_families"],
    points: 2,
    test: (need, system) =>
      and(not(above(need.frame.first_release_weeks, 8)), or(inSet(need.estate, system), hasProduction(need, system.family))),
    params: (need) => ({ weeks: need.frame.first_release_weeks ?? 0 }),
    thresholds: () => [{ path: "frame.first_release_weeks", at: 8 }],
  },
  {
    id: "F-13b",
    step: "frame",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "F-13",
    reads: ["frame.local_parity"],
    facts: ["deployment.on_prem"],
    points: 2,
    test: needsLocalCopy,
  },
];

/** F-14: support of the incumbent ends within 18 months of today, or the date has passed; unknown without a date or a today. */
export function isSupportEnding({ frame, today }: Need): Tri {
  if (!frame.end_of_support) return "no";
  if (!today) return "yes";
  return truth(frame.end_of_support <= monthsLater(today, 18));
}

function monthsLater(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.slice(0, 10).split("-").map(Number);
  const total = year * 12 + (month - 1) + months;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(day)}`;
}

function isIncumbent(need: Need, system: Facts): Tri {
  if (!need.frame.incumbent) return "unknown";
  return truth(need.incumbent === family(system.family));
}

function inSet(families: ReadonlySet<string> | null, system: Facts): Tri {
  return truth(families?.has(system.family));
}

function licenceParams(_: Need, system: Facts) {
  return { licence: system.licence };
}
