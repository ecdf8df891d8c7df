/** How bills are computed, in the order in which a reader needs it. */
export const FORMULAS = [
  "workload",
  "profile",
  "capacity",
  "perNode",
  "requests",
  "capacityPriced",
  "provisioned",
  "perScan",
  "tiered",
  "licence",
  "selfHosted",
  "crossover",
  "bands",
  "total",
] as const;
