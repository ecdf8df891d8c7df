import type { Need } from "./need";
import type { WorksheetRule } from "./rule";
import { above, and, atLeast, is, or, truth } from "./tri";

/** Warnings about money and about leaving again. */
export const COST_WARNINGS: readonly WorksheetRule[] = [
  {
    id: "HOST-03",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "HOST-03; correction E-48",
    reads: ["cost.managed_spend_month", "ops.db_experts"],
    facts: [],
    test: (need) => and(above(need.cost.managed_spend_month, 20_000), atLeast(need.ops.db_experts, 2)),
  },
  {
    id: "P-06",
    effect: "WARN",
    strength: "house_rule",
    source: "P-06",
    reads: ["cost.requests_day", "scale.now.reads_s", "scale.now.writes_s"],
    facts: [],
    test: ({ cost, scale }) =>
      truth(cost.requests_day !== undefined || scale.now?.reads_s !== undefined || scale.now?.writes_s !== undefined),
  },
  {
    id: "P-07",
    effect: "WARN",
    strength: "house_rule",
    source: "P-07; correction E-46",
    reads: ["cost.components"],
    facts: [],
    test: ({ cost }) => truth(cost.components && new Set(cost.components).size < 4),
    params: ({ cost }) => ({ n: new Set(cost.components).size }),
  },
  {
    id: "P-08",
    effect: "WARN",
    strength: "fact",
    source: "P-08; correction E-45",
    reads: ["cost.exit_tb"],
    facts: [],
    test: ({ cost }) => atLeast(cost.exit_tb, 1),
    params: ({ cost }) => ({ tb: cost.exit_tb ?? 0, usd: egressUsd(cost.exit_tb ?? 0) }),
  },
  {
    id: "P-09",
    effect: "WARN",
    strength: "fact",
    source: "P-09; correction E-56",
    reads: ["cost.traffic"],
    facts: ["hosts"],
    test: (need, lead) => and(is(need.cost.traffic, "spiky", "rare"), truth(lead?.hosting.includes("aurora-serverless-v2") ?? false)),
  },
  {
    id: "LK-02",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "LK-02",
    reads: ["process.exit_plan"],
    facts: ["lock_in"],
    test: (need, lead) => and(atLeast(lead?.facts.lockIn, 7), is(need.process.exit_plan, "no")),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0 }),
  },
  {
    id: "LK-01",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "LK-01",
    reads: ["cost.exit_tb", "cost.exit_months", "process.exit_plan"],
    facts: ["lock_in"],
    // A score alone warns of nothing; it is told where leaving was spoken of.
    test: ({ cost, process }, lead) =>
      and(atLeast(lead?.facts.lockIn, 4), or(atLeast(cost.exit_tb, 0), atLeast(cost.exit_months, 0), is(process.exit_plan, "yes", "no"))),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0, band: bandOf(lead?.facts.lockIn ?? 0) }),
  },
  {
    id: "LK-03",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "LK-03",
    reads: ["process.proprietary"],
    facts: [],
    test: (need) => truth(need.process.proprietary && withoutEquivalent(need).length > 0),
    params: (need) => ({ features: withoutEquivalent(need).join(", ") }),
  },
];

/** USD to move data out at list price, by the tiers 0.09, 0.085, 0.07, 0.05 per GB above 10, 50 and 150 TB (P-08). `egressUsd(100)` is 7800. */
export function egressUsd(tb: number): number {
  const tiers: [upToTb: number, perGb: number][] = [
    [10, 0.09],
    [50, 0.085],
    [150, 0.07],
    [Number.POSITIVE_INFINITY, 0.05],
  ];
  let from = 0;
  let usd = 0;
  for (const [upTo, perGb] of tiers) {
    usd += Math.max(0, Math.min(tb, upTo) - from) * 1_000 * perGb;
    from = upTo;
  }
  return Math.round(usd);
}

/** Bands of the score: 0 to 3 portable, 4 to 6 moderate, 7 to 9 high, 10 to 12 severe. */
function bandOf(total: number): "portable" | "moderate" | "high" | "severe" {
  if (total <= 3) return "portable";
  if (total <= 6) return "moderate";
  return total <= 9 ? "high" : "severe";
}

function withoutEquivalent({ process }: Need): string[] {
  return (process.proprietary ?? []).filter((item) => !item.equivalent).map((item) => item.feature);
}
