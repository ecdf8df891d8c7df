import "server-only";
import { z } from "zod";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { env } from "../env";
import { type JobAttempt, JobError, type JobOutcome, jobKind } from "../jobs/job-kind";
import { enqueueJob } from "../jobs/queue";
import { queueMailToApprovers } from "../mail/queue-mail";
import { runTask } from "../thread/run-task";
import { nextAuditSeq } from "./audit-rows";
import { sealKey } from "./instance-key";
import type { MadePdf } from "./make-sealed-pdf";
import { namedFailure } from "./named-failure";
import { type SealTarget, sealedContent } from "./sealed-content";
import { refuseWrongClock } from "./wrong-clock";

export const SEAL_JOB = "seal";
export const STAMP_JOB = "stamp";
export const PAPERS = ["A4", "LETTER"] as const;

const inputSchema = z.object({
  worksheetId: z.uuid(),
  n: z.number().int().min(1),
  paper: z.enum(PAPERS),
  auditSeq: z.number().int().min(0),
});

/** Queues the seals of a revision in the transaction that accepts it; the next audit event is the acceptance itself. */
export async function enqueueSeals(tx: Tx, { worksheetId, n }: { worksheetId: string; n: number }): Promise<void> {
  const auditSeq = await nextAuditSeq(tx, worksheetId);
  for (const paper of PAPERS) {
    await enqueueJob(tx, {
      kind: SEAL_JOB,
      key: sealJobKey({ worksheetId, n, paper }),
      worksheetId,
      input: { worksheetId, n, paper, auditSeq },
    });
  }
}

export function sealJobKey({ worksheetId, n, paper }: { worksheetId: string; n: number; paper: string }): string {
  return `${worksheetId}:${n}:${paper}`;
}

/** Makes and seals the PDF; when the timestamp server did not answer, another job asks it again later. */
export const sealJob = jobKind<SealTarget>({
  name: SEAL_JOB,
  input: inputSchema,
  changed: ["revisions"],
  run: async (target, attempt) => {
    const { row, made } = await makeSeal(target, attempt);
    const wantsStamp = env().TSA_URL !== undefined && made.level === "B-B";
    return {
      result: { level: made.level },
      commit: async (tx) => {
        const key = { worksheetId: target.worksheetId, n: target.n, paper: target.paper };
        await tx.seal.upsert({ where: { worksheetId_n_paper: key }, create: { ...key, ...row }, update: row });
        await queueMailToApprovers(tx, { template: "pdf_ready", ...key, origin: env().origins[0] ?? "" });
        if (!wantsStamp) return;
        const { worksheetId } = target;
        await enqueueJob(tx, { kind: STAMP_JOB, key: sealJobKey(target), worksheetId, input: { ...target } });
      },
    };
  },
});

/**
 * Seals the same body once more, now with a timestamp. A second signature would be a second revision of the file, which
 * our own rules refuse, so the stamped file takes the place of the first; copies of that one stay valid.
 */
export const stampJob = jobKind<SealTarget>({
  name: STAMP_JOB,
  input: inputSchema,
  changed: ["revisions"],
  maxAttempts: 12,
  run: async (target, attempt): Promise<JobOutcome> => {
    if (env().TSA_URL === undefined) throw new JobError("no_timestamp_server", { isFinal: true });
    const { row, made } = await makeSeal(target, attempt);
    if (made.level === "B-B") throw new JobError("timestamp_unavailable");
    const key = { worksheetId: target.worksheetId, n: target.n, paper: target.paper };
    return {
      result: { level: made.level },
      commit: async (tx) => void (await tx.seal.update({ where: { worksheetId_n_paper: key }, data: row })),
    };
  },
});

async function makeSeal(target: SealTarget, attempt: JobAttempt) {
  try {
    const key = await sealKey();
    const { body, checkpoint } = await sealedContent(target);
    const sealedAt = await databaseNow(db());
    refuseWrongClock({ sealedAt, decidedAt: body.createdAt, certificates: key.certificates });
    const { certificates, privateKey, keyType } = key;
    const seal = { key: { certificates, privateKey, keyType }, sealedAt: sealedAt.toISOString(), tsaUrl: env().TSA_URL ?? null };
    const made: MadePdf = await runTask("makeSealedPdf", { body, seal });
    attempt.signal.throwIfAborted();
    const { pdf, ...rest } = made;
    return { made, row: { ...rest, pdf: new Uint8Array(pdf), keyId: key.id, checkpointId: checkpoint.id, sealedAt } };
  } catch (error) {
    throw namedFailure(error);
  }
}

/** The sealed file of a revision in one paper size, or null while there is none. */
export function findSeal(key: { worksheetId: string; n: number; paper: "A4" | "LETTER" }) {
  return db().seal.findUnique({ where: { worksheetId_n_paper: key } });
}
