import { FACTS_VERSION } from "./facts";
import type { Rule } from "./rule";
import { CONSISTENCY_RULES } from "./rules-consistency";
import { COST_RULES } from "./rules-cost";
import { FRAME_RULES } from "./rules-frame";
import { FRAME_SOFT_RULES } from "./rules-frame-soft";
import { OPS_RULES } from "./rules-ops";
import { ORDER_RULES } from "./rules-order";
import { SCALE_RULES } from "./rules-scale";
import { STORE_RULES } from "./rules-stores";
import { WORKLOAD_RULES } from "./rules-workload";

/** The one table of rules about candidates, in the order in which people answer. `evaluate` and `decide` both read it. */
export const RULES: readonly Rule[] = [
  ...FRAME_RULES,
  ...FRAME_SOFT_RULES,
  ...WORKLOAD_RULES,
  ...STORE_RULES,
  ...CONSISTENCY_RULES,
  ...SCALE_RULES,
  ...OPS_RULES,
  ...COST_RULES,
  ...ORDER_RULES,
];

export const VERSIONS = { catalogue: FACTS_VERSION, rules: "3", engine: "1" } as const;
