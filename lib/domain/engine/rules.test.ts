import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import { findFacts } from "./facts";
import { needOf } from "./need";
import { pointsOf } from "./rule";
import { RULES } from "./rules";

const outcome = (rule: string, system: string, answers: Answers, today?: string) => {
  const found = RULES.find(({ id }) => id === rule);
  const facts = findFacts(system);
  if (!found || !facts) throw new Error(`No rule ${rule} or system ${system}.`);
  return found.test(needOf(answers, today ?? null), facts);
};

type Case = [rule: string, system: string, answers: Answers, outcome: "yes" | "no" | "unknown"];

describe.each<[string, Case[]]>([
  [
    "the shape",
    [
      ["W-01", "dynamodb", { workload: { primary: "relational" } }, "yes"],
      ["W-01", "postgresql", { workload: { primary: "graph" } }, "no"],
      ["W-01", "dynamodb", {}, "unknown"],
      ["W-03", "redis", { workload: { entities_related: "yes", joins_needed: "yes" } }, "yes"],
      ["W-03", "redis", { workload: { entities_related: "yes" } }, "unknown"],
      ["W-03b", "mongodb", { workload: { entities_related: "yes", joins_needed: "yes" } }, "yes"],
      ["W-04", "mongodb", { workload: { shape_variation_pct: 5 } }, "yes"],
      ["W-04", "mongodb", { workload: { shape_variation_pct: 20 } }, "no"],
      ["W-05", "neo4j", { workload: { max_hops: 2 } }, "yes"],
      ["W-05", "neo4j", { workload: { max_hops: 4 } }, "unknown"],
      ["W-06", "influxdb", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 60_000 } } }, "yes"],
      ["W-06b", "postgresql", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 60_000 } } }, "yes"],
      ["W-10", "postgresql", { workload: { embedded_only: "yes" } }, "yes"],
      ["W-10", "duckdb", { workload: { embedded_only: "yes" } }, "no"],
      ["O-11", "sqlite", { workload: { app_hosts: "one" } }, "yes"],
      ["O-12", "sqlite", { ops: { hosting: "prefer_managed" } }, "yes"],
      ["O-12b", "duckdb", { workload: { primary: "olap" } }, "yes"],
      ["O-12b", "duckdb", { workload: { primary: "olap", embedded_only: "yes" } }, "no"],
      ["SEC-05", "prometheus", {}, "yes"],
      ["O-09", "mongodb", { ops: { current_stores: ["postgresql", "redis"] } }, "yes"],
      ["O-09", "postgresql", { ops: { current_stores: ["postgresql", "redis", "kafka"] } }, "no"],
    ],
  ],
  [
    "consistency",
    [
      ["C-01", "cassandra", { consistency: { level: "read_committed" } }, "yes"],
      ["C-01", "tidb", { consistency: { level: "serializable" } }, "yes"],
      ["C-01", "postgresql", { consistency: { level: "strict_serializable" } }, "no"],
      ["C-01", "cassandra", { consistency: { ops: ["money"] } }, "yes"],
      ["C-01b", "hbase", { consistency: { level: "causal" } }, "yes"],
      ["C-02", "cassandra", { consistency: { atomic: "many_records" } }, "yes"],
      ["C-02b", "valkey", { consistency: { atomic: "many_records" } }, "yes"],
      ["C-02b", "postgresql", { consistency: { atomic: "many_records" } }, "no"],
      ["C-03", "dynamodb", { consistency: { atomic: "many_records_multi_region" } }, "yes"],
      ["C-03", "spanner", { consistency: { atomic: "many_records_multi_region" } }, "no"],
      ["C-04", "redis", { consistency: { fresh_reads: "always" } }, "yes"],
      ["C-04b", "dynamodb", { consistency: { fresh_reads: "always" } }, "yes"],
      ["C-06", "postgresql", { consistency: { level: "serializable" } }, "yes"],
      ["C-06", "postgresql", { consistency: { level: "read_committed" } }, "no"],
      ["C-07", "cockroachdb", { consistency: { level: "strict_serializable" } }, "yes"],
      ["C-07b", "postgresql", { consistency: { level: "strict_serializable" } }, "yes"],
      ["C-08", "valkey", { consistency: { loss_ok_s: 0 } }, "yes"],
      ["C-08", "valkey", { frame: { rpo_s: 0 } }, "yes"],
      ["C-08", "valkey", { consistency: { loss_ok_s: 5 } }, "no"],
      ["C-08b", "postgresql", { consistency: { loss_ok_s: 0 } }, "yes"],
      ["C-12", "dynamodb", { consistency: { ops: ["money"] }, scale: { regions: "single" } }, "no"],
      ["C-12", "dynamodb", { consistency: { ops: ["money"] }, scale: { regions: "multi_write" } }, "yes"],
    ],
  ],
  [
    "scale",
    [
      ["S-04", "cloudflare-d1", { scale: { y3: { data_gb: 11 } } }, "yes"],
      ["S-04", "postgresql", { scale: { y3: { data_gb: 11 } } }, "unknown"],
      ["S-04b", "sqlite", { scale: { y3: { data_gb: 600 } } }, "yes"],
      ["S-04c", "sqlite", { scale: { y3: { data_gb: 5_000 } } }, "no"],
      ["S-04c", "sqlite", { scale: { y3: { data_gb: 5_001 } } }, "yes"],
      ["S-05", "postgresql", { scale: { evidence: "benchmark", y3: { writes_s: 50_001 } } }, "yes"],
      ["S-05", "postgresql", { scale: { evidence: "benchmark", y3: { writes_s: 50_000 } } }, "no"],
      ["S-05", "postgresql", { scale: { evidence: "estimate", y3: { writes_s: 60_000 } } }, "no"],
      ["S-05", "postgresql", { scale: { evidence: "production", now: { writes_s: 4_000 }, y3: { writes_s: 60_000 } } }, "no"],
      ["S-05b", "postgresql", { scale: { y3: { writes_s: 60_000 } } }, "yes"],
      ["S-06", "postgresql", { scale: { y3: { writes_s: 20_000 } } }, "yes"],
      ["S-01", "cassandra", { scale: { regions: "single", y3: { data_gb: 20 } }, ops: { hosting: "self_host_only" } }, "yes"],
      ["S-01", "mongodb", { scale: { regions: "single", y3: { data_gb: 20 } }, ops: { hosting: "self_host_only" } }, "no"],
      ["S-07", "tidb", { scale: { evidence: "none" }, workload: { primary: "document" } }, "yes"],
      ["S-07", "cassandra", { workload: { primary: "document" } }, "unknown"],
      ["S-07", "cassandra", { scale: { evidence: "none" }, workload: { primary: "wide_column" } }, "no"],
      ["S-08", "aurora-dsql", { scale: { regions: "multi_write" } }, "no"],
      ["S-08", "postgresql", { scale: { regions: "multi_write" } }, "yes"],
      ["S-08", "postgresql", { scale: { regions: "multi_write", home_region_ok: "yes" } }, "no"],
      ["S-08b", "postgresql", { scale: { regions: "multi_write", home_region_ok: "yes" } }, "yes"],
    ],
  ],
  [
    "team and cost",
    [
      ["O-01", "rocksdb", { ops: { hosting: "managed_only" } }, "yes"],
      ["O-01", "sqlite", { ops: { hosting: "managed_only" } }, "yes"],
      ["O-01b", "spanner", { ops: { hosting: "self_host_only" } }, "yes"],
      ["O-01b", "spanner", { ops: { residency: "self_host_mandatory" } }, "yes"],
      ["O-03", "cassandra", { ops: { hosting: "self_host_only", experience: { cassandra: "none" }, learning_months: 1 } }, "yes"],
      ["O-03", "cassandra", { ops: { hosting: "self_host_only", experience: { cassandra: "none" } } }, "unknown"],
      [
        "O-03b",
        "cassandra",
        { ops: { hosting: "self_host_only", experience: { cassandra: "none" }, learning_months: 4, db_experts: 2 } },
        "yes",
      ],
      ["O-04", "mariadb", { ops: { experience: { mysql: "production" } } }, "yes"],
      ["O-04b", "mongodb", { ops: { experience: { mongodb: "none" } } }, "yes"],
      ["O-05", "amazon-rds", { ops: { extensions: ["timescaledb"] } }, "yes"],
      ["O-05", "neon", { ops: { extensions: ["timescaledb"] } }, "unknown"],
      ["O-05b", "azure-database-postgresql", { ops: { extensions: ["TimescaleDB"] } }, "yes"],
      ["O-10", "spanner", { ops: { clouds: ["aws"] } }, "yes"],
      ["O-10", "clickhouse", { ops: { clouds: ["oci"], hosting: "managed_only" } }, "yes"],
      ["O-10", "clickhouse", { ops: { clouds: ["oci"], hosting: "either" } }, "no"],
      ["O-10", "clickhouse", { ops: { clouds: ["oci"] } }, "unknown"],
      ["O-10", "postgresql", { ops: { clouds: ["oci"], hosting: "managed_only" } }, "no"],
      ["HOST-01", "postgresql", { ops: { team_size: 6 } }, "yes"],
      ["HOST-01", "sqlite", { ops: { team_size: 6 } }, "no"],
      ["P-01", "mongodb", { cost: { licence_policy: "osi_only" } }, "yes"],
      ["P-01", "mongodb", { frame: { governance: "osi_only" } }, "yes"],
      ["P-01", "mongodb-atlas", { cost: { licence_policy: "osi_only" } }, "yes"],
      ["P-01", "amazon-rds", { cost: { licence_policy: "osi_only" } }, "no"],
      ["P-01b", "sql-server", { cost: { licence_policy: "no_commercial" }, ops: { hosting: "self_host_only" } }, "yes"],
      ["P-02", "postgresql", { cost: { budget_binding: "yes", budget_month: 10 } }, "yes"],
      ["P-02", "postgresql", { cost: { budget_binding: "yes", budget_month: 100 } }, "no"],
      ["P-02", "postgresql", { cost: { budget_binding: "no", budget_month: 10 } }, "no"],
      ["P-02", "postgresql", { cost: { budget_month: 10 } }, "unknown"],
      ["P-02", "postgresql", { cost: { budget_binding: "yes", budget_month: 40 }, ops: { hosting: "self_host_only" } }, "yes"],
      ["P-02", "sqlite", { cost: { budget_binding: "yes", budget_month: 0 } }, "no"],
      ["P-02", "dynamodb", { cost: { budget_binding: "yes", budget_month: 0 } }, "no"],
      ["P-02", "surrealdb", { cost: { budget_binding: "yes", budget_month: 1 } }, "unknown"],
      ["P-11", "oracle-database", { ops: { experience: { "oracle-database": "production" } } }, "no"],
      ["LK-04", "dynamodb", { process: { exit_plan: "yes" } }, "no"],
      ["LK-04", "dynamodb", {}, "yes"],
    ],
  ],
  [
    "the frame",
    [
      ["F-01", "dynamodb", { frame: { distribution: "shipped_to_customers" } }, "yes"],
      ["F-02", "postgresql", { frame: { distribution: "client_device" } }, "yes"],
      ["F-03b", "cassandra", { frame: { distribution: "appliance" } }, "yes"],
      ["F-04", "oracle-database", { frame: { distribution: "several" } }, "yes"],
      ["F-05", "scylladb", { frame: { governance: "osi_only" } }, "yes"],
      ["F-06", "mongodb", { frame: { governance: "foundation_governed" } }, "yes"],
      ["F-06b", "mysql", { frame: { distribution: "shipped_to_customers" } }, "yes"],
      ["F-08b", "mongodb", { frame: { estate_standard: ["sql-server"] } }, "yes"],
      ["F-09", "mongodb", { frame: { platform_limits: ["MongoDB"] } }, "yes"],
      ["F-09", "mysql", { frame: { platform_limits: ["MongoDB"] } }, "no"],
      ["F-10", "mariadb", { frame: { must_support_engines: ["mysql"] } }, "yes"],
      ["F-12", "mysql", { frame: { first_release_weeks: 4 }, ops: { experience: { mysql: "production" } } }, "yes"],
      ["F-13", "spanner", { frame: { local_parity: "yes" } }, "yes"],
      ["F-17", "postgresql", { frame: { must_have_features: ["Row-level security"] } }, "no"],
      ["F-17", "mysql", { frame: { must_have_features: ["row-level security"] } }, "yes"],
      ["F-20", "amazon-rds", { frame: { rto_s: 60 } }, "yes"],
    ],
  ],
])("rules on %s", (_, cases) => {
  it.each(cases)("%s of %s given %j: %s", (rule, system, answers, expected) => {
    expect(outcome(rule, system, answers)).toBe(expected);
  });
});

describe("what runs today", () => {
  const frame = { incumbent: "mysql", end_of_support: "2028-01-31" };

  it("is preferred until its support ends within eighteen months", () => {
    expect(outcome("F-07", "mariadb", { frame }, "2026-07-30")).toBe("yes");
    expect(outcome("F-07", "mariadb", { frame }, "2026-07-31")).toBe("no");
    expect(outcome("F-07", "mariadb", { frame: { incumbent: "mysql" } })).toBe("yes");
  });
});

describe("points", () => {
  it("grow with every second shape that a candidate cannot do", () => {
    const rule = RULES.find(({ id }) => id === "W-13");
    const facts = findFacts("redis");
    const need = needOf({ workload: { secondary: ["relational", "graph", "olap"] } });
    expect(rule && facts && pointsOf(rule, need, facts)).toBe(-6);
  });
});
