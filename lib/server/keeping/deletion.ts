import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isTitleTyped, purgeTime } from "@/lib/domain/worksheet/keeping";
import { type Credential, requireAccess, requireRole, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { withRetries } from "../db/failures";
import { enqueueJob } from "../jobs/queue";
import { announce } from "../live/announce";
import { appendAudit, bumpSeq, lockWorksheet, writeWorksheet } from "../worksheet/transaction";
import { PURGE_JOB } from "./purge-job";

/** Nobody opens it from now on; a facilitator may bring it back until it is purged. */
export async function deleteWorksheet(access: WorksheetAccess, input: { opId: string; title: string }) {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  const { seq: _seq, ...reply } = await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["*"],
    run: async (tx) => {
      const { title } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { title: true } });
      if (!isTitleTyped(input.title, title)) {
        const errors = [{ path: "title", message: "Type the worksheet's sentence as it stands." }];
        throw new AppError("invalid_input", "That is not this worksheet's title.", { errors });
      }
      return { reply: await takeAway(tx, { worksheetId, at: await databaseNow(tx) }), event: { type: "worksheet_deleted" } };
    },
  });
  return reply;
}

/** From `at` on it opens for nobody, and in 30 days it is purged. Callers hold the worksheet's lock. */
export async function takeAway(tx: Tx, { worksheetId, at }: { worksheetId: string; at: Date }) {
  const purgedAt = new Date(purgeTime(at.getTime()));
  await tx.worksheet.update({ where: { id: worksheetId }, data: { deletedAt: at } });
  // Belongs to no worksheet: it must outlive the row that it removes.
  const effect = { worksheetId, deletedAt: at.toISOString() };
  await enqueueJob(tx, {
    kind: PURGE_JOB,
    key: `${worksheetId}:${effect.deletedAt}`,
    worksheetId: null,
    input: effect,
    runAt: purgedAt,
  });
  return { deletedAt: effect.deletedAt, purgedAt: purgedAt.toISOString() };
}

/**
 * Brings a deleted worksheet back. Access is proven as always, after the row lives again and in the same transaction: whoever
 * may not is refused, and the row stays deleted.
 */
export async function restoreWorksheet(credential: Credential | null, worksheetId: string) {
  // The first look refuses what is no id and what was never there, as every other call does.
  const isDeleted = await isDeletedWorksheet(worksheetId);
  if (!isDeleted) {
    requireRole(await requireAccess(credential, worksheetId), "facilitator");
    throw new AppError("illegal_transition", "This worksheet is not deleted.");
  }
  const seq = await withRetries(() =>
    db().$transaction(async (tx) => {
      await lockWorksheet(tx, worksheetId);
      // Whoever brings it back wants it: its term ends, or the next night would take it away again.
      await tx.worksheet.update({ where: { id: worksheetId }, data: { deletedAt: null, keepMonths: null } });
      const access = await requireAccess(credential, worksheetId, tx);
      requireRole(access, "facilitator");
      await appendAudit(tx, { worksheetId, memberId: access.memberId, event: { type: "worksheet_restored" } });
      return bumpSeq(tx, worksheetId);
    }),
  );
  announce({ worksheetId, seq, changed: ["*"], onlyMember: undefined });
  return { seq };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

async function isDeletedWorksheet(worksheetId: string): Promise<boolean> {
  if (!UUID.test(worksheetId)) return false;
  const row = await db().worksheet.findUnique({ where: { id: worksheetId }, select: { deletedAt: true } });
  return row !== null && row.deletedAt !== null;
}
