import "server-only";
import { type JobView, jobStateSchema } from "@/lib/domain/jobs/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { newId } from "../ids";

type NewJob = {
  kind: string;
  /** Names the effect, for example `seal:<worksheet>:<revision>`; the same key never makes a second job of its kind. */
  key: string;
  worksheetId: string | null;
  /** Never a token: rows are backed up and read by people. */
  input: Prisma.InputJsonObject;
  /** Not before this time, by the database clock. */
  runAt?: Date;
};

/** Queues a job inside the transaction of the act that wants it, so that there is a job exactly when the act happened. */
export async function enqueueJob(tx: Tx, job: NewJob): Promise<{ id: string; isNew: boolean }> {
  const { kind, key } = job;
  const made = await tx.job.createManyAndReturn({ data: { id: newId(), ...job }, skipDuplicates: true, select: { id: true } });
  const fresh = made[0];
  if (fresh !== undefined) {
    wakeRunner();
    return { id: fresh.id, isNew: true };
  }
  const earlier = await tx.job.findUniqueOrThrow({ where: { kind_key: { kind, key } }, select: { id: true } });
  return { id: earlier.id, isNew: false };
}

/** Lets a failed job, or one that waits for its next attempt, start over now. False when it is running or done. */
export async function retryJob(tx: Tx, { kind, key }: { kind: string; key: string }): Promise<boolean> {
  const { count } = await tx.job.updateMany({
    where: { kind, key, state: { in: ["failed", "queued"] } },
    data: { state: "queued", attempts: 0, runAt: new Date(0), finishedAt: null },
  });
  wakeRunner();
  return count > 0;
}

/** The jobs of a worksheet of the given kinds, newest first, as people see them. */
export async function listJobs(access: WorksheetAccess, kinds: readonly string[]): Promise<JobView[]> {
  const rows = await db().job.findMany({
    where: { worksheetId: access.worksheetId, kind: { in: [...kinds] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    key: row.key,
    state: jobStateSchema.parse(row.state),
    attempts: row.attempts,
    error: row.error,
    nextAttemptAt: row.state === "queued" && row.attempts > 0 ? row.runAt.toISOString() : null,
    at: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

type Waker = { __shortlistWakeJobs?: () => void };

/** Tells this process's runner, if it has one, to look soon; the transaction at hand still has to commit. */
function wakeRunner(): void {
  (globalThis as Waker).__shortlistWakeJobs?.();
}

export function onWake(wake: (() => void) | null): void {
  const holder = globalThis as Waker;
  if (wake === null) delete holder.__shortlistWakeJobs;
  else holder.__shortlistWakeJobs = wake;
}
