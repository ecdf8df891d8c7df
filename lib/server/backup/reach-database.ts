import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres";
import type { Env } from "../env";
import { isRunning } from "../process-running";

type Reached = Pick<EmbeddedPostgres, "adminUrl" | "appUrl" | "stop">;
type Settings = Pick<Env, "DATABASE_URL" | "DATABASE_ADMIN_URL" | "DATA_DIR">;

/**
 * The database that the app would use, without a second start: the configured server, else the embedded one that runs in
 * the data folder, else that one started for as long as it is needed. `stop` ends only what this call started.
 */
export async function reachDatabase({ DATABASE_URL, DATABASE_ADMIN_URL, DATA_DIR }: Settings): Promise<Reached> {
  const stop = async () => undefined;
  if (DATABASE_URL !== undefined) return { adminUrl: DATABASE_ADMIN_URL ?? DATABASE_URL, appUrl: DATABASE_URL, stop };
  const running = findRunning(DATA_DIR);
  return running === null ? startEmbeddedPostgres(DATA_DIR) : { ...running, stop };
}

/** The embedded PostgreSQL that a running Shortlist has started in this folder; null when there is none. */
export function findRunning(dataDir: string): { adminUrl: string; appUrl: string } | null {
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  const passwordFile = join(dataDir, "postgres-passwords.json");
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  // PostgreSQL writes one fact per line: process, folder, start, port.
  const [pid, , , port] = readFileSync(pidFile, "utf8").split("\n");
  if (!isRunning(Number(pid)) || !port) return null;
  const passwords = JSON.parse(readFileSync(passwordFile, "utf8")) as { owner: string; app: string };
  const urlOf = (role: "owner" | "app") => `postgresql://shortlist_${role}:${passwords[role]}@127.0.0.1:${port.trim()}/shortlist`;
  return { adminUrl: urlOf("owner"), appUrl: urlOf("app") };
}
