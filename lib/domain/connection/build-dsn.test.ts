import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../catalogue/catalogue";
import { connectionsOf } from "../catalogue/connections";
import { buildDsn, type DsnInput } from "./build-dsn";
import { DSN_PARAMS, type DsnKind } from "./params";

const input = (kind: DsnKind, over: Partial<DsnInput> = {}): DsnInput => ({
  kind,
  host: "db.example.org",
  port: "",
  user: "orders",
  database: "shop",
  path: "",
  params: {},
  ...over,
});
const presets = (kind: DsnKind) => Object.fromEntries(DSN_PARAMS[kind].map(({ name, preset }) => [name, preset]));

describe("a connection string", () => {
  it.each([
    ["postgresql", "postgres://orders:{password}@db.example.org:5432/shop?sslmode=verify-full"],
    ["mysql", "mysql://orders:{password}@tcp(db.example.org:3306)/shop?parseTime=true&tls=true"],
    ["cockroachdb", "cockroach://orders:{password}@db.example.org:26257/shop?sslmode=verify-full"],
    ["in-memory", "memory"],
  ] as const)("of %s starts safe", (kind, dsn) => {
    expect(buildDsn(input(kind, { params: presets(kind) })).dsn).toBe(dsn);
  });

  it("of SQLite names a file and keeps foreign keys", () => {
    const built = buildDsn(input("sqlite", { path: "/var/data/my app.db", params: presets("sqlite") }));
    expect(built).toEqual({ dsn: "sqlite:///var/data/my%20app.db?_fk=true&_journal_mode=WAL", problems: [], advice: [] });
    expect(buildDsn(input("sqlite", { path: "data.db" })).problems).toEqual([{ field: "path", id: "path" }]);
  });

  it("leaves braces where nothing was said, and never asks for a password", () => {
    const built = buildDsn(input("postgresql", { host: "", user: "", database: "" }));
    expect(built.dsn).toBe("postgres://{user}:{password}@{host}:5432/{database}");
  });

  it("escapes what would end a part early", () => {
    const built = buildDsn(input("mysql", { user: "a@b:c/d", params: { loc: "US/Pacific" } }));
    expect(built.dsn).toBe("mysql://a%40b%3Ac%2Fd:{password}@tcp(db.example.org:3306)/shop?loc=US%2FPacific");
  });

  it("puts an IPv6 address into brackets", () => {
    expect(buildDsn(input("postgresql", { host: "2001:db8::1" })).dsn).toContain("@[2001:db8::1]:5432/");
  });
});

describe("what does not fit", () => {
  it.each([
    [{ host: "not a host" }, { field: "host", id: "host" }],
    [{ host: "db/../x" }, { field: "host", id: "host" }],
    [{ port: "70000" }, { field: "port", id: "port" }],
    [{ port: "-1" }, { field: "port", id: "port" }],
    [{ params: { connect_timeout: "soon" } }, { field: "connect_timeout", id: "count" }],
    [{ params: { max_conn_lifetime: "30" } }, { field: "max_conn_lifetime", id: "duration" }],
    [{ params: { sslmode: "maybe" } }, { field: "sslmode", id: "choice" }],
  ])("%j is named", (over, problem) => {
    expect(buildDsn(input("postgresql", over)).problems).toEqual([problem]);
  });

  it.each(["30s", "0.5m", "1500ms", "2h"])("%s is a duration", (max_conn_lifetime) => {
    expect(buildDsn(input("postgresql", { params: { max_conn_lifetime } })).problems).toEqual([]);
  });
});

describe("advice", () => {
  it("says that require encrypts without checking who answers", () => {
    expect(buildDsn(input("postgresql", { params: { sslmode: "require" } })).advice).toEqual(["sslmode"]);
    expect(buildDsn(input("cockroachdb", { params: { sslmode: "verify-full" } })).advice).toEqual([]);
  });

  it("tells pool settings from those of the driver, and a workaround from a setting", () => {
    const params = { ...presets("mysql"), max_conns: "20", sql_mode: "TRADITIONAL" };
    expect(buildDsn(input("mysql", { params })).advice).toEqual(["sql_mode", "pool"]);
    expect(buildDsn(input("mysql", { params: { tls: "skip-verify", parseTime: "true" } })).advice).toEqual(["tls"]);
  });

  it("says what is lost: foreign keys in SQLite, everything in memory", () => {
    expect(buildDsn(input("sqlite", { path: "/a" })).advice).toEqual(["foreign_keys"]);
    expect(buildDsn(input("in-memory")).advice).toEqual(["ephemeral"]);
  });
});

it("every system of the catalogue says how to reach it, and no template holds a credential", () => {
  for (const { id } of CATALOGUE.systems) {
    const found = connectionsOf(id);
    expect(found.length, id).toBeGreaterThan(0);
    for (const { template } of found) expect(template, id).not.toMatch(/:\/\/[a-z]+:[^{@/]+@/u);
  }
  expect(connectionsOf("nosuchdb")).toEqual([]);
});
