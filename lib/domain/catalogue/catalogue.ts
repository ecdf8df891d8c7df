import data from "./data/systems.json";
import type { Catalogue, System } from "./schema";

/** The catalogue as shipped. The data file is validated by the test beside it, not again at each start. */
export const CATALOGUE: Catalogue = data as unknown as Catalogue;

const BY_ID = new Map(CATALOGUE.systems.map((system) => [system.id, system]));

/** Left out of the grid: parts of other systems, and specialities that few teams have run. */
const notAsked = new Set(["in-memory", "dynamodb-dax", "aurora-dsql", "rocksdb", "tikv", "kdb", "foundationdb", "hbase", "meilisearch"]);

/** Families whose members go by different names. */
const familyNames: Record<string, string> = {
  mysql: "MySQL / MariaDB",
  redis: "Redis / Valkey",
  elasticsearch: "Elasticsearch / OpenSearch",
  cassandra: "Cassandra / ScyllaDB",
};

/** The catalogue entry with this id, or undefined. `findSystem("postgresql")?.name` is `"PostgreSQL"`. */
export function findSystem(id: string): System | undefined {
  return BY_ID.get(id);
}

/**
 * The engine family behind a system id: its own, or its engine's for a service that hosts exactly one. An id that the
 * catalogue does not know, and a service that hosts several engines, give null. `familyOf("aurora-postgresql")` is
 * `"postgresql"`, `familyOf("mariadb")` is `"mysql"`, `familyOf("amazon-rds")` is null.
 */
export function familyOf(id: string): string | null {
  const system = BY_ID.get(id);
  if (!system) return null;
  const own = system.engine_families[0];
  if (own) return own;
  const [hosted, ...others] = system.hosts;
  if (!hosted || others.length > 0) return null;
  return familyOf(hosted);
}

export type ExperienceFamily = { id: string; name: string };

/** Families that a team could have run, by name from A to Z: engines and services with a life of their own. */
export const EXPERIENCE_FAMILIES: readonly ExperienceFamily[] = CATALOGUE.systems
  .filter((system) => system.engine_families[0] === system.id && isRunnable(system))
  .map(({ id, name }) => ({ id, name: familyNames[id] ?? name }))
  .sort((a, b) => a.name.localeCompare(b.name, "en"));

function isRunnable(system: System): boolean {
  const isKept = system.kind === "engine" || system.kind === "managed service";
  return isKept && system.status === "active" && system.confidence !== "low" && !notAsked.has(system.id);
}
