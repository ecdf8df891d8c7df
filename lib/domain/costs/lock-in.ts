import { findDesign } from "./designs";
import type { Shape } from "./shape-schema";
import type { LockIn } from "./tco-schema";

const OPEN: LockIn = { queryLanguage: 0, schemaFeatures: 1, tooling: 1, egress: 0 };
const HOSTED: LockIn = { queryLanguage: 0, schemaFeatures: 1, tooling: 2, egress: 1 };
const OWN_DIALECT: LockIn = { queryLanguage: 1, schemaFeatures: 1, tooling: 2, egress: 1 };
const CLOSED: LockIn = { queryLanguage: 3, schemaFeatures: 3, tooling: 3, egress: 1 };

/** By what a design runs first; our judgement, shown with every number it moves. */
const BY_SYSTEM: Readonly<Record<string, LockIn>> = {
  dynamodb: CLOSED,
  "cosmos-db": CLOSED,
  firestore: CLOSED,
  pinecone: CLOSED,
  spanner: { queryLanguage: 2, schemaFeatures: 3, tooling: 3, egress: 1 },
  bigquery: { queryLanguage: 2, schemaFeatures: 2, tooling: 3, egress: 1 },
  snowflake: { queryLanguage: 2, schemaFeatures: 2, tooling: 3, egress: 1 },
  redshift: { queryLanguage: 2, schemaFeatures: 2, tooling: 2, egress: 1 },
  athena: { queryLanguage: 1, schemaFeatures: 1, tooling: 2, egress: 1 },
  "oracle-database": { queryLanguage: 3, schemaFeatures: 2, tooling: 2, egress: 0 },
  "sql-server": { queryLanguage: 2, schemaFeatures: 2, tooling: 2, egress: 0 },
  neptune: { queryLanguage: 2, schemaFeatures: 2, tooling: 2, egress: 1 },
  neo4j: { queryLanguage: 2, schemaFeatures: 2, tooling: 1, egress: 1 },
  influxdb: { queryLanguage: 2, schemaFeatures: 2, tooling: 1, egress: 1 },
  "aurora-postgresql": OWN_DIALECT,
  "aurora-mysql": OWN_DIALECT,
  "aurora-serverless-v2": OWN_DIALECT,
  cockroachdb: OWN_DIALECT,
  yugabytedb: OWN_DIALECT,
  clickhouse: OWN_DIALECT,
  "mongodb-atlas": { queryLanguage: 2, schemaFeatures: 2, tooling: 1, egress: 1 },
};

/**
 * How hard it is to leave a listed design, 0 to 3 on each of four axes: query language, schema features, tooling, egress. A design that
 * is not in the table counts as open when the team runs it, else as hosted.
 *
 * @example lockInOf("dynamodb-on-demand", null).queryLanguage // 3
 */
export function lockInOf(designId: string | null, shape: Shape | null): LockIn {
  const design = designId === null ? null : findDesign(designId);
  const system = design?.systems[0] ?? "";
  if (Object.hasOwn(BY_SYSTEM, system)) return BY_SYSTEM[system] ?? HOSTED;
  return shape?.shape === "self_hosted" ? OPEN : HOSTED;
}
