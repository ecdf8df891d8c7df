import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { db } from "../db/client";
import { env } from "../env";
import { logger } from "../logger";
import { CHANNEL } from "./announce";

export type LiveChange = { seq: number; changed: string[]; onlyMember?: string | undefined };
type Listener = (change: LiveChange) => void;

const noticeSchema = z.object({
  worksheetId: z.string(),
  seq: z.number(),
  changed: z.array(z.string()),
  onlyMember: z.string().optional(),
});
const POLL_MS = 3_000;
const RECONNECT_MS = 1_000;

/**
 * One LISTEN connection for the whole process, whatever number of streams hang on it. After every (re)connect all
 * streams are told to look again, because notices sent meanwhile are gone; a poll every 3 s covers a deaf connection.
 */
export class LiveHub {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly lastSeq = new Map<string, number>();
  private client: Client | null = null;
  private isClosed = false;
  private readonly poll: NodeJS.Timeout;

  constructor(private readonly connectionString: string) {
    void this.connect();
    this.poll = setInterval(() => void this.lookAgain(), POLL_MS);
    this.poll.unref();
  }

  /** Calls back for each change of a worksheet until the returned function is called. */
  subscribe(worksheetId: string, listener: Listener): () => void {
    const set = this.listeners.get(worksheetId) ?? new Set();
    set.add(listener);
    this.listeners.set(worksheetId, set);
    return () => {
      set.delete(listener);
      if (set.size > 0) return;
      this.listeners.delete(worksheetId);
      this.lastSeq.delete(worksheetId);
    };
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.poll);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.isClosed) return;
    const client = new Client({ connectionString: this.connectionString, keepAlive: true, application_name: "shortlist-live" });
    const again = () => {
      if (this.client !== client) return;
      this.client = null;
      setTimeout(() => void this.connect(), RECONNECT_MS).unref();
    };
    this.client = client;
    client.on("error", again);
    client.on("end", again);
    client.on("notification", (notice) => this.onNotice(notice.payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const id of this.listeners.keys()) this.emit(id, { seq: this.lastSeq.get(id) ?? 0, changed: ["*"] });
    } catch (error) {
      logger().warn({ err: error }, "the live connection is away");
      again();
    }
  }

  private onNotice(payload: string) {
    const notice = noticeSchema.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const { worksheetId, ...change } = notice.data;
    if (change.onlyMember === undefined && change.seq > 0)
      this.lastSeq.set(worksheetId, Math.max(change.seq, this.lastSeq.get(worksheetId) ?? 0));
    this.emit(worksheetId, change);
  }

  private emit(worksheetId: string, change: LiveChange) {
    for (const listener of this.listeners.get(worksheetId) ?? []) listener(change);
  }

  private async lookAgain() {
    const ids = [...this.listeners.keys()];
    if (ids.length === 0) return;
    try {
      const rows = await db().worksheet.findMany({ where: { id: { in: ids } }, select: { id: true, seq: true } });
      for (const row of rows) {
        const seq = Number(row.seq);
        const known = this.lastSeq.get(row.id);
        this.lastSeq.set(row.id, seq);
        if (known !== undefined && seq > known) this.emit(row.id, { seq, changed: ["*"] });
      }
    } catch {
      // The database is away; every stream learns of it from its own requests.
    }
  }
}

export function liveHub(): LiveHub {
  const holder = globalThis as { __shortlistHub?: LiveHub };
  holder.__shortlistHub ??= new LiveHub(env().DATABASE_DIRECT_URL ?? env().DATABASE_URL ?? "");
  return holder.__shortlistHub;
}

export async function closeLiveHub(): Promise<void> {
  await (globalThis as { __shortlistHub?: LiveHub }).__shortlistHub?.close();
}
