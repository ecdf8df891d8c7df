import "server-only";
import { createHash, type Hash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { BackupError } from "./backup-error";
import { type BackupHeader, FORMAT_VERSION, TEXT_SETTINGS } from "./backup-format";
import { readInstanceFiles } from "./instance-files";
import { appliedMigrations, listTables, quote, type Table } from "./tables";

const ROWS_PER_FETCH = 500;

/**
 * Writes one consistent copy of all tables while others go on writing: a single read-only REPEATABLE READ transaction
 * sees the database as it was at its first statement. The file appears under its name only when it is whole.
 */
export async function writeBackup({
  connectionString,
  dataDir,
  file,
}: {
  connectionString: string;
  dataDir: string;
  file: string;
}): Promise<BackupHeader> {
  if (existsSync(file)) throw new BackupError(`${file} is there already. Name another file, or move that one away.`);
  mkdirSync(dirname(file), { recursive: true });
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  const unfinished = `${file}.part`;
  try {
    await connect(client);
    await client.query(`BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;${TEXT_SETTINGS}`);
    const tables = await listTables(client);
    const header = await headerOf({ client, tables, dataDir });
    const lines = Readable.from(linesOf({ client, tables, header, hash: createHash("sha256") }));
    await pipeline(lines, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await client.query("COMMIT");
    renameSync(unfinished, file);
    return header;
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}

async function connect(client: Client) {
  try {
    await client.connect();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new BackupError(`The database does not answer (${code ?? message}). Check DATABASE_URL and that the server runs.`);
  }
  const found = await client.query<{ name: string | null }>("SELECT to_regclass('public._prisma_migrations')::text AS name");
  if (found.rows[0]?.name == null) throw new BackupError("The database has no tables yet, so there is nothing to copy.");
}

async function headerOf({ client, tables, dataDir }: { client: Client; tables: Table[]; dataDir: string }): Promise<BackupHeader> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const counted = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${quote(name)}`);
    counts[name] = Number(counted.rows[0]?.n);
  }
  const clock = await client.query<{ at: string; postgres: string }>(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, current_setting('server_version') AS postgres`,
  );
  const migrations = await appliedMigrations(client);
  const { at = "", postgres = "" } = clock.rows[0] ?? {};
  return {
    format: "shortlist-backup",
    version: FORMAT_VERSION,
    createdAt: at,
    postgres,
    migrations,
    counts,
    files: readInstanceFiles(dataDir),
  };
}

async function* linesOf({
  client,
  tables,
  header,
  hash,
}: {
  client: Client;
  tables: Table[];
  header: BackupHeader;
  hash: Hash;
}): AsyncGenerator<string> {
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of tables) {
    yield hashed(`${JSON.stringify({ table: table.name, columns: table.columns.map((column) => column.name) })}\n`);
    for await (const rows of rowsOf(client, table)) yield hashed(rows);
  }
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`;
}

/** PostgreSQL writes the line itself: each value as its own text, so nothing passes through a JavaScript number or date. */
async function* rowsOf(client: Client, { name, columns }: Table): AsyncGenerator<string> {
  const values = columns.map((column) => `${quote(column.name)}::text`).join(", ");
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT json_build_array(${values})::text AS line FROM ${quote(name)}`);
  while (true) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_PER_FETCH} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map((row) => `${row.line}\n`).join("");
  }
  await client.query("CLOSE backup_rows");
}
