import "server-only";
import type { createServer as createHttpServer, IncomingMessage, Server, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { api } from "../api/app";
import { scheduleCheckpoints } from "../audit/checkpoint-job";
import { wasJustAway } from "../away";
import { followDatabaseClock } from "../clock";
import { closeDb, db } from "../db/client";
import { databaseNow } from "../db/database-now";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../db/embedded-postgres";
import { migrate } from "../db/migrate";
import { StartError } from "../db/start-error";
import { type Env, env, parseEnv } from "../env";
import { JobRunner } from "../jobs/runner";
import { scheduleTidy } from "../keeping/tidy-job";
import { closeLiveHub } from "../live/hub";
import { prepareAppSecret } from "../seal/app-secret";
import { prepareSealKey } from "../seal/instance-key";
import { scheduleSweep } from "../triggers/sweep-job";
import { JOB_KINDS } from "./job-kinds";

const STOP_MS = 5_000;
/**
 * Longer than proxies keep an idle connection (Caddy two minutes, nginx one): whoever closes it first may do so just as the
 * other sends a request, which is then lost.
 */
const KEEP_ALIVE_MS = 125_000;
const CLOCK_MS = 60_000;
/** What jobs at hand may still take of that. */
const JOBS_MS = 2_500;

/** Everything between `npm start` and a page: environment, port, database, migrations, build, listening; and back down. */
export async function start(
  createServer: typeof createHttpServer,
  ensureBuilt: (say: (line: string) => void) => Promise<void>,
): Promise<void> {
  const settings = parseEnv(process.env);
  const isDev = settings.NODE_ENV === "development";
  const say = (line: string) => void process.stdout.write(`${line}\n`);

  // The port first, so that a taken one is said before anything is started for nothing.
  let handle: Handler = whileStarting;
  const server = createServer((request, response) => handle(request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, settings);

  const database = await openDatabase(settings, say);
  let runner: JobRunner | null = null;
  const stop = stopper({ server, database, stopJobs: async () => runner?.stop(JOBS_MS), say });
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    prepareAppSecret(settings);
    const applied = await migrate({ adminUrl: database.adminUrl, appUrl: database.appUrl });
    if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
    await keepTime();
    await prepareSealKey();
    await scheduleCheckpoints();
    await scheduleSweep();
    await scheduleTidy();
    runner = new JobRunner({ kinds: JOB_KINDS });
    if (!isDev) await ensureBuilt(say);
    const pages = await openPages({ isDev, server });
    const answer = getRequestListener(api().fetch);
    handle = (request, response) => (isApi(request.url ?? "") ? void answer(request, response) : servePage({ pages, request, response }));
  } catch (error) {
    await runner?.stop(JOBS_MS);
    await database.stop();
    throw error;
  }
  if (settings.LIFT_RATE_LIMITS === "1") say("Rate limits are lifted. Use this for measuring only.");
  say(`\nShortlist is ready at ${settings.APP_ORIGIN ?? `http://localhost:${settings.PORT}`}\n`);
}

/** The database's clock, now and once a minute; while it is away the last reading holds. */
async function keepTime(): Promise<void> {
  const ask = () => followDatabaseClock(() => databaseNow(db()));
  await ask();
  setInterval(() => void ask().catch(() => undefined), CLOCK_MS).unref();
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Health answers as soon as the process listens; everything else is told to come back. */
const whileStarting: Handler = (request, response) => {
  const isHealth = request.url === "/health";
  response.writeHead(isHealth ? 200 : 503, { "content-type": "application/json", ...(isHealth ? {} : { "retry-after": "1" }) });
  response.end(JSON.stringify({ status: isHealth ? "ok" : "starting" }));
};

/** What every reply needs, also the redirects, assets and errors that Next answers before proxy.ts; pages replace the policy. */
const DEFAULT_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** A worker lives under the policy of its own script and must be able to load the others it is made of. */
const SCRIPT_POLICY = "default-src 'none'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

function servePage({
  pages,
  request,
  response,
}: {
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  request: IncomingMessage;
  response: ServerResponse;
}) {
  for (const [name, value] of Object.entries(DEFAULT_HEADERS)) response.setHeader(name, value);
  sayComeBack(response);
  if (request.url?.startsWith("/_next/static/")) response.setHeader("Content-Security-Policy", SCRIPT_POLICY);
  void pages(request, response);
}

/** Next answers 500 to whatever a page throws; a database that is away is a reason to come back, for browsers and proxies alike. */
function sayComeBack(response: ServerResponse) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...rest: []) => {
    if (status !== 500 || !wasJustAway()) return writeHead(status, ...rest);
    response.setHeader("Retry-After", "3");
    return writeHead(503, ...rest);
  }) as typeof response.writeHead;
}

const isApi = (url: string): boolean => url.startsWith("/api/v1/") || url === "/api/mcp" || url === "/health" || url === "/ready";

async function listen(server: Server, settings: Env): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === "EADDRINUSE"
          ? `Port ${settings.PORT} is in use. Stop what uses it, or start with another one: PORT=3001 npm start`
          : null;
      const refused =
        error.code === "EACCES"
          ? `Port ${settings.PORT} needs more rights than this user has. Use a port above 1023: PORT=3000 npm start`
          : null;
      fail(new StartError(taken ?? refused ?? error.message));
    });
    server.listen(settings.PORT, settings.HOST, done);
  });
}

type Database = Pick<EmbeddedPostgres, "adminUrl" | "appUrl" | "stop">;

async function openDatabase(settings: Env, say: (line: string) => void): Promise<Database> {
  if (settings.DATABASE_URL !== undefined) {
    const adminUrl = settings.DATABASE_ADMIN_URL ?? settings.DATABASE_URL;
    if (adminUrl === settings.DATABASE_URL)
      say("The app's database role also owns the tables. For production give it a role of its own: docs/operate.md, “Two database roles”.");
    return { adminUrl, appUrl: settings.DATABASE_URL, stop: async () => undefined };
  }
  say(`Starting PostgreSQL in ${settings.DATA_DIR}`);
  const embedded = await startEmbeddedPostgres(settings.DATA_DIR);
  process.env.DATABASE_URL = embedded.appUrl;
  env().DATABASE_URL = embedded.appUrl;
  return embedded;
}

async function openPages({ isDev, server }: { isDev: boolean; server: Server }) {
  const { default: next } = await import("next");
  const app = next({ dev: isDev, dir: process.cwd(), httpServer: server, customServer: true });
  const handler = app.getRequestHandler();
  await app.prepare();
  return handler;
}

function stopper({
  server,
  database,
  stopJobs,
  say,
}: {
  server: Server;
  database: Database;
  stopJobs: () => Promise<void>;
  say: (line: string) => void;
}) {
  return () => {
    say("Stopping.");
    setTimeout(() => process.exit(1), STOP_MS).unref();
    server.closeAllConnections();
    server.close();
    void Promise.allSettled([closeLiveHub(), stopJobs().finally(() => closeDb())])
      .then(() => database.stop())
      .finally(() => process.exit(0));
  };
}
