import type { Facts } from "./facts";
import { hasProduction, type Need } from "./need";
import type { Rule } from "./rule";
import { and, is, type Tri, truth } from "./tri";

/** Points that follow from how well known and how well documented a system is. */
export const ORDER_RULES: readonly Rule[] = [
  {
    id: "G-12",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "G-12",
    reads: ["ops.experience"],
    facts: ["skills_commonness"],
    points: 2,
    test: (need, system) => and(notRunHere(need, system), is(system.commonness, 1)),
    fact: skillsFact,
  },
  {
    id: "G-12b",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "G-12",
    reads: ["ops.experience"],
    facts: ["skills_commonness"],
    points: 1,
    test: (need, system) => and(notRunHere(need, system), is(system.commonness, 2)),
    fact: skillsFact,
  },
  {
    id: "G-12c",
    step: "ops",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "G-12",
    reads: ["ops.experience"],
    facts: ["confidence"],
    points: 1,
    test: (need, system) => and(notRunHere(need, system), is(system.confidence, "low")),
    fact: (_, system) => ({ field: "confidence", value: system.confidence }),
  },
  {
    id: "G-13",
    step: "workload",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "G-03; G-13",
    reads: ["workload.primary"],
    facts: ["kind"],
    points: 3,
    test: (need, system) => and(truth(need.workload.primary !== "object"), is(system.kind, "format/storage", "query layer")),
    fact: (_, system) => ({ field: "kind", value: system.kind }),
  },
];

function notRunHere(need: Need, system: Facts): Tri {
  return truth(hasProduction(need, system.family) !== "yes");
}

function skillsFact(_: Need, system: Facts) {
  return { field: "skills_commonness", value: system.commonness };
}
