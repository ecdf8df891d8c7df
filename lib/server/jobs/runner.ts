import "server-only";
import { backoffS } from "@/lib/domain/jobs/backoff";
import { db, type Tx } from "../db/client";
import { isDiskFull, withRetries } from "../db/failures";
import { newId } from "../ids";
import { announce } from "../live/announce";
import { logger } from "../logger";
import { bumpSeq, lockWorksheet } from "../worksheet/transaction";
import { type ClaimedJob, claimJob, endAttempt, extendLease, releaseJob } from "./claims";
import { JobError, type JobKind, type JobOutcome } from "./job-kind";
import { onWake } from "./queue";

const POLL_MS = 1_000;
const WAKE_MS = 30;
const LEASE_MS = 20_000;
const MAX_ATTEMPTS = 8;

type Options = { kinds: readonly JobKind[]; pollMs?: number; leaseMs?: number };
type Running = { job: ClaimedJob; leaseId: string; abort: AbortController; finished: Promise<void> };

/**
 * Works on queued jobs, beside as many other processes as there are. A job belongs to whoever holds its lease; the lease
 * is renewed while the work goes on, and when its holder dies it runs out and somebody else starts the job again. What an
 * attempt has to say is written in one transaction that holds only while the lease does.
 */
export class JobRunner {
  private readonly kinds: Map<string, JobKind>;
  /** By lease, as a lease that ran out may be followed by another one of the same job in the same process. */
  private readonly running = new Map<string, Running>();
  private readonly leaseMs: number;
  private readonly poll: NodeJS.Timeout;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private isStopped = false;

  constructor({ kinds, pollMs = POLL_MS, leaseMs = LEASE_MS }: Options) {
    this.kinds = new Map(kinds.map((kind) => [kind.name, kind]));
    this.leaseMs = leaseMs;
    this.poll = setInterval(() => this.look(), pollMs);
    this.poll.unref();
    onWake(() => setTimeout(() => this.look(), WAKE_MS).unref());
    this.look();
  }

