import "server-only";
import { Client } from "pg";
import { z } from "zod";
import { db } from "../db/client";
import { env } from "../env";
import { logger } from "../logger";
import { CHANNEL, hearHere, processId } from "./announce";
import { Pace } from "./pace";

export type LiveChange = { seq: number; changed: string[]; onlyMember?: string | undefined };
type Listener = (change: LiveChange) => void;
type Audience = { listeners: Set<Listener>; pace: Pace };

const noticeSchema = z.object({
  worksheetId: z.string(),
  seq: z.number(),
  changed: z.array(z.string()),
  onlyMember: z.string().optional(),
  by: z.string().optional(),
});
const POLL_MS = 3_000;
const RECONNECT_MS = 1_000;
/** A change that the poll sees may still be on its way; told by its kind it costs the screens less than "look at everything". */
const UNDER_WAY_MS = 250;

/**
 * One LISTEN connection for the whole process, whatever number of streams hang on it. After every (re)connect all
 * streams are told to look again, because notices sent meanwhile are gone; a poll every 3 s covers a deaf connection.
 */
export class LiveHub {
  private readonly audiences = new Map<string, Audience>();
  private readonly lastSeq = new Map<string, number>();
  private client: Client | null = null;
  private isClosed = false;
  private readonly poll: NodeJS.Timeout;

  constructor(private readonly connectionString: string) {
    hearHere((change) => this.hear(change));
    void this.connect();
    this.poll = setInterval(() => void this.lookAgain(), POLL_MS);
    this.poll.unref();
  }

  /** Calls back for each change of a worksheet until the returned function is called. */
  subscribe(worksheetId: string, listener: Listener): () => void {
    const audience = this.audiences.get(worksheetId) ?? newAudience();
    const { listeners } = audience;
    listeners.add(listener);
    this.audiences.set(worksheetId, audience);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.audiences.delete(worksheetId);
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
      for (const id of this.audiences.keys()) this.emit(id, { seq: this.lastSeq.get(id) ?? 0, changed: ["*"] });
    } catch (error) {
      logger().warn({ err: error }, "the live connection is away");
      again();
    }
  }

  private onNotice(payload: string) {
    const notice = noticeSchema.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const { by, ...change } = notice.data;
    if (by !== processId()) this.hear(change);
  }

  private hear({ worksheetId, ...change }: LiveChange & { worksheetId: string }) {
    if (!this.audiences.has(worksheetId)) return;
    if (change.onlyMember === undefined && change.seq > 0)
      this.lastSeq.set(worksheetId, Math.max(change.seq, this.lastSeq.get(worksheetId) ?? 0));
    this.emit(worksheetId, change);
  }

  private emit(worksheetId: string, change: LiveChange) {
    const audience = this.audiences.get(worksheetId);
    audience?.pace.hear(change, audience.listeners.size);
  }

  private async lookAgain() {
    const ids = [...this.audiences.keys()];
    if (ids.length === 0) return;
    try {
      const rows = await db().worksheet.findMany({ where: { id: { in: ids } }, select: { id: true, seq: true } });
      const now = new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
      for (const [id, seq] of now) if (!this.lastSeq.has(id)) this.lastSeq.set(id, seq);
      setTimeout(() => this.tellMissed(now), UNDER_WAY_MS).unref();
    } catch {
      // The database is away; every stream learns of it from its own requests.
    }
  }

  private tellMissed(seqs: ReadonlyMap<string, number>) {
    for (const [id, seq] of seqs) {
      if ((this.lastSeq.get(id) ?? seq) >= seq) continue;
      this.lastSeq.set(id, seq);
      this.emit(id, { seq, changed: ["*"] });
    }
  }
}

function newAudience(): Audience {
  const listeners = new Set<Listener>();
  const tell = (change: LiveChange) => {
    for (const listener of listeners) listener(change);
  };
  return { listeners, pace: new Pace(tell) };
}

export function liveHub(): LiveHub {
  const holder = globalThis as { __shortlistHub?: LiveHub };
  holder.__shortlistHub ??= new LiveHub(env().DATABASE_DIRECT_URL ?? env().DATABASE_URL ?? "");
  return holder.__shortlistHub;
}

export async function closeLiveHub(): Promise<void> {
  await (globalThis as { __shortlistHub?: LiveHub }).__shortlistHub?.close();
}
