import "server-only";
import { Client } from "pg";
import { applyMigrations, migrationNames } from "@/prisma/schema-engine";
import { StartError } from "./start-error";

const LOCK = 7_238_113;

/**
 * Brings the database to this version, one process at a time (advisory lock), then gives the app's role just what it
 * needs. Throws StartError when the database cannot be reached or was written by a newer Shortlist.
 */
export async function migrate({ adminUrl, appUrl }: { adminUrl: string; appUrl: string }): Promise<string[]> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new StartError(
      `The database does not answer: ${cause instanceof Error ? cause.message : String(cause)}. Check DATABASE_URL and that the server runs.`,
    );
  }
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const there = await readMigrations(client);
    refuseNewer(there);
    // Prisma's engine takes a while to load, and most starts have nothing for it to do.
    const applied = isComplete(there) ? [] : await applyMigrations(adminUrl);
    await grantToApp({ client, adminUrl, appUrl });
    return applied;
  } finally {
    await client.end();
  }
}

type Migration = { name: string; isFinished: boolean };

async function readMigrations(client: Client): Promise<Migration[]> {
  const exists = await client.query<{ name: string | null }>("SELECT to_regclass('public._prisma_migrations')::text AS name");
  if (exists.rows[0]?.name === null) return [];
  const { rows } = await client.query<Migration>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished" FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

function refuseNewer(there: Migration[]) {
  const known = new Set(migrationNames());
  const unknown = there.find(({ name }) => !known.has(name));
  if (unknown === undefined) return;
  throw new StartError(
    `The database was written by a newer Shortlist (it has the migration ${unknown.name}). Start that version, or restore a backup made with this one.`,
  );
}

/** One that began and did not finish is for the engine to complain of. */
function isComplete(there: Migration[]): boolean {
  const finished = new Set(there.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  return there.every(({ isFinished }) => isFinished) && migrationNames().every((name) => finished.has(name));
}

async function grantToApp({ client, adminUrl, appUrl }: { client: Client; adminUrl: string; appUrl: string }) {
  const app = decodeURIComponent(new URL(appUrl).username);
  if (app === decodeURIComponent(new URL(adminUrl).username)) return;
  const role = client.escapeIdentifier(app);
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_event FROM ${role};
    REVOKE UPDATE, DELETE, TRUNCATE ON audit_checkpoint FROM ${role};
    REVOKE ALL ON _prisma_migrations FROM ${role};
    GRANT SELECT ON _prisma_migrations TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role};
  `);
}
