import type { Facts } from "./facts";
import { isSelfHosting, type Need, READS } from "./need";
import type { Rule } from "./rule";
import { needsCluster } from "./traits";
import { above, and, atLeast, is, not, or, type Tri, truth } from "./tri";

/** Question 3, the ceiling. Documented limits and measured rates may remove; judgement figures only rank (G-07). */
export const SCALE_RULES: readonly Rule[] = [
  {
    id: "S-04",
    step: "scale",
    effect: "ELIM",
    strength: "fact",
    source: "S-04",
    reads: READS.data,
    facts: ["limits.max_gb"],
    on: "both",
    test: (need, system) => above(need.y3.data_gb, system.maxGb),
    params: (need, system) => ({ gb: need.y3.data_gb ?? 0, max: system.maxGb ?? 0 }),
    fact: (_, system) => ({ field: "limits.max_gb", value: system.maxGb }),
    thresholds: (system) => [{ path: "scale.y3.data_gb", at: system.maxGb }],
  },
  {
    id: "S-04c",
    step: "scale",
    effect: "ELIM",
    strength: "rule_of_thumb",
    source: "S-04",
    reads: READS.data,
    facts: ["scale.single_node_storage_tb", "scale.write_scaling"],
    test: (need, system) => and(isSingleWriter(system), above(need.y3.data_gb, times(system.nodeGb, 10))),
    params: (need, system) => ({ gb: need.y3.data_gb ?? 0, max: times(system.nodeGb, 10) ?? 0 }),
    fact: nodeFact,
    thresholds: (system) => [{ path: "scale.y3.data_gb", at: times(system.nodeGb, 10) }],
  },
  {
    id: "S-05",
    step: "scale",
    effect: "ELIM",
    strength: "rule_of_thumb",
    source: "S-05; correction E-14",
    reads: READS.writes,
    facts: ["scale.single_node_writes_per_s", "scale.write_scaling"],
    test: (need, system) => and(need.isMeasured, isSingleWriter(system), above(need.y3.writes_s, system.writesMax)),
    params: writeParams,
    fact: writesFact,
    thresholds: (system) => [{ path: "scale.y3.writes_s", at: system.writesMax }],
  },
  {
    id: "S-08",
    step: "scale",
    effect: "ELIM",
    strength: "fact",
    source: "S-08; correction E-21",
    reads: ["scale.regions", "scale.home_region_ok"],
    facts: ["replication.multi_region_writes"],
    test: (need, system) => and(writesInOneRegion(need, system), truth(need.scale.home_region_ok !== "yes")),
    fact: (_, system) => ({ field: "replication.multi_region_writes", value: system.regionWrites }),
  },
  {
    id: "S-08b",
    step: "scale",
    effect: "COND",
    strength: "fact",
    source: "S-08",
    reads: ["scale.regions", "scale.home_region_ok"],
    facts: ["replication.multi_region_writes"],
    test: (need, system) => and(writesInOneRegion(need, system), is(need.scale.home_region_ok, "yes")),
    fact: (_, system) => ({ field: "replication.multi_region_writes", value: system.regionWrites }),
  },
  {
    id: "S-08c",
    step: "scale",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "House rule of Shortlist, beside S-08 and C-12",
    reads: ["scale.regions"],
    facts: ["replication.multi_region_writes"],
    points: 1,
    test: (need, system) => and(is(need.scale.regions, "multi_write"), is(system.regionWrites, "active-active-eventual")),
    fact: (_, system) => ({ field: "replication.multi_region_writes", value: system.regionWrites }),
  },
  {
    id: "S-01",
    step: "scale",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "S-01",
    reads: ["scale.regions", "ops.hosting", "ops.residency", ...READS.data],
    facts: ["scale.write_scaling", "deployment.modes"],
    points: 3,
    test: (need, system) =>
      and(not(atLeast(need.y3.data_gb, 100)), is(need.scale.regions, "single"), isSelfHosting(need), needsCluster(system)),
    thresholds: () => [{ path: "scale.y3.data_gb", at: 100 }],
  },
  {
    id: "S-02",
    step: "scale",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "S-02",
    reads: ["scale.regions", ...READS.data],
    facts: ["scale.write_scaling", "deployment.modes"],
    points: 2,
    test: (need, system) =>
      and(
        atLeast(need.y3.data_gb, 100),
        not(above(need.y3.data_gb, 5_000)),
        is(need.scale.regions, "single"),
        need.isUnmeasured,
        needsCluster(system),
      ),
    thresholds: () => [
      { path: "scale.y3.data_gb", at: 100 },
      { path: "scale.y3.data_gb", at: 5_000 },
    ],
  },
  {
    id: "S-04b",
    step: "scale",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "S-04",
    reads: READS.data,
    facts: ["scale.single_node_storage_tb", "scale.write_scaling"],
    points: 3,
    test: (need, system) => and(isSingleWriter(system), above(need.y3.data_gb, system.nodeGb)),
    params: (need, system) => ({ gb: need.y3.data_gb ?? 0, max: system.nodeGb ?? 0 }),
    fact: nodeFact,
    thresholds: (system) => [{ path: "scale.y3.data_gb", at: system.nodeGb }],
  },
  {
    id: "S-05b",
    step: "scale",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "S-05; G-07",
    reads: READS.writes,
    facts: ["scale.single_node_writes_per_s", "scale.write_scaling"],
    test: (need, system) => and(truth(need.isMeasured !== "yes"), isSingleWriter(system), above(need.y3.writes_s, system.writesMax)),
    params: writeParams,
    fact: writesFact,
  },
  {
    id: "S-06",
    step: "scale",
    effect: "ASK",
    strength: "rule_of_thumb",
    source: "S-06; correction E-14",
    reads: READS.writes,
    facts: ["scale.single_node_writes_per_s"],
    test: (need, system) =>
      and(isSingleWriter(system), above(need.y3.writes_s, system.writesTypical), not(above(need.y3.writes_s, system.writesMax))),
    params: (need, system) => ({ rate: need.y3.writes_s ?? 0, typical: system.writesTypical ?? 0, max: system.writesMax ?? 0 }),
    fact: writesFact,
  },
  {
    id: "S-07",
    step: "scale",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "S-07; ANTI-02",
    reads: ["scale.evidence", "scale.tried", "workload.primary"],
    facts: ["scale.write_scaling", "deployment.modes", "workload_fit"],
    points: 3,
    test: (need, system) =>
      and(need.isUnmeasured, needsCluster(system), truth(!hasTriedAll(need)), truth(!isNativeForPrimary(need, system))),
  },
];

const FIRST_STEPS = ["indexes", "queries", "pooling", "vertical", "replicas"] as const;

function hasTriedAll({ scale }: Need): boolean {
  return FIRST_STEPS.every((step) => scale.tried?.includes(step));
}

function isNativeForPrimary({ workload }: Need, system: Facts): boolean {
  return workload.primary !== undefined && system.fit[workload.primary] === "native";
}

function isSingleWriter(system: Facts): Tri {
  return is(system.writeScaling, "single-writer");
}

function writesInOneRegion(need: Need, system: Facts): Tri {
  return and(is(need.scale.regions, "multi_write"), or(is(system.regionWrites, "none", "single-writer")));
}

function times(value: number | null, by: number): number | null {
  return value === null ? null : value * by;
}

function writeParams(need: Need, system: Facts) {
  return { rate: need.y3.writes_s ?? 0, max: system.writesMax ?? 0 };
}

function writesFact(_: Need, system: Facts) {
  return { field: "scale.single_node_writes_per_s", value: { typical: system.writesTypical, tuned_max: system.writesMax } };
}

function nodeFact(_: Need, system: Facts) {
  return { field: "scale.single_node_storage_tb", value: system.nodeGb === null ? null : system.nodeGb / 1_000 };
}
