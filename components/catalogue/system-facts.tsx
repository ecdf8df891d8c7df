import { findSystem } from "@/lib/domain/catalogue/catalogue";
import type { System } from "@/lib/domain/catalogue/schema";
import type { ServerWords } from "@/messages/server-words";
import { before, English } from "./english";
import type { Fact } from "./fact-list";

export type FactSection = { id: "consistency" | "scale" | "operations" | "licence" | "lockIn" | "choose"; facts: Fact[] };

/** Every fact of one system in words; what nobody knows says so. */
export function factSections(system: System, t: ServerWords): FactSection[] {
  return [
    { id: "consistency", facts: consistencyFacts(system, t) },
    { id: "scale", facts: scaleFacts(system, t) },
    { id: "operations", facts: operationsFacts(system, t) },
    { id: "licence", facts: licenceFacts(system, t) },
    { id: "lockIn", facts: lockInFacts(system, t) },
    { id: "choose", facts: choiceFacts(system, t) },
  ];
}

function consistencyFacts({ consistency, transactions, transactions_note, tx_scope, loss_window }: System, t: ServerWords): Fact[] {
  const { strongest, default: usual } = consistency;
  return [
    { label: t("fact.strongest"), value: before(`${t(`ladder.${strongest.ladder}`)}.`, strongest.detail) },
    { label: t("fact.default"), value: before(`${t(`ladder.${usual.ladder}`)}.`, usual.detail) },
    { label: t("fact.scope"), value: <English>{consistency.scope}</English> },
    { label: t("fact.transactions"), value: before(`${t(`transactions.${transactions}`)}.`, transactions_note) },
    { label: t("fact.txScope"), value: tx_scope === null ? t("unknown") : t(`txScope.${tx_scope}`) },
    { label: t("fact.freshReads"), value: freshReads({ consistency, t }) },
    { label: t("fact.loss"), value: loss_window === null ? t("unknown") : t(`loss.${loss_window}`) },
  ];
}

function freshReads({ consistency, t }: { consistency: System["consistency"]; t: ServerWords }): string {
  const words = (value: System["consistency"]["fresh_reads_default"]) => t(`fresh.${value === "n/a" ? "na" : value}`);
  const both = t("fact.freshDefault", {
    available: words(consistency.fresh_reads_available),
    byDefault: words(consistency.fresh_reads_default),
  });
  return consistency.fresh_read_setting === null ? both : `${both} (${consistency.fresh_read_setting})`;
}

function scaleFacts({ scale, limits, latency_class, replication }: System, t: ServerWords): Fact[] {
  const { typical, tuned_max } = scale.single_node_writes_per_s;
  const documented = [
    ...scale.hard_limits.map((limit) => <English key={limit}>{limit}</English>),
    ...(limits.max_gb === null ? [] : [t("fact.maxGb", { gb: limits.max_gb })]),
  ];
  return [
    { label: t("fact.storage"), value: orUnknown(scale.single_node_storage_tb, (tb) => t("fact.storageValue", { tb }), t) },
    {
      label: t("fact.writes"),
      value: typical === null || tuned_max === null ? t("unknown") : t("fact.writesValue", { typical, max: tuned_max }),
    },
    { label: t("fact.writeScaling"), value: t(`scaling.${scale.write_scaling === "n/a" ? "na" : scale.write_scaling}`) },
    { label: t("fact.path"), value: <English>{scale.horizontal_path}</English> },
    { label: t("fact.limits"), value: documented.length === 0 ? t("none") : documented },
    { label: t("fact.latency"), value: t(`latency.${latency_class}`) },
    { label: t("fact.replication"), value: <English>{replication.mode}</English> },
    { label: t("fact.multiRegion"), value: before(`${t(`regionWrites.${replication.multi_region_writes}`)}.`, replication.note) },
  ];
}

function operationsFacts({ operations, deployment, skills_commonness }: System, t: ServerWords): Fact[] {
  const { self_host_difficulty: n, self_host_reason: reason } = operations;
  const offerings = [
    ...operations.managed_offerings.map((id) => findSystem(id)?.name ?? id),
    ...operations.other_offerings.map((offering) => offering.name),
  ];
  return [
    { label: t("fact.managed"), value: offerings.length === 0 ? t("none") : offerings.join(" · ") },
    {
      label: t("fact.difficulty"),
      value: before(n === null ? t("fact.notSelfHosted", { reason: "" }) : t("fact.difficultyValue", { n, reason: "" }), reason),
    },
    { label: t("fact.ha"), value: <English>{operations.ha_mechanism}</English> },
    { label: t("fact.failover"), value: orUnknown(operations.failover_s, (s) => t("fact.seconds", { s }), t) },
    { label: t("fact.backup"), value: <English>{operations.backup_pitr}</English> },
    { label: t("fact.schemaChange"), value: <English>{operations.online_schema_change}</English> },
    { label: t("fact.skills"), value: t("fact.skillsValue", { n: skills_commonness }) },
    { label: t("fact.clouds"), value: deployment.clouds.map((cloud) => t(`cloud.${cloud}`)).join(", ") },
    { label: t("fact.onPrem"), value: t(deployment.on_prem ? "yes" : "no") },
  ];
}

function licenceFacts({ licence, pricing_shapes }: System, t: ServerWords): Fact[] {
  return [
    {
      label: t("fact.licence"),
      value: before(`${licence.id}, ${t("fact.osi", { osi: licence.osi_approved ? "yes" : "no" })}.`, licence.note),
    },
    { label: t("fact.steward"), value: licence.steward === null ? t("unknown") : t(`steward.${licence.steward}`) },
    { label: t("fact.pricing"), value: pricing_shapes.map((shape) => t(`pricing.${shape}`)).join(", ") },
  ];
}

function lockInFacts({ lock_in, exit_path, leave_trigger }: System, t: ServerWords): Fact[] {
  const axes = (["query_language", "schema_and_types", "tooling", "egress"] as const).map((axis) => ({
    label: t(`fact.${axis}`),
    value: before(t("fact.axis", { n: lock_in[axis].score, reason: "" }), lock_in[axis].reason),
  }));
  return [
    { label: t("fact.total"), value: t("fact.lockIn", { n: lock_in.total }) },
    ...axes,
    { label: t("fact.leave"), value: <English>{leave_trigger}</English> },
    { label: t("fact.exit"), value: <English>{exit_path}</English> },
  ];
}

function choiceFacts({ choose_when, avoid_when, uncertain }: System, t: ServerWords): Fact[] {
  return [
    { label: t("fact.chooseWhen"), value: inEnglish(choose_when) },
    { label: t("fact.avoidWhen"), value: inEnglish(avoid_when) },
    { label: t("fact.uncertain"), value: uncertain.length === 0 ? t("none") : inEnglish(uncertain) },
  ];
}

const inEnglish = (passages: readonly string[]) => passages.map((passage) => <English key={passage}>{passage}</English>);

function orUnknown(value: number | null, words: (value: number) => string, t: ServerWords): string {
  return value === null ? t("unknown") : words(value);
}
