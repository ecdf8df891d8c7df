import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's own schema engine, from its WebAssembly package: the binary that the CLI would use has to be downloaded, and
 * an installation without internet could then never migrate. It writes the ordinary `_prisma_migrations` table, so an
 * operator who has the CLI may go on with `prisma migrate deploy`.
 */
async function withSchemaEngine<T>(connectionString: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const wasm = await loadEngine();
  const opened: { dispose(): Promise<void> }[] = [];
  const factory = wholeScripts(new PrismaPg({ connectionString }), opened);
  const engine = await wasm.SchemaEngine.new(
    { datamodels: [["schema.prisma", readDatamodel()]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}

/** Applies what is missing and names it. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  return withSchemaEngine(connectionString, async (engine) => {
    const output = await engine.applyMigrations({ migrationsList: listMigrations(), filters: NO_FILTERS });
    return output.appliedMigrationNames;
  });
}

/** The SQL from an older datamodel (or from nothing) to today's, for writing a new migration. */
export async function diffDatamodel(connectionString: string, from: string | null): Promise<string> {
  return withSchemaEngine(connectionString, async (engine) => {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: readDatamodel() }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return result.stdout ?? "";
  });
}

export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * The adapter cuts scripts at every semicolon (7.10.0), also inside function bodies and comments. PostgreSQL runs a whole
 * script as one simple query, and as one transaction at that, so a migration lands whole or not at all.
 */
function wholeScripts(factory: PrismaPg, opened: { dispose(): Promise<void> }[]): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    opened.push(connection);
    connection.executeScript = async (script) => void (await connection.underlyingDriver().query(script));
    return connection;
  };
  return factory;
}

// Not by import.meta.url: in the built server that names another folder.
const PRISMA = join(process.cwd(), "prisma");
const MIGRATIONS = join(PRISMA, "migrations");
const NO_FILTERS = { externalTables: [], externalEnums: [] };

const readDatamodel = () => readFileSync(join(PRISMA, "schema.prisma"), "utf8");

function listMigrations() {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

let loaded: ReturnType<typeof instantiateEngine> | null = null;

/** Once per process: the package keeps views of the memory of its first instance, and a second one would be misread. */
function loadEngine() {
  loaded ??= instantiateEngine();
  return loaded;
}

async function instantiateEngine() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const require = createRequire(import.meta.url);
  const file = join(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"), "..", "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}
