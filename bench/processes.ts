import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { freePort } from "@/lib/server/db/free-port";
import { HttpClient } from "./http-client";

export type Running = { port: number; pid: number; firstPageMs: number; stop: () => Promise<void> };

const START_MS = 60_000;
const STOP_MS = 10_000;
const POLL_MS = 5;

/** Starts the app as `npm start` does and waits for its home page; counts from the spawn to the whole page. */
export async function startApp(dataDir: string): Promise<Running> {
  return start(["bin/start.mjs"], {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    DATABASE_URL: "",
    DATABASE_ADMIN_URL: "",
    DATABASE_DIRECT_URL: "",
    APP_ORIGIN: "",
    DATA_DIR: dataDir,
    LIFT_RATE_LIMITS: "1",
    LOG_LEVEL: "silent",
  });
}

/** Starts the yardstick on a database of its own. */
export async function startBareServer(databaseUrl: string): Promise<Running> {
  const script = fileURLToPath(new URL("./bare-server.ts", import.meta.url));
  return start(["--import", "./register.mjs", script], { NODE_ENV: "production", BENCH_DATABASE_URL: databaseUrl });
}

async function start(args: string[], settings: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...settings, PORT: String(port) },
  });
  const words: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => words.push(chunk.toString()));
  const stop = () => stopChild(child);
  const client = new HttpClient(port);
  try {
    while (!(await hasPage(client))) {
      if (child.exitCode !== null) throw new Error(`${args.at(-1)} did not start: ${words.join("").trim()}`);
      if (performance.now() - started > START_MS) throw new Error(`${args.at(-1)} took too long to start.`);
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  } catch (error) {
    await stop();
    throw error;
  } finally {
    client.close();
  }
  return { port, pid: child.pid ?? 0, firstPageMs: performance.now() - started, stop };
}

async function hasPage(client: HttpClient): Promise<boolean> {
  return client.send({ method: "GET", path: "/" }).then(
    (reply) => reply.status === 200,
    () => false,
  );
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(timer);
}
