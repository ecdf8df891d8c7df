import type { Facts } from "./facts";
import type { Need } from "./need";
import type { Rule } from "./rule";
import { needsLocalCopy, othersRunIt } from "./traits";
import { above, and, has, is, not, truth } from "./tri";

/** What the five questions miss: how the product ships, what the organisation runs, what the platform allows. */
export const FRAME_RULES: readonly Rule[] = [
  {
    id: "F-01",
    step: "frame",
    effect: "ELIM",
    strength: "fact",
    source: "F-01",
    reads: ["frame.distribution"],
    facts: ["deployment.on_prem"],
    on: "both",
    test: (need, system) => and(is(need.frame.distribution, "shipped_to_customers", "appliance"), is(system.onPrem, false)),
    fact: onPremFact,
  },
  {
    id: "F-02",
    step: "frame",
    effect: "ELIM",
    strength: "fact",
    source: "F-02",
    reads: ["frame.distribution"],
    facts: ["deployment.modes"],
    test: (need, system) => and(is(need.frame.distribution, "client_device"), not(has(system.modes, "embedded"))),
    fact: (_, system) => ({ field: "deployment.modes", value: system.modes }),
  },
  {
    id: "F-05",
    step: "frame",
    effect: "ELIM",
    strength: "fact",
    source: "F-05; correction E-38",
    reads: ["frame.governance"],
    facts: ["licence.osi_approved"],
    on: "both",
    test: (need, system) => and(is(need.frame.governance, "osi_only"), is(system.osiApproved, false)),
    params: licenceParams,
    fact: (_, system) => ({ field: "licence.osi_approved", value: system.osiApproved }),
  },
  {
    id: "F-09",
    step: "frame",
    effect: "ELIM",
    strength: "fact",
    source: "F-09",
    reads: ["frame.platform_limits"],
    facts: ["id", "kind", "engine_families"],
    on: "both",
    test: (need, system) => (need.frame.platform_limits ? truth(limitNaming(need, system) !== undefined) : "unknown"),
    params: (need, system) => ({ words: limitNaming(need, system) ?? "" }),
    fact: (_, system) => ({ field: "id", value: system.id }),
  },
  {
    id: "F-04",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-04",
    reads: ["frame.distribution"],
    facts: ["licence.free_to_self_host"],
    test: (need, system) => and(othersRunIt(need), is(system.freeToSelfHost, false)),
    params: licenceParams,
    fact: (_, system) => ({ field: "licence.free_to_self_host", value: system.freeToSelfHost }),
  },
  {
    id: "F-06",
    step: "frame",
    effect: "ASK",
    strength: "fact",
    source: "F-06",
    reads: ["frame.governance"],
    facts: ["licence.steward"],
    test: (need, system) => and(is(need.frame.governance, "foundation_governed"), is(system.steward, "company")),
    fact: (_, system) => ({ field: "licence.steward", value: system.steward }),
  },
  {
    id: "F-06b",
    step: "frame",
    effect: "ASK",
    strength: "fact",
    source: "F-06",
    reads: ["frame.distribution"],
    facts: ["licence.copyleft"],
    test: (need, system) => and(is(need.frame.distribution, "shipped_to_customers", "appliance"), is(system.copyleft, "strong", "network")),
    params: licenceParams,
    fact: (_, system) => ({ field: "licence.copyleft", value: system.copyleft }),
  },
  {
    id: "F-13",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-13",
    reads: ["frame.local_parity"],
    facts: ["deployment.on_prem"],
    test: needsLocalCopy,
    fact: onPremFact,
  },
  {
    id: "F-17",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-17",
    reads: ["frame.must_have_features"],
    facts: ["features"],
    test: (need, system) =>
      need.frame.must_have_features ? truth(unproven(need.frame.must_have_features, system.features).length > 0) : "unknown",
    params: (need, system) => ({ features: unproven(need.frame.must_have_features, system.features).join(", ") }),
    fact: (_, system) => ({ field: "features", value: system.features }),
  },
  {
    id: "F-18",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-18",
    reads: ["frame.drivers"],
    facts: ["drivers"],
    test: (need, system) => (need.frame.drivers ? truth(unproven(need.frame.drivers, system.drivers).length > 0) : "unknown"),
    params: (need, system) => ({ drivers: unproven(need.frame.drivers, system.drivers).join(", ") }),
    fact: (_, system) => ({ field: "drivers", value: system.drivers }),
  },
  {
    id: "F-19",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-19",
    reads: ["ops.residency"],
    facts: [],
    on: "hosting",
    test: (need) => is(need.ops.residency, "certified_managed", "self_host_mandatory"),
  },
  {
    id: "F-20",
    step: "frame",
    effect: "COND",
    strength: "fact",
    source: "F-20; HOST-06; correction E-29",
    reads: ["frame.rto_s"],
    facts: ["operations.failover_s"],
    on: "both",
    test: (need, system) => above(system.failoverS, need.frame.rto_s),
    params: (need, system) => ({ s: system.failoverS ?? 0, rto: need.frame.rto_s ?? 0 }),
    fact: (_, system) => ({ field: "operations.failover_s", value: system.failoverS }),
  },
];

/** The words of the first platform limit that names this system by id, name, kind or family. */
function limitNaming(need: Need, system: Facts): string | undefined {
  const names = [system.id, system.name, system.kind ?? "", system.family].map((name) => name.toLowerCase());
  return need.frame.platform_limits?.find((limit) => names.includes(limit.toLowerCase()));
}

function unproven(asked: readonly string[] = [], known: readonly string[]): string[] {
  const lower = known.map((item) => item.toLowerCase());
  return asked.filter((item) => !lower.includes(item.toLowerCase()));
}

function licenceParams(_: Need, system: Facts) {
  return { licence: system.licence };
}

function onPremFact(_: Need, system: Facts) {
  return { field: "deployment.on_prem", value: system.onPrem };
}
