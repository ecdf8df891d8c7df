import type { Strength } from "./schema";

/**
 * Rules about the engine itself: they order, file, name and cut, and no answer makes them fire. They stand in the table so
 * that whoever reads it finds every number, and in which module it is carried out.
 */
export type MethodRule = {
  id: string;
  strength: Strength;
  source: string;
  reads: readonly string[];
  facts: readonly string[];
  carriedOutBy: string;
};

export const METHOD_RULES: readonly MethodRule[] = [
  { id: "G-01", strength: "house_rule", source: "G-01", reads: [], facts: [], carriedOutBy: "candidates.ts" },
  { id: "G-02", strength: "house_rule", source: "G-02", reads: [], facts: [], carriedOutBy: "judge.ts" },
  {
    id: "G-03",
    strength: "rule_of_thumb",
    source: "G-03; corrected with SEC-01, SEC-05 and W-06",
    reads: ["workload.primary", "workload.truth", "workload.secondary", "workload.entities_related", "workload.joins_needed"],
    facts: ["roles", "kind", "workload_fit"],
    carriedOutBy: "rank.ts",
  },
  { id: "G-04", strength: "house_rule", source: "G-04", reads: [], facts: [], carriedOutBy: "rank.ts" },
  {
    id: "G-05",
    strength: "house_rule",
    source: "G-05",
    reads: ["workload.primary", "ops.current_stores", "ops.experience", "ops.hosting", "ops.clouds"],
    facts: ["workload_fit", "operations.self_host_difficulty", "skills_commonness", "lock_in"],
    carriedOutBy: "rank.ts",
  },
  {
    id: "G-06",
    strength: "house_rule",
    source: "G-06",
    reads: ["workload.primary", "workload.truth", "scale.evidence", "scale.y3.largest_table_gb"],
    facts: ["workload_fit"],
    carriedOutBy: "rank.ts",
  },
  { id: "G-07", strength: "house_rule", source: "G-07", reads: ["scale.evidence"], facts: [], carriedOutBy: "rules-scale.ts" },
  { id: "G-08", strength: "house_rule", source: "G-08", reads: [], facts: [], carriedOutBy: "tri.ts" },
  { id: "G-09", strength: "house_rule", source: "G-09", reads: [], facts: ["confidence"], carriedOutBy: "judge.ts" },
  { id: "G-10", strength: "house_rule", source: "G-10; BP-8", reads: [], facts: [], carriedOutBy: "trail.ts" },
  {
    id: "G-11",
    strength: "house_rule",
    source: "G-11",
    reads: ["workload.primary", "workload.secondary", "ops.extensions"],
    facts: ["engine_families", "hosts", "extends"],
    carriedOutBy: "rank.ts",
  },
  {
    id: "SEC-01",
    strength: "rule_of_thumb",
    source: "SEC-01",
    reads: ["workload.primary", "workload.secondary", "consistency.atomic", "consistency.ops"],
    facts: ["roles", "workload_fit"],
    carriedOutBy: "rank.ts",
  },
  {
    id: "SEC-02",
    strength: "rule_of_thumb",
    source: "SEC-02",
    reads: ["workload.primary", "workload.secondary"],
    facts: ["extends"],
    carriedOutBy: "companions.ts",
  },
  { id: "SEC-04", strength: "house_rule", source: "SEC-04", reads: [], facts: [], carriedOutBy: "companions.ts" },
  {
    id: "F-16",
    strength: "house_rule",
    source: "F-16",
    reads: ["workload.primary", "workload.truth", "workload.event_use", "ops.current_stores", "frame.incumbent"],
    facts: ["workload_fit"],
    carriedOutBy: "notes.ts",
  },
];
