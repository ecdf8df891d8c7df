import type { Facts } from "./facts";
import { LADDER_RANK, type Need, READS } from "./need";
import type { Rule } from "./rule";
import { and, is, not, or, type Tri, truth } from "./tri";

/** Question 2: isolation (the ladder), atomic scope and freshness are three axes, not one (E-06, E-07). */
export const CONSISTENCY_RULES: readonly Rule[] = [
  {
    id: "C-01",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-01; corrections E-06, E-07",
    reads: READS.level,
    facts: ["consistency.strongest"],
    test: (need, system) => and(not(is(need.level, "strict_serializable")), isWeaker(system.strongest, need)),
    params: levelParams,
    fact: strongestFact,
  },
  {
    id: "C-01b",
    step: "consistency",
    effect: "COND",
    strength: "fact",
    source: "C-01",
    reads: READS.level,
    facts: ["consistency.strongest"],
    test: (need, system) => and(is(need.level, "causal"), is(system.strongest, "linearizable_record")),
    fact: strongestFact,
  },
  {
    id: "C-02",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-02",
    reads: READS.atomic,
    facts: ["transactions"],
    test: (need, system) => and(needsManyRecords(need), is(system.transactions, "none", "single-record")),
    params: (need, system) => ({ implied: impliedBy(need), transactions: system.transactions ?? "" }),
    fact: (_, system) => ({ field: "transactions", value: system.transactions }),
  },
  {
    id: "C-02b",
    step: "consistency",
    effect: "COND",
    strength: "fact",
    source: "C-02",
    reads: READS.atomic,
    facts: ["tx_scope"],
    test: (need, system) => and(needsManyRecords(need), is(system.txScope, "partition", "slot", "shard", "table")),
    params: (_, system) => ({ scope: system.txScope ?? "" }),
    fact: (_, system) => ({ field: "tx_scope", value: system.txScope }),
  },
  {
    id: "C-03",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-03; correction E-10",
    reads: READS.atomic,
    facts: ["transactions", "replication.multi_region_writes"],
    test: (need, system) =>
      and(
        is(need.atomic, "many_records_multi_region"),
        not(and(is(system.transactions, "multi-shard"), is(system.regionWrites, "active-active-strong"))),
      ),
    fact: regionFact,
  },
  {
    id: "C-04",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-04",
    reads: READS.freshReads,
    facts: ["consistency.fresh_reads_available"],
    test: (need, system) => and(is(need.freshReads, "always"), is(system.freshAvailable, "no")),
    params: (need) => ({ implied: impliedBy(need) }),
    fact: (_, system) => ({ field: "consistency.fresh_reads_available", value: system.freshAvailable }),
  },
  {
    id: "C-04b",
    step: "consistency",
    effect: "COND",
    strength: "fact",
    source: "C-04",
    reads: READS.freshReads,
    facts: ["consistency.fresh_reads_default"],
    test: (need, system) => and(is(need.freshReads, "always"), is(system.freshAvailable, "yes"), is(system.freshDefault, "no", "session")),
    params: (_, system) => ({ setting: system.freshSetting ?? "none" }),
    fact: (_, system) => ({ field: "consistency.fresh_reads_default", value: system.freshDefault }),
  },
  {
    id: "C-07",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-07; correction E-04",
    reads: READS.level,
    facts: ["consistency.strongest", "scale.write_scaling"],
    test: (need, system) =>
      and(is(need.level, "strict_serializable"), not(is(system.strongest, "strict_serializable")), not(isSerialOnOneNode(system))),
    fact: strongestFact,
  },
  {
    id: "C-07b",
    step: "consistency",
    effect: "COND",
    strength: "fact",
    source: "C-07; correction E-04",
    reads: READS.level,
    facts: ["consistency.strongest", "scale.write_scaling"],
    test: (need, system) => and(is(need.level, "strict_serializable"), isSerialOnOneNode(system)),
    fact: strongestFact,
  },
  {
    id: "C-08",
    step: "consistency",
    effect: "ELIM",
    strength: "fact",
    source: "C-08; F-20",
    reads: READS.lossOkS,
    facts: ["loss_window"],
    test: (need, system) => and(losesNothing(need), is(system.lossWindow, "seconds", "everything")),
    params: (_, system) => ({ window: system.lossWindow ?? "" }),
    fact: lossFact,
    thresholds: () => [{ path: "consistency.loss_ok_s", at: 0 }],
  },
  {
    id: "C-08b",
    step: "consistency",
    effect: "COND",
    strength: "fact",
    source: "C-08; F-20",
    reads: READS.lossOkS,
    facts: ["loss_window"],
    test: (need, system) => and(losesNothing(need), is(system.lossWindow, "configurable")),
    fact: lossFact,
  },
  {
    id: "C-12",
    step: "consistency",
    effect: "ELIM",
    strength: "rule_of_thumb",
    source: "C-12",
    reads: ["scale.regions", ...READS.isCritical],
    facts: ["replication.multi_region_writes"],
    test: (need, system) => and(is(need.scale.regions, "multi_write"), need.isCritical, is(system.regionWrites, "active-active-eventual")),
    fact: regionFact,
  },
  {
    id: "C-06",
    step: "consistency",
    effect: "WARN",
    strength: "fact",
    source: "C-06; corrections E-01, E-02",
    reads: READS.level,
    facts: ["consistency.default", "consistency.strongest"],
    test: (need, system) => and(isWeaker(system.default, need), not(isWeaker(system.strongest, need))),
    params: (need, system) => ({ level: need.level ?? "", default: system.default ?? "" }),
    fact: (_, system) => ({ field: "consistency.default", value: system.default }),
  },
  {
    id: "C-11",
    step: "consistency",
    effect: "WARN",
    strength: "rule_of_thumb",
    source: "C-11; INC-5",
    reads: ["consistency.values_compared"],
    facts: ["consistency.fresh_reads_default"],
    test: (need, system) => and(is(need.consistency.values_compared, "yes"), is(system.freshDefault, "no")),
    fact: (_, system) => ({ field: "consistency.fresh_reads_default", value: system.freshDefault }),
  },
];

function isWeaker(ladder: Facts["strongest"], need: Need): Tri {
  if (!ladder || !need.level) return "unknown";
  return truth(LADDER_RANK[ladder] < LADDER_RANK[need.level]);
}

function isSerialOnOneNode(system: Facts): Tri {
  return and(is(system.strongest, "serializable"), is(system.writeScaling, "single-writer"));
}

function needsManyRecords(need: Need): Tri {
  return is(need.atomic, "many_records", "many_records_multi_region");
}

function losesNothing(need: Need): Tri {
  return or(truth(need.lossOkS === undefined ? null : need.lossOkS === 0));
}

/** Tells the sentence whether the need was stated or follows from the operations (C-05). */
function impliedBy(need: Need): string {
  return need.isCritical === "yes" ? "ops" : "stated";
}

function levelParams(need: Need, system: Facts) {
  return { level: need.level ?? "", strongest: system.strongest ?? "", implied: impliedBy(need) };
}

function strongestFact(_: Need, system: Facts) {
  return { field: "consistency.strongest", value: system.strongest };
}

function regionFact(_: Need, system: Facts) {
  return { field: "replication.multi_region_writes", value: system.regionWrites };
}

function lossFact(_: Need, system: Facts) {
  return { field: "loss_window", value: system.lossWindow };
}