  /** Takes no more jobs, waits for those at hand, and gives back what is not finished in time. */
  async stop(graceMs = 3_000): Promise<void> {
    this.isStopped = true;
    clearInterval(this.poll);
    onWake(null);
    await this.looking;
    const atHand = [...this.running.values()];
    if (atHand.length === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((done) => {
      timer = setTimeout(done, graceMs);
    });
    await Promise.race([Promise.allSettled(atHand.map((one) => one.finished)), grace]);
    clearTimeout(timer);
    const left = [...this.running.values()];
    for (const one of left) one.abort.abort(new Error("stopping"));
    await Promise.allSettled(left.map((one) => releaseJob({ id: one.job.id, leaseId: one.leaseId })));
  }

  private look(): void {
    this.lookAgain = true;
    this.looking ??= this.takeAll().finally(() => {
      this.looking = null;
    });
  }

  private async takeAll(): Promise<void> {
    try {
      while (this.lookAgain && !this.isStopped) {
        this.lookAgain = false;
        for (let isBusy = true; isBusy && !this.isStopped; ) isBusy = await this.takeOne();
      }
    } catch (error) {
      logger().warn({ err: error }, "the job queue cannot be read; looking again soon");
    }
  }

  private async takeOne(): Promise<boolean> {
    const kinds = [...this.kinds.values()].filter((kind) => this.countOf(kind.name) < (kind.atOnce ?? 2)).map((kind) => kind.name);
    const leaseId = newId();
    const job = await claimJob({ kinds, leaseId, leaseMs: this.leaseMs });
    if (job === null) return false;
    const kind = this.kinds.get(job.kind);
    if (kind === undefined) return false;
    const abort = new AbortController();
    const finished = this.attempt({ kind, job, leaseId, abort }).finally(() => {
      this.running.delete(leaseId);
      this.look();
    });
    this.running.set(leaseId, { job, leaseId, abort, finished });
    return true;
  }

  private countOf(kind: string): number {
    return [...this.running.values()].filter((one) => one.job.kind === kind).length;
  }

  private async attempt({ kind, job, leaseId, abort }: { kind: JobKind; job: ClaimedJob; leaseId: string; abort: AbortController }) {
    const lease = { id: job.id, leaseId };
    const renewal = setInterval(() => void renew(), this.leaseMs / 3);
    const renew = async () => {
      // The database being away is not the loss of the lease; the time it runs for decides that.
      const isOurs = await extendLease({ ...lease, leaseMs: this.leaseMs }).catch(() => true);
      if (!isOurs) abort.abort(new Error("lease lost"));
    };
    try {
      const outcome = await outcomeOf({ kind, job, signal: abort.signal });
      await settle({ kind, job, lease, outcome });
    } catch (error) {
      if (!abort.signal.aborted) await this.giveUpOrWait({ kind, job, lease, error });
    } finally {
      clearInterval(renewal);
    }
  }

  private async giveUpOrWait({
    kind,
    job,
    lease,
    error,
  }: {
    kind: JobKind;
    job: ClaimedJob;
    lease: { id: string; leaseId: string };
    error: unknown;
  }) {
    const named = nameOf(error);
    if (named.code === "unexpected")
      logger().error({ err: error, kind: kind.name, job: job.id, attempt: job.attempts }, "a job failed unexpectedly");
    const isOver = named.isFinal || job.attempts >= (kind.maxAttempts ?? MAX_ATTEMPTS);
    const waitS = named.retryAfterS ?? backoffS({ attempt: job.attempts, chance: Math.random() });
    try {
      await inTransaction({ kind, job }, async (tx) => {
        const ending = isOver
          ? ({ state: "failed", error: named.code } as const)
          : ({ state: "queued", error: named.code, waitS } as const);
        if (!(await endAttempt(tx, lease, ending))) throw new LeaseLost();
        const input = kind.input.safeParse(job.input);
        if (isOver && input.success) await kind.onFailed?.(tx, { jobId: job.id, input: input.data, error: named.code });
      });
      logger().warn({ kind: kind.name, job: job.id, attempt: job.attempts, error: named.code, isOver }, "a job's attempt failed");
    } catch (failure) {
      // Whatever was meant to be written is not; the lease runs out and the job is tried again.
      if (!(failure instanceof LeaseLost)) logger().warn({ err: failure, job: job.id }, "a job's failure could not be recorded");
    }
  }
}

/** What an attempt's end is called, also when it was the last write that failed. */
function nameOf(error: unknown): JobError {
  if (error instanceof JobError) return error;
  return new JobError(isDiskFull(error) ? "disk_full" : "unexpected", { cause: error });
}

class LeaseLost extends Error {}

async function outcomeOf({ kind, job, signal }: { kind: JobKind; job: ClaimedJob; signal: AbortSignal }): Promise<JobOutcome> {
  // One attempt more than allowed means that the last one ended with its process.
  if (job.attempts > (kind.maxAttempts ?? MAX_ATTEMPTS)) throw new JobError("interrupted", { isFinal: true });
  const input = kind.input.safeParse(job.input);
  if (!input.success) throw new JobError("unreadable_input", { isFinal: true, cause: input.error });
  return kind.run(input.data, { jobId: job.id, key: job.key, worksheetId: job.worksheetId, number: job.attempts, signal });
}

async function settle({
  kind,
  job,
  lease,
  outcome,
}: {
  kind: JobKind;
  job: ClaimedJob;
  lease: { id: string; leaseId: string };
  outcome: JobOutcome;
}) {
  try {
    await inTransaction({ kind, job }, async (tx) => {
      if (!(await endAttempt(tx, lease, { state: "done", result: outcome.result ?? null }))) throw new LeaseLost();
      await outcome.commit?.(tx);
    });
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    logger().warn({ kind: kind.name, job: job.id }, "a job was finished by another process first");
  }
}

/** The worksheet's lock comes first, as in every other write, so that the two never wait for each other. */
async function inTransaction({ kind, job }: { kind: JobKind; job: ClaimedJob }, work: (tx: Tx) => Promise<void>): Promise<void> {
  const { worksheetId } = job;
  const { changed } = kind;
  const seq = await withRetries(() =>
    db().$transaction(
      async (tx) => {
        if (worksheetId !== null) await lockWorksheet(tx, worksheetId);
        await work(tx);
        return worksheetId === null || changed === undefined ? null : bumpSeq(tx, worksheetId);
      },
      { maxWait: 4_000, timeout: 10_000 },
    ),
  );
  if (worksheetId !== null && changed !== undefined && seq !== null) announce({ worksheetId, seq, changed });
}
