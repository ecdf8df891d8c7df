import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDb } from "../db/client";
import { env } from "../env";
import { closeLiveHub } from "../live/hub";

/** Gives this test file a database of its own, copied from the migrated template, and points the app at it. */
export function freshDatabase(): { admin: () => Client; adminUrl: () => string } {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = inject("adminUrl").replace(/\/shortlist$/u, "/postgres");
  let admin: Client | null = null;

  beforeAll(async () => {
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE template_shortlist`);
    process.env.DATABASE_URL = inject("appUrl").replace(/shortlist$/u, name);
    process.env.LOG_LEVEL = "silent";
    process.env.APP_SECRET = "a secret that only tests know, 32+";
    // After the address is known: what the file before still has on its way would else open a pool to its own database.
    await forgetFileBefore();
    env();
    admin = new Client({ connectionString: inject("adminUrl").replace(/shortlist$/u, name) });
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await closeLiveHub();
    await closeDb();
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    adminUrl: () => inject("adminUrl").replace(/shortlist$/u, name),
    admin: () => {
      if (admin === null) throw new Error("The database is there from beforeAll on.");
      return admin;
    },
  };
}

/**
 * Files of one worker share their modules, and with them what a process keeps: a pool, a clock, keys of another database. The worker
 * thread stays: it knows no database, and takes long to start.
 */
async function forgetFileBefore(): Promise<void> {
  await closeLiveHub();
  await closeDb();
  for (const name of Object.keys(globalThis))
    if (name.startsWith("__shortlist") && name !== "__shortlistThread") Reflect.deleteProperty(globalThis, name);
}

async function onServer(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
