import "server-only";
import { z } from "zod";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { env } from "../env";
import { jobKind } from "../jobs/job-kind";
import { enqueueJob } from "../jobs/queue";
import { endTerms } from "./retention";

const TIDY_JOB = "tidy";
const DAY_MS = 86_400_000;
/** Rows in one statement, so that no lock is held for long. */
const BATCH = 5_000;
const inputSchema = z.object({ day: z.number().int() });

/**
 * Once a day: deletes worksheets whose term has ended, and removes what is over and that nobody can need again. Each part may be
 * done twice or stop in the middle; the next day takes it up.
 */
export const tidyJob = jobKind<z.infer<typeof inputSchema>>({
  name: TIDY_JOB,
  input: inputSchema,
  atOnce: 1,
  run: async ({ day }, { signal }) => {
    const ended = await endTerms(signal);
    const removed = await removeFinished(daysAgo(env().KEEP_FINISHED_DAYS), signal);
    return { result: { ended, ...removed }, commit: (tx) => enqueueTidy(tx, day + 1) };
  },
});

/** Makes sure that there is a next time; today's, if nobody has tidied today. */
export async function scheduleTidy(): Promise<void> {
  await db().$transaction((tx) => enqueueTidy(tx, 0));
}

async function enqueueTidy(tx: Tx, day: number): Promise<void> {
  const today = Math.floor((await databaseNow(tx)).getTime() / DAY_MS);
  // After an outage the days that were missed need not be made up one by one.
  const next = Math.max(day, today);
  await enqueueJob(tx, { kind: TIDY_JOB, key: String(next), worksheetId: null, input: { day: next }, runAt: new Date(next * DAY_MS) });
}

/**
 * What stays is what still makes an effect happen once: deliveries on their way, jobs that wait, and every job of a worksheet (its
 * seals and mails are known by their keys for as long as it lives). What goes cannot come back: events are written in the
 * transaction of an act that itself happens once, and hours and days do not return.
 */
async function removeFinished(before: string, signal: AbortSignal) {
  const deliveries = await inBatches(
    signal,
    () => db().$executeRaw`
      DELETE FROM delivery WHERE id IN (SELECT id FROM delivery
        WHERE (delivered_at IS NOT NULL OR failed_at IS NOT NULL) AND greatest(created_at, last_at, delivered_at, failed_at) < ${before}::timestamptz
        LIMIT ${BATCH})`,
  );
  const jobs = await inBatches(
    signal,
    () => db().$executeRaw`
      DELETE FROM job WHERE id IN (SELECT id FROM job
        WHERE worksheet_id IS NULL AND state IN ('done', 'failed') AND finished_at < ${before}::timestamptz LIMIT ${BATCH})`,
  );
  const replies = await inBatches(
    signal,
    () =>
      db()
        .$executeRaw`DELETE FROM op WHERE (actor, op_id) IN (SELECT actor, op_id FROM op WHERE "at" < ${before}::timestamptz LIMIT ${BATCH})`,
  );
  // They open nothing after 90 days without use, whatever the setting.
  const sessions = await inBatches(
    signal,
    () =>
      db().$executeRaw`DELETE FROM session WHERE id IN (SELECT id FROM session
        WHERE last_seen_at < ${daysAgo(91)}::timestamptz LIMIT ${BATCH})`,
  );
  return { deliveries, jobs, replies, sessions };
}

async function inBatches(signal: AbortSignal, remove: () => Promise<number>): Promise<number> {
  for (let all = 0; ; ) {
    if (signal.aborted) throw signal.reason;
    const count = await remove();
    all += count;
    if (count < BATCH) return all;
  }
}

const daysAgo = (days: number): string => new Date(now().getTime() - days * DAY_MS).toISOString();
