import "server-only";
import type { Tx } from "../db/client";

/** Imported records that a worksheet's decision replaces, after a change of that decision. */
export async function settleReplacedBy(tx: Tx, byId: string): Promise<void> {
  const links = await tx.logLink.findMany({ where: { byId, replaced: { worksheetId: null } }, select: { replacedId: true } });
  await settleReplaced(
    tx,
    links.map(({ replacedId }) => replacedId),
  );
}

/** Status follows from the links; what the file said comes back when nothing of ours replaces it any more. */
export async function settleReplaced(tx: Tx, entryIds: readonly string[]): Promise<void> {
  for (const id of entryIds) {
    const { status, statusBefore } = await tx.logEntry.findUniqueOrThrow({ where: { id }, select: { status: true, statusBefore: true } });
    const isReplaced =
      (await tx.logLink.count({
        where: {
          replacedId: id,
          isPartial: false,
          by: { worksheetId: { not: null }, status: { in: ["accepted", "deprecated", "superseded"] } },
        },
      })) > 0;
    if (isReplaced && statusBefore === null && status !== "superseded")
      await tx.logEntry.update({ where: { id }, data: { status: "superseded", statusBefore: status } });
    if (!isReplaced && statusBefore !== null)
      await tx.logEntry.update({ where: { id }, data: { status: statusBefore, statusBefore: null } });
  }
}
