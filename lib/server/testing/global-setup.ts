import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../db/embedded-postgres";
import { migrate } from "../db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    appUrl: string;
  }
}

/** embedded-postgres ends the process with 0 once nothing is left to do, whatever the tests said. */
process.prependListener("beforeExit", () => {
  const { exitCode } = process;
  if (exitCode)
    process.once("exit", () => {
      process.exitCode = exitCode;
    });
});

/** One real PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-test-"));
  // As root PostgreSQL runs as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder);
  await migrate(postgres).catch(async (error: unknown) => {
    await postgres.stop();
    throw error;
  });
  const client = new Client({ connectionString: postgres.adminUrl.replace(/\/shortlist$/u, "/postgres") });
  await client.connect();
  await client.query("ALTER DATABASE shortlist RENAME TO template_shortlist");
  await client.end();
  project.provide("adminUrl", postgres.adminUrl);
  project.provide("appUrl", postgres.appUrl);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
