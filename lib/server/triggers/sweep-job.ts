import "server-only";
import { z } from "zod";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { withRetries } from "../db/failures";
import { jobKind } from "../jobs/job-kind";
import { enqueueJob } from "../jobs/queue";
import { announce } from "../live/announce";
import { refreshEntry } from "../log/refresh-entry";
import { bumpSeq, lockWorksheet } from "../worksheet/transaction";
import { fireDue } from "./fire";
import { watchRecord } from "./watch";

export const SWEEP_JOB = "triggers";
const HOUR_MS = 3_600_000;
const inputSchema = z.object({ hour: z.number().int() });

/**
 * Once an hour: which days have come, and which reported numbers are past a line that nobody compared them with. Each
 * worksheet is a transaction of its own, so a run that ends in the middle is taken up where it stopped.
 */
export const sweepJob = jobKind<z.infer<typeof inputSchema>>({
  name: SWEEP_JOB,
  input: inputSchema,
  atOnce: 1,
  run: async ({ hour }, { signal }) => {
    await watchOldRecords(signal);
    let fired = 0;
    for (const { id } of await withSomethingDue()) {
      if (signal.aborted) throw signal.reason;
      fired += await fireOne(id);
    }
    return { result: { fired }, commit: (tx) => enqueueSweep(tx, hour + 1) };
  },
});

/** Makes sure that there is a next time; this hour's, if nobody has swept in it. */
export async function scheduleSweep(): Promise<void> {
  const hour = Math.floor((await databaseNow(db())).getTime() / HOUR_MS);
  await db().$transaction((tx) => enqueueSweep(tx, hour));
}

async function enqueueSweep(tx: Tx, hour: number): Promise<void> {
  // After an outage the hours that were missed need not be made up one by one.
  const current = Math.floor((await databaseNow(tx)).getTime() / HOUR_MS);
  const next = Math.max(hour, current);
  await enqueueJob(tx, {
    kind: SWEEP_JOB,
    key: String(next),
    worksheetId: null,
    input: { hour: next },
    runAt: new Date(next * HOUR_MS),
  });
}

/** Records that were accepted before triggers were written down. */
async function watchOldRecords(signal: AbortSignal): Promise<void> {
  const old = await db().$queryRaw<{ id: string; n: number }[]>`
    SELECT r.worksheet_id::text AS id, r.n FROM revision r
    WHERE r.status = 'accepted' AND r.decided_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM due_trigger t WHERE t.worksheet_id = r.worksheet_id AND t.n = r.n)`;
  for (const { id, n } of old) {
    if (signal.aborted) throw signal.reason;
    await withRetries(() =>
      db().$transaction(async (tx) => {
        await lockWorksheet(tx, id);
        await watchRecord(tx, { worksheetId: id, n });
        await refreshEntry(tx, id);
      }),
    );
  }
}

/** A day ahead of UTC it may be the day where a team is; fireDue looks closer. */
async function withSomethingDue(): Promise<{ id: string }[]> {
  const tomorrow = new Date(now().getTime() + 24 * HOUR_MS).toISOString().slice(0, 10);
  return db().$queryRaw`
    SELECT DISTINCT t.worksheet_id::text AS id FROM due_trigger t
    JOIN worksheet w ON w.id = t.worksheet_id AND w.deleted_at IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM firing f WHERE f.trigger_id = t.id) AND (
      (t.kind = 'date' AND t.due_on <= ${tomorrow}::date)
      OR (t.kind = 'metric' AND EXISTS (
        SELECT 1 FROM metric m WHERE m.worksheet_id = t.worksheet_id AND m.metric = t.metric
          AND CASE t.direction WHEN 'above' THEN m.value > t.threshold ELSE m.value < t.threshold END)))
    ORDER BY 1`;
}

async function fireOne(worksheetId: string): Promise<number> {
  const { fired, seq } = await withRetries(() =>
    db().$transaction(async (tx) => {
      await lockWorksheet(tx, worksheetId);
      const fired = await fireDue(tx, worksheetId);
      return { fired: fired.length, seq: fired.length > 0 ? await bumpSeq(tx, worksheetId) : null };
    }),
  );
  if (seq !== null) announce({ worksheetId, seq, changed: ["reviews"] });
  return fired;
}
