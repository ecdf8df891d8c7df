import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { OwnDecision, replacedInputSchema } from "@/lib/domain/log/schema";
import { db, type Tx } from "../db/client";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { writeSpace } from "../spaces/transaction";

type Replacing = z.infer<typeof replacedInputSchema> & { entryId: string };

/**
 * Says which decision of ours replaces an imported record, or that none does. The file stays as it came; the log shows the record
 * as superseded while that decision is accepted and replaces all of it.
 */
export async function setReplaced(access: SpaceAccess, { opId, ...input }: Replacing) {
  requireSpaceRole(access, "facilitator", "member");
  const { entryId, by, isPartial } = input;
  return writeSpace(access, {
    opId,
    input,
    run: async (tx, { spaceId }) => {
      const entry = await tx.logEntry.findFirst({ where: { id: entryId, spaceId, worksheetId: null }, select: { id: true } });
      if (entry === null) throw new AppError("not_found", "No such imported record.");
      await tx.logLink.deleteMany({ where: { replacedId: entryId, by: { worksheetId: { not: null } } } });
      if (by !== null) {
        const own = await tx.logEntry.count({ where: { id: by, spaceId, worksheetId: { not: null } } });
        if (own === 0) {
          const errors = [{ path: "by", message: "Choose a decision of this log that was made here." }];
          throw new AppError("invalid_input", "That is no decision of this log.", { errors });
        }
        await tx.logLink.create({ data: { byId: by, replacedId: entryId, isPartial } });
      }
      await settleReplaced(tx, [entryId]);
      return { reply: {}, event: { type: "import_replaced", entry: entryId, replacement: by, partial: isPartial } };
    },
  });
}

/** Imported records that a worksheet's decision replaces, after a change of that decision. */
export async function settleReplacedBy(tx: Tx, byId: string): Promise<void> {
  const links = await tx.logLink.findMany({ where: { byId, replaced: { worksheetId: null } }, select: { replacedId: true } });
  await settleReplaced(
    tx,
    links.map(({ replacedId }) => replacedId),
  );
}

/** Status follows from the links; what the file said comes back when nothing of ours replaces it any more. */
async function settleReplaced(tx: Tx, entryIds: readonly string[]): Promise<void> {
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

/** Decisions of this log that were made here, the latest first, to choose a replacement from. */
export async function listOwnDecisions({ spaceId }: SpaceAccess): Promise<OwnDecision[]> {
  return db().logEntry.findMany({
    where: { spaceId, worksheet: { deletedAt: null }, status: { in: ["draft", "proposed", "accepted"] } },
    orderBy: [{ sortAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, number: true, title: true },
  });
}
