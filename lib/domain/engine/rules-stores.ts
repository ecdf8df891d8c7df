import type { Facts } from "./facts";
import { type Need, READS } from "./need";
import type { Rule } from "./rule";
import { isLibraryOnly, isMonitoring, isNewStore } from "./traits";
import { and, is, or, type Tri, truth } from "./tri";

/** What kind of store it is: a library, a monitor, or one store more than the team runs. */
export const STORE_RULES: readonly Rule[] = [
  {
    id: "SEC-05",
    step: "workload",
    effect: "DEMOTE",
    strength: "fact",
    source: "SEC-05; correction E-32",
    reads: [],
    facts: ["transactions", "loss_window", "workload_fit"],
    points: 2,
    test: (_, system) => isMonitoring(system),
  },
  {
    id: "SEC-05b",
    step: "workload",
    effect: "COND",
    strength: "fact",
    source: "SEC-05; correction E-32",
    reads: [],
    facts: ["transactions", "loss_window", "workload_fit"],
    test: (_, system) => isMonitoring(system),
    fact: (_, system) => ({ field: "loss_window", value: system.lossWindow }),
  },
  {
    id: "O-11",
    step: "workload",
    effect: "COND",
    strength: "fact",
    source: "O-11; correction E-55",
    reads: ["workload.app_hosts"],
    facts: ["deployment.modes"],
    test: (need, system) => and(is(need.workload.app_hosts, "one"), isLibraryOnly(system)),
    fact: (_, system) => ({ field: "deployment.modes", value: system.modes }),
  },
  {
    id: "O-12",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-12",
    reads: ["ops.hosting", "workload.app_hosts"],
    facts: ["deployment.modes"],
    points: 3,
    test: (need, system) =>
      and(or(is(need.ops.hosting, "managed_only", "prefer_managed"), is(need.workload.app_hosts, "many")), isLibraryOnly(system)),
  },
  {
    id: "O-12b",
    step: "ops",
    effect: "DEMOTE",
    strength: "rule_of_thumb",
    source: "O-12",
    reads: ["workload.primary", "workload.embedded_only", "frame.distribution"],
    facts: ["deployment.modes"],
    points: 2,
    test: ({ workload, frame }, system) =>
      and(
        is(workload.primary, "olap", "key_value"),
        truth(workload.embedded_only !== "yes" && frame.distribution !== "client_device"),
        isLibraryOnly(system),
      ),
  },
  {
    id: "O-09",
    step: "ops",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "O-09; BP-7",
    reads: READS.stores,
    facts: ["engine_families"],
    points: 2,
    test: (need, system) => and(storesGiven(need), truth(storesWith(need, system) === 3 && isNewStore(need, system))),
    params: (need, system) => ({ n: storesWith(need, system) }),
  },
  {
    id: "O-09b",
    step: "ops",
    effect: "DEMOTE",
    strength: "house_rule",
    source: "O-09; BP-7",
    reads: READS.stores,
    facts: ["engine_families"],
    points: 4,
    test: (need, system) => and(storesGiven(need), truth(storesWith(need, system) > 3 && isNewStore(need, system))),
    params: (need, system) => ({ n: storesWith(need, system) }),
  },
];

function storesGiven(need: Need): Tri {
  return need.stores.size > 0 || need.ops.current_stores ? "yes" : "unknown";
}

function storesWith(need: Need, system: Facts): number {
  return need.stores.size + (isNewStore(need, system) ? 1 : 0);
}
