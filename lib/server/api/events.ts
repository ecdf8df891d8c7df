import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { requireAccess, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { type LiveChange, liveHub } from "../live/hub";
import { accessOf, idParam, newApi, problems } from "./context";

const HEARTBEAT_MS = 4_000;

export const eventsApi = newApi();

const route = createRoute({
  method: "get",
  path: "/worksheets/{id}/events",
  tags: ["Worksheets"],
  summary: "Live changes as server-sent events: {seq, changed}. Refetch what changed; after a gap everything is named by *.",
  request: { params: idParam },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream; `id` is the seq." }, ...problems },
});

eventsApi.openapi(route, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  c.header("X-Accel-Buffering", "no");
  c.header("Cache-Control", "no-store, private, no-transform");
  return streamSSE(c, async (stream) => {
    const queue = new ChangeQueue();
    const unsubscribe = liveHub().subscribe(access.worksheetId, (change) => {
      if (change.onlyMember === undefined || change.onlyMember === access.memberId) queue.push(change);
    });
    stream.onAbort(() => queue.close());
    try {
      await stream.writeSSE({ event: "change", id: String(await seqOf(access)), data: JSON.stringify({ seq: 0, changed: ["*"] }) });
      await touch(access);
      while (!stream.aborted && !queue.isClosed) {
        const change = await queue.next(HEARTBEAT_MS);
        // Rights may have changed: a revoked link closes its streams within one heartbeat.
        if ((await requireAccess(access.credential, access.worksheetId).catch(() => null)) === null) break;
        if (change)
          await stream.writeSSE({
            event: "change",
            id: String(change.seq),
            data: JSON.stringify({ seq: change.seq, changed: change.changed }),
          });
        else await stream.write(": here\n\n");
        await touch(access);
      }
    } finally {
      unsubscribe();
    }
  });
});

/** At most one waiting change per stream: a slow reader gets the sum of what it missed, not a growing buffer. */
class ChangeQueue {
  isClosed = false;
  private waiting: LiveChange | null = null;
  private wake: (() => void) | null = null;

  push(change: LiveChange) {
    const changed = new Set([...(this.waiting?.changed ?? []), ...change.changed]);
    this.waiting = { seq: Math.max(change.seq, this.waiting?.seq ?? 0), changed: [...changed] };
    this.wake?.();
  }

  close() {
    this.isClosed = true;
    this.wake?.();
  }

  async next(waitMs: number): Promise<LiveChange | null> {
    if (this.waiting === null && !this.isClosed) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, waitMs);
        this.wake = () => {
          clearTimeout(timer);
          done();
        };
      });
      this.wake = null;
    }
    const change = this.waiting;
    this.waiting = null;
    return change;
  }
}

async function seqOf(access: WorksheetAccess): Promise<number> {
  const row = await db().worksheet.findUnique({ where: { id: access.worksheetId }, select: { seq: true } });
  return Number(row?.seq ?? 0);
}

async function touch(access: WorksheetAccess) {
  await db()
    .$executeRaw`UPDATE member SET last_seen_at = now() WHERE id = ${access.memberId}::uuid AND (last_seen_at IS NULL OR last_seen_at < now() - interval '20 seconds')`;
}
