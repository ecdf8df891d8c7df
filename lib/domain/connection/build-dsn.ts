import { DSN_PARAMS, type DsnKind, type DsnParam } from "./params";

export type DsnInput = {
  kind: DsnKind;
  host: string;
  /** Blank: the usual port. */
  port: string;
  user: string;
  database: string;
  /** Of SQLite: the file. */
  path: string;
  /** By parameter; blank leaves it out. */
  params: Readonly<Record<string, string>>;
};

/** A field that does not fit, by name, with the message that says what would. */
export type DsnProblem = { field: string; id: "host" | "port" | "path" | "count" | "duration" | "choice" };
export type DsnAdvice = "sslmode" | "tls" | "pool" | "sql_mode" | "foreign_keys" | "ephemeral" | "parse_time";
export type Dsn = { dsn: string; problems: DsnProblem[]; advice: DsnAdvice[] };

/** What stands for the password: the builder never asks for one. */
const PASSWORD_PLACEHOLDER = "{password}";

const PORTS = { postgresql: "5432", mysql: "3306", cockroachdb: "26257" } as const;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*\]?)$/u;
const DURATION = /^\d+(?:\.\d+)?(?:ms|s|m|h)$/u;

/**
 * A connection string from its parts, what does not fit, and what to know about the parameters chosen. Values are escaped;
 * blank parts stand as braces, and so does the password always. Durations are a number with ms, s, m or h.
 * @example buildDsn({ ...blank, kind: "sqlite", path: "/data/app.db", params: { _fk: "true" } }).dsn
 * // "sqlite:///data/app.db?_fk=true"
 */
export function buildDsn(input: DsnInput): Dsn {
  const params = DSN_PARAMS[input.kind].flatMap((param) => {
    const value = (input.params[param.name] ?? "").trim();
    return value === "" ? [] : [{ param, value }];
  });
  const query = params.map(({ param, value }) => `${param.name}=${encodeURIComponent(value)}`).join("&");
  const dsn = `${baseOf(input)}${query === "" ? "" : `?${query}`}`;
  return { dsn, problems: [...placeProblems(input), ...params.flatMap(problemOf)], advice: adviceOf(input, params) };
}

function baseOf({ kind, host, port, user, database, path }: DsnInput): string {
  if (kind === "in-memory") return "memory";
  if (kind === "sqlite") return `sqlite://${path.trim() === "" ? "/{path}" : encodePath(path.trim())}`;
  const address = `${addressOf(host)}:${port.trim() || PORTS[kind]}`;
  const where = kind === "mysql" ? `tcp(${address})` : address;
  const scheme = { postgresql: "postgres", mysql: "mysql", cockroachdb: "cockroach" }[kind];
  return `${scheme}://${part(user, "user")}:${PASSWORD_PLACEHOLDER}@${where}/${part(database, "database")}`;
}

function part(value: string, name: string): string {
  return value.trim() === "" ? `{${name}}` : encodeURIComponent(value.trim());
}

/** An IPv6 address stands in brackets, or its last part would read as the port. */
function addressOf(host: string): string {
  const trimmed = host.trim();
  if (trimmed === "") return "{host}";
  return trimmed.includes(":") && !trimmed.startsWith("[") ? `[${trimmed}]` : trimmed;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function placeProblems({ kind, host, port, path }: DsnInput): DsnProblem[] {
  if (kind === "in-memory") return [];
  if (kind === "sqlite") return path.trim() === "" || path.trim().startsWith("/") ? [] : [{ field: "path", id: "path" }];
  const isHost = host.trim() === "" || HOST.test(host.trim());
  const number = Number(port.trim() || "1");
  const isPort = Number.isInteger(number) && number > 0 && number < 65_536;
  return [...(isHost ? [] : [{ field: "host", id: "host" } as const]), ...(isPort ? [] : [{ field: "port", id: "port" } as const])];
}

type Given = { param: DsnParam; value: string };

function problemOf({ param: { name, type, options }, value }: Given): DsnProblem[] {
  if (type === "count" && !/^\d{1,9}$/u.test(value)) return [{ field: name, id: "count" }];
  if (type === "duration" && !DURATION.test(value)) return [{ field: name, id: "duration" }];
  if (type === "choice" && !options.includes(value)) return [{ field: name, id: "choice" }];
  return [];
}

function adviceOf({ kind }: DsnInput, params: readonly Given[]): DsnAdvice[] {
  const value = (name: string) => params.find(({ param }) => param.name === name)?.value;
  const has = (name: string) => DSN_PARAMS[kind].some((param) => param.name === name);
  const advice: [boolean, DsnAdvice][] = [
    [has("sslmode") && value("sslmode") !== "verify-full", "sslmode"],
    [kind === "mysql" && value("tls") !== "true", "tls"],
    [kind === "mysql" && value("parseTime") !== "true", "parse_time"],
    [value("sql_mode") !== undefined, "sql_mode"],
    [params.some(({ param }) => param.isPool), "pool"],
    [kind === "sqlite" && value("_fk") !== "true", "foreign_keys"],
    [kind === "in-memory", "ephemeral"],
  ];
  return advice.flatMap(([applies, id]) => (applies ? [id] : []));
}
