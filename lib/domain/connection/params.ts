/** The parameters that the builder of connection strings offers, per kind of string. */

export type DsnKind = "postgresql" | "mysql" | "sqlite" | "cockroachdb" | "in-memory";

export type DsnParam = {
  name: string;
  type: "choice" | "count" | "duration" | "text";
  /** Of a choice, the safest first. */
  options: readonly string[];
  /** Set from the start, because leaving it out is a trap. */
  preset: string;
  /** A setting of the application's pool, not of the driver: some servers refuse what they do not know. */
  isPool: boolean;
};

const choice = (name: string, options: readonly string[], preset = ""): DsnParam => ({
  name,
  type: "choice",
  options,
  preset,
  isPool: false,
});
const plain = (name: string, type: DsnParam["type"]): DsnParam => ({ name, type, options: [], preset: "", isPool: false });
const pool = (name: string, type: DsnParam["type"]): DsnParam => ({ ...plain(name, type), isPool: true });

const SSL_MODE = choice("sslmode", ["verify-full", "verify-ca", "require", "disable"], "verify-full");
const CERTIFICATES = [plain("sslrootcert", "text"), plain("sslcert", "text"), plain("sslkey", "text")];
const POOL = [
  pool("max_conns", "count"),
  pool("max_idle_conns", "count"),
  pool("max_conn_lifetime", "duration"),
  pool("max_conn_idle_time", "duration"),
];

export const DSN_PARAMS: Readonly<Record<DsnKind, readonly DsnParam[]>> = {
  postgresql: [
    SSL_MODE,
    plain("connect_timeout", "count"),
    plain("fallback_application_name", "text"),
    plain("search_path", "text"),
    ...CERTIFICATES,
    ...POOL,
  ],
  mysql: [
    choice("parseTime", ["true", "false"], "true"),
    choice("tls", ["true", "skip-verify", "preferred", "false"], "true"),
    plain("collation", "text"),
    plain("loc", "text"),
    plain("maxAllowedPacket", "count"),
    plain("timeout", "duration"),
    plain("readTimeout", "duration"),
    plain("writeTimeout", "duration"),
    choice("sql_mode", ["TRADITIONAL"]),
    ...POOL,
  ],
  sqlite: [
    choice("_fk", ["true", "false"], "true"),
    choice("_journal_mode", ["WAL", "DELETE", "TRUNCATE", "MEMORY"], "WAL"),
    plain("_busy_timeout", "count"),
  ],
  cockroachdb: [SSL_MODE, plain("application_name", "text"), ...CERTIFICATES],
  "in-memory": [],
};

const KIND_OF_SYSTEM: Readonly<Record<string, DsnKind>> = {
  postgresql: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
  sqlite: "sqlite",
  cockroachdb: "cockroachdb",
  "in-memory": "in-memory",
};

/** The kind of connection string that the builder writes for a system, or null. `dsnKindOf("mariadb")` is `"mysql"`. */
export function dsnKindOf(systemId: string): DsnKind | null {
  return KIND_OF_SYSTEM[systemId] ?? null;
}
