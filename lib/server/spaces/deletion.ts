import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { SpaceDeletion } from "@/lib/domain/space/schema";
import { isTitleTyped, purgeTime } from "@/lib/domain/worksheet/keeping";
import type { Credential } from "../access";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { withRetries } from "../db/failures";
import { enqueueJob } from "../jobs/queue";
import { refreshEntry } from "../log/refresh-entry";
import { appendAudit } from "../worksheet/transaction";
import { requireSpace, requireSpaceRole, type SpaceAccess } from "./access";
import { letGo, takeAwayAll } from "./let-go";
import { PURGE_SPACE_JOB } from "./purge-space-job";
import { lockSpace, writeSpace } from "./transaction";
import { keepOrTakeNumber } from "./worksheets";

/**
 * Deletes a space: its log, links, keys and calendars open for nobody, and in 30 days they are gone. Its worksheets stand alone
 * from now on, with everybody who has a seat keeping it in their browser, or go with it. A facilitator may bring all back.
 */
export async function deleteSpace(access: SpaceAccess, { opId, ...input }: SpaceDeletion) {
  requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input,
    run: async (tx, { spaceId, memberId }) => {
      const { name } = await tx.space.findUniqueOrThrow({ where: { id: spaceId }, select: { name: true } });
      if (!isTitleTyped(input.name, name)) {
        const errors = [{ path: "name", message: "Type the space's name as it stands." }];
        throw new AppError("invalid_input", "That is not this space's name.", { errors });
      }
      const deletedAt = await databaseNow(tx);
      const worksheets = await letGo(tx, { spaceId, memberId });
      if (input.worksheets === "delete") await takeAwayAll(tx, { spaceId, worksheets, at: deletedAt });
      await tx.space.update({ where: { id: spaceId }, data: { deletedAt } });
      const purgedAt = new Date(purgeTime(deletedAt.getTime()));
      const effect = { spaceId, deletedAt: deletedAt.toISOString() };
      const key = `${spaceId}:${effect.deletedAt}`;
      await enqueueJob(tx, { kind: PURGE_SPACE_JOB, key, worksheetId: null, input: effect, runAt: purgedAt });
      const reply = { deletedAt: effect.deletedAt, purgedAt: purgedAt.toISOString() };
      return { reply, event: { type: "space_deleted", worksheets: input.worksheets } };
    },
  });
}

/**
 * Brings a deleted space back with the worksheets that stood in it: those that went with it live again, those that stand alone
 * come back in, unless they moved into another space meanwhile. Access is proven after the row lives again, as for a worksheet.
 */
export async function restoreSpace(credential: Credential | null, spaceId: string): Promise<void> {
  const deletedAt = await deletionOf(spaceId);
  if (deletedAt === null) {
    requireSpaceRole(await requireSpace(credential, spaceId), "facilitator");
    throw new AppError("illegal_transition", "This space is not deleted.");
  }
  await withRetries(() =>
    db().$transaction(
      async (tx) => {
        await lockSpace(tx, spaceId);
        await tx.space.update({ where: { id: spaceId }, data: { deletedAt: null } });
        const access = await requireSpace(credential, spaceId, tx);
        requireSpaceRole(access, "facilitator");
        await takeBack(tx, { spaceId, deletedAt });
        await appendAudit(tx, { worksheetId: spaceId, memberId: access.memberId, event: { type: "space_restored" } });
      },
      { maxWait: 4_000, timeout: 60_000 },
    ),
  );
}

async function takeBack(tx: Tx, { spaceId, deletedAt }: { spaceId: string; deletedAt: Date }): Promise<void> {
  const entries = await tx.logEntry.findMany({
    where: { spaceId, worksheet: { spaceId: null } },
    select: { id: true, title: true, worksheetId: true, worksheet: { select: { deletedAt: true } } },
  });
  for (const { id: entryId, title, worksheetId, worksheet } of entries) {
    if (worksheetId === null) continue;
    const wentWithIt = worksheet?.deletedAt?.getTime() === deletedAt.getTime();
    await tx.worksheet.update({ where: { id: worksheetId }, data: { spaceId, ...(wentWithIt ? { deletedAt: null } : {}) } });
    // Alone it may have taken a number that the space had given to another.
    await keepOrTakeNumber(tx, { worksheetId, spaceId, entryId, title });
    await refreshEntry(tx, worksheetId);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

async function deletionOf(spaceId: string): Promise<Date | null> {
  if (!UUID.test(spaceId)) return null;
  return (await db().space.findUnique({ where: { id: spaceId }, select: { deletedAt: true } }))?.deletedAt ?? null;
}
