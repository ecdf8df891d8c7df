import type { WorksheetRule } from "./rule";
import { needsCluster } from "./traits";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** What happened to others, told where the same ground is trodden. Composite stories: their figures are no measurements. */
export const INCIDENT_RULES: readonly WorksheetRule[] = [
  {
    id: "INC-2",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "INC-2",
    reads: ["scale.y1.users", "scale.evidence"],
    facts: ["workload_fit", "scale.write_scaling", "deployment.modes"],
    test: (need, lead) =>
      lead
        ? and(
            or(is(lead.facts.fit.wide_column, "native"), needsCluster(lead.facts)),
            or(not(above(need.scale.y1?.users, 10_000)), is(need.scale.evidence, "none")),
          )
        : "no",
  },
  {
    id: "INC-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "INC-4; correction E-39",
    reads: ["process.exit_plan"],
    facts: ["lock_in"],
    test: (need, lead) => and(atLeast(lead?.facts.lockIn, 7), is(need.process.exit_plan, "no")),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0 }),
  },
  {
    id: "INC-5",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "INC-5; C-11",
    reads: ["consistency.values_compared"],
    facts: ["consistency.fresh_reads_default"],
    test: (need, lead) => and(is(lead?.facts.freshDefault, "no"), is(need.consistency.values_compared, "yes")),
  },
  {
    id: "ANTI-04",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-04",
    reads: ["process.exit_plan", "process.proprietary"],
    facts: ["lock_in"],
    test: (need, lead) => and(atLeast(lead?.facts.lockIn, 7), or(is(need.process.exit_plan, "no"), isEmpty(need.process.proprietary))),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0 }),
  },
  {
    id: "ANTI-08",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-08; BP-7",
    reads: ["ops.current_stores", "frame.incumbent"],
    facts: ["engine_families"],
    test: (need, lead) =>
      lead ? truth(need.stores.size >= 3 && need.stores.size + (need.stores.has(lead.facts.family) ? 0 : 1) > 3) : "no",
    params: (need, lead) => ({ n: need.stores.size + (lead && !need.stores.has(lead.facts.family) ? 1 : 0) }),
  },
];

/** A list that was answered with nothing; unknown where nobody answered. */
function isEmpty(list: readonly unknown[] | undefined): Tri {
  return truth(list && list.length === 0);
}
