import "server-only";
import { z } from "zod";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { jobKind } from "../jobs/job-kind";
import { enqueueJob } from "../jobs/queue";
import { checkpointAt } from "../seal/checkpoints";

const CHECKPOINT_JOB = "audit_checkpoint";
const HOUR_MS = 3_600_000;
const inputSchema = z.object({ hour: z.number().int() });

/** Once an hour the instance signs the head of every history that grew, and asks for the next hour. */
export const checkpointJob = jobKind<z.infer<typeof inputSchema>>({
  name: CHECKPOINT_JOB,
  input: inputSchema,
  run: async ({ hour }) => {
    const grown = await grownChains();
    for (const { chain, seq, hash } of grown) await checkpointAt({ chain, seq: Number(seq), head: hash });
    return { result: { chains: grown.length }, commit: (tx) => enqueueCheckpoint(tx, hour + 1) };
  },
});

/** Makes sure that there is a next time; the hour is the key, so several processes ask for it once. */
export async function scheduleCheckpoints(): Promise<void> {
  const hour = Math.floor((await databaseNow(db())).getTime() / HOUR_MS);
  await db().$transaction((tx) => enqueueCheckpoint(tx, hour + 1));
}

async function enqueueCheckpoint(tx: Tx, hour: number): Promise<void> {
  // After an outage the hours that were missed need not be made up one by one.
  const now = Math.floor((await databaseNow(tx)).getTime() / HOUR_MS);
  const next = Math.max(hour, now + 1);
  await enqueueJob(tx, {
    kind: CHECKPOINT_JOB,
    key: String(next),
    worksheetId: null,
    input: { hour: next },
    runAt: new Date(next * HOUR_MS),
  });
}

function grownChains(): Promise<{ chain: string; seq: bigint; hash: string }[]> {
  return db().$queryRaw`
    SELECT e.chain, e.seq, e.hash FROM audit_event e
    JOIN (SELECT chain, max(seq) AS seq FROM audit_event GROUP BY chain) last ON last.chain = e.chain AND last.seq = e.seq
    WHERE NOT EXISTS (SELECT 1 FROM audit_checkpoint c WHERE c.chain = e.chain AND c.seq >= e.seq)`;
}
