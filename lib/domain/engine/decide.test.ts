import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import { decide } from "./decide";

describe("one answer alone gives what an expert expects", () => {
  it.each([
    ["relational", ["postgresql", "sqlite", "mysql"]],
    ["document", ["postgresql", "mongodb", "cosmos-db"]],
    ["key_value", ["postgresql", "dynamodb", "mysql"]],
    ["graph", ["neo4j", "neptune", "spanner"]],
    ["time_series", ["postgresql", "influxdb", "mongodb"]],
    ["search", ["postgresql", "elasticsearch", "meilisearch"]],
    ["vector", ["postgresql", "milvus", "qdrant"]],
    ["olap", ["bigquery", "snowflake", "clickhouse"]],
    ["embedded", ["sqlite", "duckdb", "rocksdb"]],
    ["wide_column", ["cassandra", "hbase", "dynamodb"]],
    ["append_log", ["postgresql", "cassandra", "hbase"]],
    ["object", ["amazon-s3", "google-cloud-storage"]],
  ] as const)("%s", (primary, expected) => {
    expect(decide({ workload: { primary } })).toEqual(expected);
  });

  it("nothing at all", () => {
    expect(decide({})).toEqual(["postgresql", "sqlite", "mysql"]);
  });
});

describe("the four worked checks", () => {
  it("a B2B product with joins and money in one region takes a relational engine", () => {
    const answers: Answers = {
      workload: { primary: "relational", entities_related: "yes", joins_needed: "yes" },
      consistency: { ops: ["money"], level: "serializable" },
      scale: { regions: "single", y3: { users: 500 } },
      ops: { team_size: 6 },
    };
    expect(decide(answers)).toEqual(["postgresql", "mysql", "yugabytedb"]);
  });

  const devices: Answers = {
    workload: { primary: "time_series", updates: "append_only" },
    scale: { y3: { writes_s: 60_000 } },
    ops: { hosting: "managed_only", clouds: ["aws"], extensions: ["timescaledb"] },
  };

  it("60,000 rows a second from devices takes PostgreSQL, InfluxDB or ClickHouse", () => {
    expect(decide(devices)).toEqual(["postgresql", "influxdb", "clickhouse"]);
  });

  it("and once measured, the extension stands for a PostgreSQL that is past its ceiling", () => {
    expect(decide({ ...devices, scale: { y3: { writes_s: 60_000 }, evidence: "production" } })).toEqual([
      "timescaledb",
      "influxdb",
      "clickhouse",
    ]);
  });

  it("a small site on AWS takes PostgreSQL and keeps SQLite", () => {
    const answers: Answers = {
      workload: { primary: "relational", app_hosts: "one" },
      scale: { regions: "single", y3: { data_gb: 5 } },
      ops: { clouds: ["aws"] },
    };
    expect(decide(answers)).toEqual(["postgresql", "sqlite", "mysql"]);
  });

  it("an identity service in one region takes PostgreSQL or MySQL, and no cluster", () => {
    const shortlist = decide({ workload: { primary: "relational" }, consistency: { ops: ["permissions"] }, scale: { regions: "single" } });
    expect(shortlist[0]).toBe("postgresql");
    expect(shortlist).toContain("mysql");
    expect(shortlist).not.toContain("cockroachdb");
  });

  it("the same writing in several regions takes a distributed engine", () => {
    expect(decide({ workload: { primary: "relational" }, scale: { regions: "multi_write" } })).toEqual([
      "yugabytedb",
      "spanner",
      "cockroachdb",
    ]);
  });
});

describe("what must never come back", () => {
  it.each<[string, Answers]>([
    ["embedded only", { workload: { embedded_only: "yes" } }],
    ["large objects", { workload: { primary: "object" } }],
    ["writes in several regions", { scale: { regions: "multi_write" } }],
    ["atomic across regions", { consistency: { atomic: "many_records_multi_region" } }],
    ["measured writes above one node", { workload: { primary: "relational" }, scale: { evidence: "benchmark", y3: { writes_s: 60_000 } } }],
  ])("PostgreSQL through a service: %s", (_, answers) => {
    expect(decide(answers)).not.toContain("postgresql");
  });

  it("the default because someone measured: small and measured still leads with PostgreSQL", () => {
    const answers: Answers = { workload: { primary: "relational" }, scale: { evidence: "production", y3: { data_gb: 5, writes_s: 20 } } };
    expect(decide(answers)[0]).toBe("postgresql");
  });

  it("SQLite as managed database because Turso exists", () => {
    expect(decide({ workload: { primary: "relational" }, ops: { hosting: "managed_only" } })).not.toContain("sqlite");
  });

  it("SQLite for 50 TB", () => {
    expect(decide({ workload: { primary: "relational" }, scale: { y3: { data_gb: 50_000 } } })).not.toContain("sqlite");
  });

  it("Oracle at serializable through a service that also hosts others", () => {
    expect(decide({ workload: { primary: "relational" }, consistency: { level: "serializable" } })).not.toContain("oracle-database");
  });
});

describe("the organisation's own standard", () => {
  it("outranks the default", () => {
    expect(decide({ workload: { primary: "relational" }, frame: { estate_standard: ["sql-server"] } })[0]).toBe("sql-server");
  });

  it("counts by family, so that running RDS for one engine counts for that engine", () => {
    expect(decide({ workload: { primary: "relational" }, ops: { experience: { "aurora-mysql": "production" } } })[0]).toBe("mysql");
  });

  it("lets a cache be primary only for what can be rebuilt", () => {
    expect(decide({ workload: { primary: "key_value", truth: "rebuildable_copy" } })[0]).toBe("redis");
    expect(decide({ workload: { primary: "key_value", truth: "source" } })).not.toContain("redis");
  });
});
