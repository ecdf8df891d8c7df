import { READS } from "./need";
import type { WorksheetRule } from "./rule";
import { above, and, atLeast, is, or, truth } from "./tri";

/** Memory of the largest node that teams take without a second thought, and the part of it that data may fill (CEIL-1). */
const ORDINARY_RAM_GB = 64;
const FILLED = 0.7;
/** Share of the data that is read all the time where nobody said: the upper end of a rule of thumb without a source. */
const HOT_SHARE = 0.3;

/** The four ceilings of one node; the third, distance between regions, stands with the warnings about scale. */
export const CEILING_RULES: readonly WorksheetRule[] = [
  {
    id: "CEIL-1",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "CEIL-1; share of hot data without a source",
    reads: [...READS.data, "scale.y3.hot_set_gb", "scale.y1.hot_set_gb", "scale.now.hot_set_gb"],
    facts: [],
    test: ({ y3 }) => above(hotGb(y3), ORDINARY_RAM_GB * FILLED),
    params: ({ y3 }) => ({
      gb: Math.round(hotGb(y3) ?? 0),
      ram: Math.ceil((hotGb(y3) ?? 0) / FILLED),
      basis: y3.hot_set_gb === undefined ? "assumed" : "stated",
    }),
  },
  {
    id: "CEIL-2",
    effect: "ASK",
    strength: "rule_of_thumb",
    source: "CEIL-2; S-05; S-06; correction E-16",
    reads: READS.writes,
    facts: ["scale.single_node_writes_per_s", "scale.write_scaling"],
    test: ({ y3 }, lead) => (lead ? and(is(lead.facts.writeScaling, "single-writer"), above(y3.writes_s, lead.facts.writesTypical)) : "no"),
    params: ({ y3 }) => ({ rate: y3.writes_s ?? 0 }),
  },
  {
    id: "CEIL-4",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "CEIL-4; O-03; O-04; O-06",
    reads: ["ops.oncall", "ops.experience", "ops.hosting", "ops.residency"],
    facts: ["operations.self_host_difficulty"],
    test: ({ ops, experience }, lead) =>
      lead
        ? and(
            or(is(ops.hosting, "self_host_only"), is(ops.residency, "self_host_mandatory")),
            or(truth(ops.oncall === undefined ? null : ops.oncall < 2), is(experience.get(lead.facts.family), "none", "local")),
            atLeast(lead.facts.difficulty, 3),
          )
        : "no",
    params: ({ ops }, lead) => ({ oncall: ops.oncall ?? -1, difficulty: lead?.facts.difficulty ?? 0 }),
  },
];

function hotGb({ hot_set_gb, data_gb }: { hot_set_gb?: number | undefined; data_gb?: number | undefined }): number | undefined {
  return hot_set_gb ?? (data_gb === undefined ? undefined : data_gb * HOT_SHARE);
}
