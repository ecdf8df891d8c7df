import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordSchema } from "@/lib/domain/record/schema";
import type { WatchedEventView } from "@/lib/domain/triggers/schema";
import { watchedTriggers } from "@/lib/domain/triggers/watched";
import { requireRole, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { latestRevision, readLife } from "../decision/read-life";
import { writeWorksheet } from "../worksheet/transaction";
import { fireEvent } from "./fire";
import { watchRecord } from "./watch";

/**
 * Somebody who takes part says that an event of the record has happened; no date and no number could tell. It fires once, like a
 * day that comes: whoever says it later is told who did.
 */
export async function reportEvent(access: WorksheetAccess, { opId, key }: { opId: string; key: string }) {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: { happened: key },
    changed: ["reviews"],
    run: async (tx, { memberId }) => {
      const n = (await latestRevision(tx, worksheetId))?.n;
      if (n === undefined || (await readLife(worksheetId, tx)).status !== "accepted")
        throw new AppError("illegal_transition", "There is no accepted decision that waits for anything.");
      // Records that were accepted by an earlier version do not have their events written down yet.
      await watchRecord(tx, { worksheetId, n });
      const trigger = await tx.dueTrigger.findUnique({
        where: { worksheetId_n_key: { worksheetId, n, key }, kind: "event" },
        include: { firing: true },
      });
      if (trigger === null) throw new AppError("not_found", "The decision names no such event.");
      const { firing, ...waiting } = trigger;
      const { name: byName } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
      if (firing !== null || !(await fireEvent(tx, waiting, { byMemberId: memberId, byName })))
        throw new AppError("illegal_transition", `${firing?.byName ?? "Somebody"} said so already.`, {
          detail: { by: firing?.byName ?? null },
        });
      return { reply: {}, event: { type: "event_happened", trigger: key, revision: n } };
    },
  });
}

/** The events of an accepted revision, in its order, with who said when that each has happened. */
export async function readEvents({ worksheetId, n }: { worksheetId: string; n: number }): Promise<WatchedEventView[]> {
  const [{ canonical }, fired] = await Promise.all([
    db().revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } }, select: { canonical: true } }),
    db().firing.findMany({ where: { trigger: { worksheetId, n, kind: "event" } }, include: { trigger: { select: { key: true } } } }),
  ]);
  // The day that a record without one is watched for does not matter here.
  const watched = watchedTriggers(recordSchema.parse(JSON.parse(canonical)), "2000-01-01T00:00:00.000Z");
  return watched.flatMap(({ kind, key, text }) => {
    if (kind !== "event") return [];
    const firing = fired.find(({ trigger }) => trigger.key === key);
    return [{ key, text, at: firing?.at.toISOString() ?? null, by: firing?.byName ?? null }];
  });
}
