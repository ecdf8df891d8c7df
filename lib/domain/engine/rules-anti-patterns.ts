import { experienceOf, type Need } from "./need";
import type { WorksheetRule } from "./rule";
import { isDocumentEngine, needsCluster } from "./traits";
import { above, and, atLeast, has, is, not, or, type Tri, truth } from "./tri";

/** The anti-patterns that read the leading candidate or the stated reasons. */
export const ANTI_PATTERN_RULES: readonly WorksheetRule[] = [
  {
    id: "ANTI-01",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-01",
    reads: ["process.reasons", "ops.experience"],
    facts: [],
    test: (need, lead) =>
      and(
        has(need.process.reasons, "learn_it", "trend"),
        not(has(need.process.reasons, "measured", "requirement")),
        is(lead && experienceOf(need, lead.facts.family), "none"),
      ),
  },
  {
    id: "ANTI-02",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-02; INC-2",
    reads: ["scale.evidence"],
    facts: ["scale.write_scaling", "deployment.modes"],
    test: (need, lead) => and(need.isUnmeasured, lead ? needsCluster(lead.facts) : "no"),
  },
  {
    id: "ANTI-03",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-03",
    reads: ["process.reasons", "workload.shape_variation_pct"],
    facts: [],
    test: (need) => and(has(need.process.reasons, "schema_freedom"), not(atLeast(need.workload.shape_variation_pct, 20))),
    params: (need) => ({ pct: need.workload.shape_variation_pct ?? 0 }),
  },
  {
    id: "INC-1",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "INC-1; ANTI-03",
    reads: ["consistency.ops", "workload.entities_related"],
    facts: ["workload_fit"],
    test: (need, lead) =>
      and(lead ? isDocumentEngine(lead.facts) : "no", or(has(need.consistency.ops, "money"), is(need.workload.entities_related, "yes"))),
  },
  {
    id: "ANTI-05",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-05",
    reads: ["ops.hosting", "ops.experience", "ops.runbook_top3"],
    facts: ["operations.self_host_difficulty"],
    test: (need, lead) =>
      and(
        atLeast(lead?.facts.difficulty, 4),
        is(need.ops.hosting, "self_host_only"),
        or(is(lead && experienceOf(need, lead.facts.family), "none", "local"), is(need.ops.runbook_top3, "no")),
      ),
  },
  {
    id: "ANTI-06",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-06",
    reads: ["scale.y1", "scale.y3", "scale.evidence", "process.reasons", "scale.y1.users"],
    facts: [],
    test: (need) =>
      or(
        and(growsTenfold(need), need.isUnmeasured),
        and(has(need.process.reasons, "future_scale"), not(atLeast(need.scale.y1?.users, 10_000))),
      ),
  },
  {
    id: "ANTI-07",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-07",
    reads: ["workload.truth"],
    facts: ["roles"],
    test: (need, lead) => and(truth(need.workload.truth !== "rebuildable_copy"), not(has(lead?.facts.roles, "primary"))),
  },
  {
    id: "ANTI-09",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-09",
    reads: ["process.benchmark"],
    facts: [],
    test: (need) => is(need.process.benchmark, "vendor"),
  },
  {
    id: "ANTI-10",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-10; INC-5",
    reads: ["consistency.values_compared", "consistency.ops"],
    facts: ["consistency.fresh_reads_default"],
    test: (need, lead) => and(is(lead?.facts.freshDefault, "no"), or(is(need.consistency.values_compared, "yes"), need.isCritical)),
  },
  {
    id: "ANTI-11",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-11",
    reads: ["process.reasons"],
    facts: [],
    test: (need) => and(has(need.process.reasons, "used_at_last_job"), not(has(need.process.reasons, "measured"))),
  },
  {
    id: "ANTI-12",
    effect: "WARN",
    strength: "house_rule",
    source: "ANTI-12",
    reads: ["scale.regions", "scale.y1.users"],
    facts: [],
    test: (need) => and(is(need.scale.regions, "multi_read", "multi_write"), not(atLeast(need.scale.y1?.users, 5_000))),
    params: (need) => ({ users: need.scale.y1?.users ?? 0 }),
  },
];

const GROWING = ["users", "reads_s", "writes_s", "data_gb"] as const;

/** Some size of year 3 is more than ten times that of year 1; unknown where no row has both. */
function growsTenfold({ scale }: Need): Tri {
  return or(
    ...GROWING.map((row) => {
      const first = scale.y1?.[row];
      return above(scale.y3?.[row], first === undefined ? undefined : first * 10);
    }),
  );
}
