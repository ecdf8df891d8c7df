import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { AppError } from "@/lib/domain/errors";
import { requireAccess, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { type LiveChange, liveHub } from "../live/hub";
import { accessOf, idParam, newApi, problems } from "./context";

const HEARTBEAT_MS = 4_000;
/** Rights are asked for at most this often: a busy worksheet would otherwise ask for every stream at every change. */
const RIGHTS_MS = 3_000;

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
  const response = streamSSE(c, async (stream) => {
    const queue = new ChangeQueue();
    const unsubscribe = liveHub().subscribe(access.worksheetId, (change) => {
      if (change.onlyMember === undefined || change.onlyMember === access.memberId) queue.push(change);
    });
    stream.onAbort(() => queue.close());
    try {
      const seq = String(await seqOf(access));
      // Whoever resumes where they stopped has missed nothing; everybody else asks for the whole.
      const changed = c.req.header("last-event-id") === seq ? [] : ["*"];
      await stream.writeSSE({ event: "change", id: seq, data: JSON.stringify({ seq: 0, changed }) });
      await touch(access);
      let askedAt = performance.now();
      while (!stream.aborted && !queue.isClosed) {
        const change = await queue.next(HEARTBEAT_MS);
        // Rights may have changed: a revoked link closes its streams within one heartbeat.
        if (performance.now() - askedAt > RIGHTS_MS) {
          if (await isShutOut(access)) break;
          await touch(access);
          askedAt = performance.now();
        }
        if (change)
          await stream.writeSSE({
            event: "change",
            id: String(change.seq),
            data: JSON.stringify({ seq: change.seq, changed: change.changed }),
          });
        else await stream.write(": here\n\n");
      }
    } finally {
      unsubscribe();
    }
  });
  response.headers.set("X-Accel-Buffering", "no");
  response.headers.set("Cache-Control", "no-store, private, no-transform");
  return response;
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

/** True once the door is closed to them; a database that is away for a moment closes no stream. */
async function isShutOut(access: WorksheetAccess): Promise<boolean> {
  try {
    await requireAccess(access.credential, access.worksheetId);
    return false;
  } catch (error) {
    return error instanceof AppError;
  }
}

async function seqOf(access: WorksheetAccess): Promise<number> {
  const row = await db().worksheet.findUnique({ where: { id: access.worksheetId }, select: { seq: true } });
  return Number(row?.seq ?? 0);
}

/** Presence every 20 s, and once a day the session, so that daily use never ends one. Failing costs nothing. */
async function touch(access: WorksheetAccess) {
  await Promise.allSettled([touchMember(access), touchSession(access)]);
}

async function touchSession({ credential }: WorksheetAccess) {
  await db()
    .$executeRaw`UPDATE session SET last_seen_at = now() WHERE id_hash = ${credential.hash} AND last_seen_at < now() - interval '1 day'`;
}

async function touchMember(access: WorksheetAccess) {
  await db()
    .$executeRaw`UPDATE member SET last_seen_at = now() WHERE id = ${access.memberId}::uuid AND (last_seen_at IS NULL OR last_seen_at < now() - interval '20 seconds')`;
}
