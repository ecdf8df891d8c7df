import type { Facts } from "./facts";
import { hasProduction, isSelfHosting, type Need, READS } from "./need";
import type { Rule } from "./rule";
import { above, and, atLeast, has, is, not, or, type Tri, truth } from "./tri";

/** Question 5, cost: a tie-break, except where a licence policy or a binding budget was stated (G-02). */
export const COST_RULES: readonly Rule[] = [
  {
    id: "P-01",
    step: "cost",
    effect: "ELIM",
    strength: "fact",
    source: "P-01; correction E-38",
    reads: READS.licencePolicy,
    facts: ["licence.osi_approved"],
    on: "both",
    test: (need, system) => and(is(need.licencePolicy, "osi_only"), is(system.osiApproved, false)),
    params: licenceParams,
    fact: (_, system) => ({ field: "licence.osi_approved", value: system.osiApproved }),
  },
  {
    id: "P-01b",
    step: "cost",
    effect: "ELIM",
    strength: "fact",
    source: "P-01; correction E-38",
    reads: [...READS.licencePolicy, "ops.hosting", "ops.residency"],
    facts: ["licence.free_to_self_host"],
    test: (need, system) => and(is(need.licencePolicy, "no_commercial"), isSelfHosting(need), is(system.freeToSelfHost, false)),
    params: licenceParams,
    fact: freeFact,
  },
  {
    id: "P-02",
    step: "cost",
    effect: "ELIM",
    strength: "fact",
    source: "P-02",
    reads: ["cost.budget_binding", "cost.budget_month", "ops.hosting", "ops.residency"],
    facts: ["footprint"],
    test: (need, system) => and(is(need.cost.budget_binding, "yes"), above(footprintUsd(need, system), need.cost.budget_month)),
    params: (need, system) => ({ usd: footprintUsd(need, system) ?? 0, budget: need.cost.budget_month ?? 0 }),
    fact: (_, system) => ({ field: "footprint", value: system.footprint }),
    thresholds: (system) => {
      const { managed, self } = system.footprint;
      return [...new Set([managed, self])].map((at) => ({ path: "cost.budget_month", at }));
    },
  },
  {
    id: "P-03",
    step: "cost",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "P-03",
    reads: ["cost.traffic", "cost.avg_utilisation_pct"],
    facts: ["pricing_shapes"],
    points: 1,
    test: ({ cost }, system) => and(or(is(cost.traffic, "steady"), atLeast(cost.avg_utilisation_pct, 40)), has(system.pricing, "per-node")),
    thresholds: () => [{ path: "cost.avg_utilisation_pct", at: 40 }],
  },
  {
    id: "P-03b",
    step: "cost",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "P-03; correction E-42",
    reads: ["cost.traffic", "cost.avg_utilisation_pct"],
    facts: ["pricing_shapes"],
    points: 1,
    test: ({ cost }, system) =>
      and(
        or(is(cost.traffic, "spiky", "rare"), not(atLeast(cost.avg_utilisation_pct, 15))),
        has(system.pricing, "per-request", "per-capacity"),
      ),
    thresholds: () => [{ path: "cost.avg_utilisation_pct", at: 15 }],
  },
  {
    id: "P-05",
    step: "cost",
    effect: "PREFER",
    strength: "rule_of_thumb",
    source: "P-05; correction E-43",
    reads: ["workload.scan_frequency"],
    facts: ["pricing_shapes"],
    points: 1,
    test: (need, system) => and(is(need.workload.scan_frequency, "rare"), has(system.pricing, "per-scan")),
  },
  {
    id: "P-05b",
    step: "cost",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "P-05; correction E-43",
    reads: ["workload.scan_frequency"],
    facts: ["pricing_shapes"],
    points: 1,
    test: (need, system) => and(is(need.workload.scan_frequency, "constant"), has(system.pricing, "per-scan")),
  },
  {
    id: "P-11",
    step: "cost",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "P-11; correction E-38",
    reads: ["ops.experience"],
    facts: ["licence.free_to_self_host", "kind"],
    points: 2,
    test: (need, system) => and(isCommercialEngine(system), truth(hasProduction(need, system.family) !== "yes")),
    params: licenceParams,
    fact: freeFact,
  },
  {
    id: "LK-04",
    step: "cost",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "LK-04",
    reads: ["process.exit_plan"],
    facts: ["lock_in"],
    points: 1,
    test: (need, system) => and(atLeast(system.lockIn, 7), truth(need.process.exit_plan !== "yes")),
    params: (_, system) => ({ total: system.lockIn ?? 0 }),
    fact: (_, system) => ({ field: "lock_in.total", value: system.lockIn }),
  },
];

/** The cheapest set-up that the hosting answer allows; unknown as soon as the price of an allowed one is. */
function footprintUsd(need: Need, { footprint, onPrem }: Facts): number | null {
  const { managed, self } = footprint;
  if (need.ops.hosting === "managed_only") return managed;
  if (isSelfHosting(need) === "yes") return self;
  // What cannot be run by oneself is bought; where both are possible, an unknown price could be the lower one.
  if (onPrem === false) return managed;
  if (managed === null || self === null) return managed === 0 || self === 0 ? 0 : null;
  return Math.min(managed, self);
}

function isCommercialEngine(system: Facts): Tri {
  return and(is(system.kind, "engine"), is(system.freeToSelfHost, false));
}

function licenceParams(_: Need, system: Facts) {
  return { licence: system.licence };
}

function freeFact(_: Need, system: Facts) {
  return { field: "licence.free_to_self_host", value: system.freeToSelfHost };
}
