import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { db, type Tx } from "../db/client";

/** A job that this process holds until its lease ends or is given back. */
export type ClaimedJob = {
  id: string;
  kind: string;
  key: string;
  worksheetId: string | null;
  input: Prisma.JsonValue;
  /** This attempt included. */
  attempts: number;
};

type Lease = { id: string; leaseId: string };

/**
 * Takes the job that waits longest, or one whose holder went silent. One statement, so that no crash can fall between
 * looking and taking; SKIP LOCKED lets other processes take other jobs meanwhile. All times are the database's.
 */
export async function claimJob({
  kinds,
  leaseId,
  leaseMs,
}: {
  kinds: string[];
  leaseId: string;
  leaseMs: number;
}): Promise<ClaimedJob | null> {
  if (kinds.length === 0) return null;
  const rows = await db().$queryRaw<ClaimedJob[]>`
    UPDATE job SET state = 'running', attempts = attempts + 1, lease_id = ${leaseId}::uuid,
      lease_until = clock_timestamp() + ${leaseMs}::double precision * interval '1 millisecond'
    WHERE id = (
      SELECT id FROM job
      WHERE kind = ANY(${kinds}) AND ((state = 'queued' AND run_at <= clock_timestamp()) OR (state = 'running' AND lease_until < clock_timestamp()))
      ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, key, worksheet_id AS "worksheetId", input, attempts`;
  return rows[0] ?? null;
}

/** False when the job is no longer ours. */
export async function extendLease({ id, leaseId, leaseMs }: Lease & { leaseMs: number }): Promise<boolean> {
  const count = await db().$executeRaw`
    UPDATE job SET lease_until = clock_timestamp() + ${leaseMs}::double precision * interval '1 millisecond'
    WHERE id = ${id}::uuid AND lease_id = ${leaseId}::uuid AND state = 'running'`;
  return count === 1;
}

/** Gives a job back as if this attempt had not begun, for whoever looks next. */
export async function releaseJob({ id, leaseId }: Lease): Promise<void> {
  await db().$executeRaw`
    UPDATE job SET state = 'queued', attempts = attempts - 1, lease_id = NULL, lease_until = NULL, run_at = clock_timestamp()
    WHERE id = ${id}::uuid AND lease_id = ${leaseId}::uuid AND state = 'running'`;
}

type Ending =
  | { state: "done"; result: Prisma.InputJsonObject | null }
  | { state: "failed"; error: string }
  | { state: "queued"; error: string; waitS: number };

/** Ends an attempt inside `tx`. False when another process took the job over: then nothing of this attempt may stay. */
export async function endAttempt(tx: Tx, { id, leaseId }: Lease, ending: Ending): Promise<boolean> {
  const error = ending.state === "done" ? null : ending.error;
  const result = ending.state === "done" && ending.result !== null ? JSON.stringify(ending.result) : null;
  const waitS = ending.state === "queued" ? ending.waitS : 0;
  const count = await tx.$executeRaw`
    UPDATE job SET state = ${ending.state}, error = ${error}, result = ${result}::jsonb, lease_id = NULL, lease_until = NULL,
      run_at = clock_timestamp() + ${waitS}::double precision * interval '1 second',
      finished_at = CASE WHEN ${ending.state} = 'queued' THEN NULL ELSE clock_timestamp() END
    WHERE id = ${id}::uuid AND lease_id = ${leaseId}::uuid AND state = 'running'`;
  return count === 1;
}
