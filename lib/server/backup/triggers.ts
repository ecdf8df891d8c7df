import "server-only";
import type { Client } from "pg";
import { quote } from "./tables";

const ENABLE: Record<string, string> = { O: "ENABLE TRIGGER", A: "ENABLE ALWAYS TRIGGER", R: "ENABLE REPLICA TRIGGER" };

/**
 * Disables the app's triggers inside the open transaction and returns what puts each back as it was. The audit chain's
 * triggers fire ALWAYS, for a superuser in replica mode too; only the owner can step aside, and only until the commit.
 */
export async function triggersOff(client: Client): Promise<() => Promise<void>> {
  const found = await client.query<{ table: string; name: string; enabled: string }>(
    `SELECT c.relname AS "table", t.tgname AS name, t.tgenabled::text AS enabled
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'D'`,
  );
  for (const { table, name } of found.rows) await client.query(`ALTER TABLE ${quote(table)} DISABLE TRIGGER ${quote(name)}`);
  return async () => {
    for (const { table, name, enabled } of found.rows)
      await client.query(`ALTER TABLE ${quote(table)} ${ENABLE[enabled] ?? "ENABLE TRIGGER"} ${quote(name)}`);
  };
}
