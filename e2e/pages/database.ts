import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";

/** Runs SQL as the owner of the tables, for what only time or an attacker could do. */
export async function onDatabase(sql: string, values: unknown[]): Promise<void> {
  const folder = process.env.E2E_DATA_DIR ?? "";
  // PostgreSQL writes one fact per line: process, folder, start, port.
  const port = readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8")
    .split("\n")[3]
    ?.trim();
  const { owner } = JSON.parse(readFileSync(join(folder, "postgres-passwords.json"), "utf8")) as { owner: string };
  const client = new Client({ connectionString: `postgresql://shortlist_owner:${owner}@127.0.0.1:${port}/shortlist` });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}
