import "server-only";
import { checkSupersession } from "@/lib/domain/record/supersession";
import type { Tx } from "../db/client";
import { appendAudit, bumpSeq, lockWorksheet } from "../worksheet/transaction";
import { logAround } from "./life";

/**
 * A worksheet that reopened another's decision and is accepted now replaces it, in the transaction of its acceptance. Nothing
 * happens where somebody linked the two already, or where a third replaced the old one meanwhile.
 */
export async function replaceReopened(tx: Tx, worksheetId: string): Promise<void> {
  const review = await tx.review.findUnique({ where: { reopenedAs: worksheetId } });
  if (review === null) return;
  const { worksheetId: replacesId, byMemberId, byName } = review;
  const reopener = await tx.member.findFirstOrThrow({ where: { worksheetId }, orderBy: { createdAt: "asc" }, select: { id: true } });
  await lockWorksheet(tx, replacesId);
  // Two links made at once could close a circle that neither sees.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('supersession', 0))`;
  const link = { by: worksheetId, replaces: replacesId, isPartial: false };
  const check = checkSupersession(link, await logAround(tx, link));
  if (!check.ok) return;
  await tx.supersession.create({ data: { worksheetId, replacesId, isPartial: false, note: review.note, byMemberId, byName } });
  const through = { partial: false, review: review.id };
  await appendAudit(tx, { worksheetId, memberId: reopener.id, event: { type: "supersedes", replaces: replacesId, ...through } });
  await appendAudit(tx, {
    worksheetId: replacesId,
    memberId: byMemberId,
    event: { type: "superseded", by_worksheet: worksheetId, ...through },
  });
  await bumpSeq(tx, replacesId);
}
