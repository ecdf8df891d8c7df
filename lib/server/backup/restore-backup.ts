import "server-only";
import { Client } from "pg";
import { migrationNames } from "@/prisma/schema-engine";
import { migrate } from "../db/migrate";
import { BackupError } from "./backup-error";
import { type BackupHeader, TEXT_SETTINGS } from "./backup-format";
import { findDifferingFile, writeInstanceFiles } from "./instance-files";
import { checkBackup, readBackup } from "./read-backup";
import { listTables, quote, type Table } from "./tables";
import { triggersOff } from "./triggers";

export type Restored = { header: BackupHeader; chains: number; broken: { chain: string; verdict: string }[] };
type RestoreInput = { adminUrl: string; appUrl: string; dataDir: string; file: string; replace: boolean };

const BYTES_PER_INSERT = 1_000_000;
const LOCK_WAIT = "10s";

/**
 * Loads a backup into a database of this version or an empty one, all of it or nothing. A backup of the release before
 * loads too: what a later migration added stays at its default, as in rows that the older release wrote itself.
 */
export async function restoreBackup({ adminUrl, appUrl, dataDir, file, replace }: RestoreInput): Promise<Restored> {
  const header = await checkBackup(file);
  refuseNewer(file, header);
  const differing = findDifferingFile(dataDir, header.files);
  if (differing !== null && !replace)
    throw new BackupError(`The data folder has a ${differing} of its own. Restore into an empty folder, or add --replace to overwrite it.`);
  await migrate({ adminUrl, appUrl });
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`BEGIN;${TEXT_SETTINGS} SET LOCAL lock_timeout = '${LOCK_WAIT}';`);
    const tables = await listTables(client);
    await lock(client, tables);
    if (!replace) await refuseFilled(client, tables);
    const restoreTriggers = await triggersOff(client);
    if (replace) await client.query(`TRUNCATE ${namesOf(tables)}`);
    await load({ client, tables, file });
    await restoreTriggers();
    const verified = await verifyChains(client);
    await client.query("COMMIT");
    writeInstanceFiles(dataDir, header.files);
    await client.query("ANALYZE");
    return { header, ...verified };
  } finally {
    await client.end();
  }
}

function refuseNewer(file: string, header: BackupHeader) {
  const known = new Set(migrationNames());
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new BackupError(`${file} was made by a newer Shortlist (it has the migration ${unknown}). Restore it with that version.`);
}

async function lock(client: Client, tables: Table[]) {
  try {
    await client.query(`LOCK TABLE ${namesOf(tables)} IN ACCESS EXCLUSIVE MODE`);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== "55P03") throw cause;
    throw new BackupError("Others are writing to the database. Stop the app and try again.");
  }
}

async function refuseFilled(client: Client, tables: Table[]) {
  for (const { name } of tables) {
    const found = await client.query(`SELECT 1 FROM ${quote(name)} LIMIT 1`);
    if (found.rowCount !== 0)
      throw new BackupError(
        `The database is not empty (there are rows in ${name}). Restore into an empty one, or add --replace to delete what is there.`,
      );
  }
}

async function load({ client, tables, file }: { client: Client; tables: Table[]; file: string }) {
  let insert: string | null = null;
  let waiting: string[] = [];
  let bytes = 0;
  const flush = async () => {
    if (insert !== null && waiting.length > 0) await client.query(insert, [`[${waiting.join(",")}]`]);
    waiting = [];
    bytes = 0;
  };
  for await (const part of readBackup(file)) {
    if (part.kind === "table") {
      await flush();
      insert = insertInto({ file, table: tables.find((table) => table.name === part.name), part });
    } else if (part.kind === "row") {
      waiting.push(part.line);
      bytes += part.line.length;
      if (bytes >= BYTES_PER_INSERT) await flush();
    }
  }
  await flush();
}

/** The rows come in the order of the backup's references, which a migration of one release cannot turn around. */
function insertInto({ file, table, part }: { file: string; table: Table | undefined; part: { name: string; columns: string[] } }): string {
  const types = new Map(table?.columns.map((column) => [column.name, column.type]));
  const missing = table === undefined ? part.name : part.columns.find((name) => !types.has(name));
  if (missing !== undefined)
    throw new BackupError(
      `${file} holds “${missing}”, which this version no longer has. Restore it with the Shortlist that made it and upgrade after.`,
    );
  const values = part.columns.map((name, index) => `(r->>${index})::${types.get(name)}`);
  return `INSERT INTO ${quote(part.name)} (${part.columns.map(quote).join(", ")}) SELECT ${values.join(", ")} FROM json_array_elements($1::json) AS r`;
}

async function verifyChains(client: Client): Promise<Pick<Restored, "chains" | "broken">> {
  const verdicts = await client.query<{ chain: string; verdict: string }>(
    "SELECT chain::text, audit_verify(chain) AS verdict FROM (SELECT DISTINCT chain FROM audit_event) AS chains ORDER BY chain",
  );
  return { chains: verdicts.rows.length, broken: verdicts.rows.filter((row) => row.verdict !== "OK") };
}

const namesOf = (tables: Table[]): string => tables.map((table) => quote(table.name)).join(", ");
