import "server-only";
import type { Client } from "pg";

type Column = { name: string; type: string };
export type Table = { name: string; columns: Column[] };

/** Prisma's own list of migrations travels as names in the header: its rows belong to the database that applied them. */
const NOT_COPIED = "_prisma_migrations";

/** Every table of the app with its stored columns, a referenced table before those that refer to it. */
export async function listTables(client: Client): Promise<Table[]> {
  const columns = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> $1
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY c.relname, a.attnum`,
    [NOT_COPIED],
  );
  const references = await client.query<{ from: string; to: string }>(
    `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const tables = new Map<string, Table>();
  for (const { table, name, type } of columns.rows) {
    const known = tables.get(table) ?? { name: table, columns: [] };
    known.columns.push({ name, type });
    tables.set(table, known);
  }
  return inReferenceOrder(
    [...tables.values()],
    references.rows.map(({ from, to }) => ({ from: unquote(from), to: unquote(to) })),
  );
}

export async function appliedMigrations(client: Client): Promise<string[]> {
  const rows = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${NOT_COPIED} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.rows.map((row) => row.name);
}

export const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

function inReferenceOrder(tables: Table[], references: { from: string; to: string }[]): Table[] {
  const ordered: Table[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const isFree = (table: Table) => !references.some(({ from, to }) => from === table.name && waiting.some((other) => other.name === to));
    const next = waiting.findIndex(isFree);
    const [table] = waiting.splice(next, 1);
    if (next < 0 || table === undefined)
      throw new Error("The tables refer to each other in a circle; a backup needs an order to load them.");
    ordered.push(table);
  }
  return ordered;
}

function unquote(identifier: string): string {
  return identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier;
}
