import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { HttpClient } from "@/bench/http-client";
import { residentMb } from "./memory";

type Settings = {
  port: number;
  urls: () => { adminUrl: string; appUrl: string };
  dataDir: string /** A folder with other sources, which are run as they stand there. */;
  cwd?: string;
};

const START_MS = 60_000;

/** The app as `npm start` runs it, which can be killed and started again on the same port. */
export class AppProcess {
  /** What it printed of errors that nobody caught. */
  readonly complaints: string[] = [];
  private child: ChildProcess | null = null;
  private isWanted = false;

  constructor(private readonly settings: Settings) {}

  /** Starts it and keeps it running: whoever kills it, it comes back, as under any supervisor. */
  async start(): Promise<void> {
    this.isWanted = true;
    this.spawn();
    await this.untilReady();
  }

  kill(): void {
    this.child?.kill("SIGKILL");
  }

  memoryMb(): number {
    return residentMb(this.child?.pid ?? 0);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
  }

  async untilReady(): Promise<void> {
    const client = new HttpClient(this.settings.port);
    const started = performance.now();
    while (!(await isReady(client))) {
      if (performance.now() - started > START_MS) throw new Error(`The app did not start: ${this.complaints.join("").slice(-600)}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    client.close();
  }

  private spawn() {
    const { port, urls, dataDir, cwd } = this.settings;
    const { adminUrl, appUrl } = urls();
    // What was built knows nothing of a line changed since.
    const command = cwd === undefined ? ["bin/start.mjs"] : ["--import", "./register.mjs", "server.ts"];
    const child = spawn(process.execPath, command, {
      stdio: ["ignore", "ignore", "pipe"],
      ...(cwd ? { cwd } : {}),
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(port),
        DATABASE_URL: appUrl,
        DATABASE_ADMIN_URL: adminUrl,
        DATABASE_DIRECT_URL: appUrl,
        APP_ORIGIN: "",
        APP_SECRET: "a secret of the fault run, which guards nothing",
        DATA_DIR: dataDir,
        LIFT_RATE_LIMITS: "1",
        LOG_LEVEL: "fatal",
      },
    });
    child.stderr.on("data", (chunk: Buffer) => this.hear(chunk.toString()));
    child.once("exit", () => {
      if (this.isWanted) this.spawn();
    });
    this.child = child;
  }

  private hear(text: string) {
    if (/unhandled|uncaught|TypeError|ReferenceError|did not start/iu.test(text)) this.complaints.push(text);
  }
}

async function isReady(client: HttpClient): Promise<boolean> {
  return client.send({ method: "GET", path: "/ready" }).then(
    (reply) => reply.status === 200,
    () => false,
  );
}
