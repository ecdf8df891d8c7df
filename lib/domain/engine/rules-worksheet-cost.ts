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
    source: "LK-02; ANTI-04; INC-4",
    reads: ["process.exit_plan", "process.proprietary"],
    facts: ["lock_in"],
    test: (need, lead) =>
      and(
        atLeast(lead?.facts.lockIn, 7),
        or(is(need.process.exit_plan, "no"), truth(need.process.proprietary && need.process.proprietary.length === 0)),
      ),
    params: (_, lead) => ({ total: lead?.facts.lockIn ?? 0 }),
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

function withoutEquivalent({ process }: Need): string[] {
  return (process.proprietary ?? []).filter((item) => !item.equivalent).map((item) => item.feature);
}
