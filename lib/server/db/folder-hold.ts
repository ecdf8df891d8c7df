import "server-only";
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { isRunning } from "../process-running";
import { StartError } from "./start-error";

const STOP_MS = 15_000;
const LOOK_MS = 100;

/** Folders that this very process holds; its own number in a file is otherwise left over from an earlier life. */
const held = new Set<string>();

/**
 * Takes a data folder for this process, or says who has it. An app that was killed leaves its PostgreSQL running: that
 * one is stopped first. Any other left-over `postmaster.pid` is PostgreSQL's own to judge. Returns how to let go.
 */
export async function holdFolder({
  folder,
  databaseDir,
  password,
}: {
  folder: string;
  databaseDir: string;
  password: string;
}): Promise<() => void> {
  const file = join(folder, "shortlist.pid");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (held.has(folder) || (holder !== process.pid && isOurApp(holder))) {
    throw new StartError(
      `The data folder ${folder} is already in use by a running Shortlist (process ${holder}). Open that one, stop it, or set DATA_DIR to another folder.`,
    );
  }
  await stopOrphan({ databaseDir, password });
  held.add(folder);
  writeFileSync(file, String(process.pid));
  return () => {
    held.delete(folder);
    rmSync(file, { force: true });
  };
}

async function stopOrphan({ databaseDir, password }: { databaseDir: string; password: string }) {
  const file = join(databaseDir, "postmaster.pid");
  if (!existsSync(file)) return;
  const [pidLine, , , port] = readFileSync(file, "utf8").split("\n");
  const pid = Number(pidLine);
  if (!isRunning(pid) || !(await servesFolder({ port: Number(port), databaseDir, password }))) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isRunning(pid) && waited < STOP_MS; waited += LOOK_MS) await new Promise((done) => setTimeout(done, LOOK_MS));
}

/** True when the server at that port lets our password in and keeps its data in our folder. */
async function servesFolder({ port, databaseDir, password }: { port: number; databaseDir: string; password: string }): Promise<boolean> {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "shortlist_owner",
    password,
    database: "postgres",
    connectionTimeoutMillis: 3_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0] !== undefined && realpathSync(rows[0].data_directory) === realpathSync(databaseDir);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A process number is soon given to somebody else; where the system tells, it must still be a Node program. */
function isOurApp(pid: number): boolean {
  if (!isRunning(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || /node/u.test(readFileSync(commandLine, "utf8"));
}
