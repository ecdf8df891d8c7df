import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/server/db/embedded-postgres";

/** A PostgreSQL of the run's own, apart from the app, so that each of them can be killed alone. */
export class Postgres {
  readonly folder = mkdtempSync(join(tmpdir(), "shortlist-faults-"));
  private running: EmbeddedPostgres | null = null;
  private relay: { from: string; to: string } | null = null;

  async start(): Promise<void> {
    // As root PostgreSQL runs as another user, who must be able to walk in.
    chmodSync(this.folder, 0o755);
    this.running = await startEmbeddedPostgres(this.folder);
  }

  /** The addresses for the app; with a relay between, so that the port stays the same over restarts. */
  urls(): { adminUrl: string; appUrl: string } {
    if (this.running === null) throw new Error("PostgreSQL does not run.");
    return { adminUrl: this.through(this.running.adminUrl), appUrl: this.through(this.running.appUrl) };
  }

  /** Where it listens; while it is down a port at which nobody answers. */
  port(): number {
    return this.running === null ? 1 : Number(new URL(this.running.adminUrl).port);
  }

  relayThrough(port: number): void {
    this.relay = { from: String(this.port()), to: String(port) };
  }

  /** Past every relay, for those who look on. */
  directUrl(): string {
    return this.running?.adminUrl ?? "postgresql://127.0.0.1:1/none";
  }

  /** Kills the postmaster without a word, as a crash would; its children notice and end. */
  async kill(): Promise<void> {
    const pid = Number(readFileSync(join(this.folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await this.running?.stop().catch(() => undefined);
    this.running = null;
  }

  async query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.running?.adminUrl ?? "" });
    // Killed while it asks, the database says so aside as well; the query itself fails already.
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private through(url: string): string {
    return this.relay === null ? url : url.replace(`:${this.relay.from}/`, `:${this.relay.to}/`);
  }
}
