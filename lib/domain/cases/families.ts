import { familyOf } from "../catalogue/catalogue";

/** The coarse families in which real decisions are counted, as engine families of the catalogue. */
const MEMBERS: Record<string, readonly string[]> = {
  postgres: ["postgresql"],
  mysql: ["mysql"],
  sqlite: ["sqlite"],
  sqlserver: ["sql-server"],
  oracle: ["oracle-database"],
  "distributed-sql": ["cockroachdb", "yugabytedb", "spanner", "tidb", "aurora-dsql", "singlestore"],
  "mongodb-documentdb": ["mongodb"],
  mongodb: ["mongodb"],
  firestore: ["firestore"],
  cosmosdb: ["cosmos-db"],
  dynamodb: ["dynamodb"],
  "redis-valkey": ["redis"],
  memcached: ["memcached"],
  "search-engine": ["elasticsearch", "meilisearch", "typesense"],
  "time-series": ["influxdb", "prometheus", "questdb", "kdb", "cratedb", "timescaledb"],
  graph: ["neo4j", "neptune", "arangodb", "surrealdb"],
  clickhouse: ["clickhouse"],
  duckdb: ["duckdb", "ducklake"],
  "warehouse-lakehouse": ["bigquery", "snowflake", "redshift", "trino", "iceberg", "ducklake"],
  vector: ["qdrant", "pinecone", "weaviate", "milvus", "pgvector"],
  "wide-column": ["cassandra", "hbase"],
  "event-log": ["kafka"],
  "object-store": ["amazon-s3", "google-cloud-storage"],
  "embedded-kv": ["rocksdb"],
};

/** A decision for no store at all; the standing candidate "no new database" stands for it. */
export const NO_STORE = "none";

/**
 * Whether a candidate of the engine belongs to a coarse family. A family without a row is read as the engines that its name
 * holds. `isOfCoarseFamily("mariadb", "mysql")` is true, and so is `isOfCoarseFamily("scylladb", "cassandra-scylla")`.
 */
export function isOfCoarseFamily(id: string, coarse: string): boolean {
  const family = familyOf(id) ?? id;
  const members = MEMBERS[coarse] ?? [coarse, ...enginesIn(coarse)];
  return members.includes(family) || members.includes(id);
}

/** Names as records write them. The longer name stands before the shorter one that it contains. */
const NAMES: readonly [RegExp, string][] = [
  [/postgres(ql)?|\bpg\b|aurora(?! mysql)|timescale/iu, "postgresql"],
  [/my ?sql|mariadb/iu, "mysql"],
  [/sqlite/iu, "sqlite"],
  [/sql server|mssql/iu, "sql-server"],
  [/oracle/iu, "oracle-database"],
  [/mongo|documentdb/iu, "mongodb"],
  [/dynamo ?db/iu, "dynamodb"],
  [/firestore/iu, "firestore"],
  [/cosmos/iu, "cosmos-db"],
  [/redis|valkey|elasticache/iu, "redis"],
  [/memcached?/iu, "memcached"],
  [/elastic ?search|open ?search/iu, "elasticsearch"],
  [/cassandra|scylla/iu, "cassandra"],
  [/cockroach/iu, "cockroachdb"],
  [/yugabyte/iu, "yugabytedb"],
  [/spanner/iu, "spanner"],
  [/click ?house/iu, "clickhouse"],
  [/duckdb/iu, "duckdb"],
  [/influx/iu, "influxdb"],
  [/prometheus/iu, "prometheus"],
  [/neo4j/iu, "neo4j"],
  [/neptune/iu, "neptune"],
  [/bigquery/iu, "bigquery"],
  [/snowflake/iu, "snowflake"],
  [/redshift/iu, "redshift"],
  [/kafka/iu, "kafka"],
];

/** Engine families that a text names, each once, in the order of the list above. `enginesIn("Puppet-managed MySQL and PostgreSQL")` is `["postgresql", "mysql"]`. */
export function enginesIn(text: string): string[] {
  return [...new Set(NAMES.flatMap(([name, id]) => (name.test(text) ? [id] : [])))];
}
