import { Client } from "pg";
import type { Violation } from "./history";
import type { Postgres } from "./postgres";
import { type Checkpoint, checkpoints } from "./world";
import { pause } from "./writer";

const LOOK_MS = 10;
const NOTE_MS = 2_000;

/** Looks into the database all the while: notes the heads of the chains, and whether a sequence ever goes back. */
export class Observer {
  readonly heads: Checkpoint[] = [];
  readonly violations: Violation[] = [];
  private isWatching = true;
  private readonly highest = new Map<string, number>();
  private readonly work: Promise<unknown>;

  constructor(private readonly postgres: Postgres) {
    this.work = Promise.all([this.noteHeads(), this.watchSequences()]);
  }

  async stop(): Promise<void> {
    this.isWatching = false;
    await this.work;
  }

  private async noteHeads() {
    while (this.isWatching) {
      // The database may be down just now; the next look will do.
      this.heads.push(...(await checkpoints(this.postgres).catch(() => [])));
      await pause(NOTE_MS);
    }
  }

  private async watchSequences() {
    while (this.isWatching) {
      await this.look().catch(() => undefined);
      await pause(LOOK_MS);
    }
  }

  private async look() {
    const client = new Client({ connectionString: this.postgres.directUrl() });
    client.on("error", () => undefined);
    await client.connect();
    try {
      while (this.isWatching) {
        const { rows } = await client.query<{ id: string; seq: string }>("SELECT id, seq::text FROM worksheet");
        for (const { id, seq } of rows) this.compare(id, Number(seq));
        await pause(LOOK_MS);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private compare(worksheet: string, seq: number) {
    const highest = this.highest.get(worksheet) ?? 0;
    if (seq < highest) {
      this.violations.push({
        invariant: "I7",
        text: `the seq of ${worksheet} went back from ${highest} to ${seq}: who had seen the first misses the second`,
      });
    }
    this.highest.set(worksheet, Math.max(highest, seq));
  }
}
