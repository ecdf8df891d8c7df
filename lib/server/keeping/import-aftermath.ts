import "server-only";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import type { WorksheetFile } from "@/lib/domain/worksheet-file/schema";
import { requireAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { hashToken, newId } from "../ids";
import { documentMessages } from "../messages";
import type { CreatedWorksheet } from "../worksheet/writes";

type Target = { worksheetId: string; seatOf: (id: string) => string; by: { memberId: string; name: string } };

/** What a worksheet remembers beside its answers and its record: earlier texts, roles, numbers, and what fired already. */
export async function fillAftermath(tx: Tx, file: WorksheetFile, { worksheetId, seatOf, by }: Target): Promise<void> {
  const mine = <T extends { byMemberId: string }>(row: T) => ({ ...row, worksheetId, byMemberId: seatOf(row.byMemberId) });
  await tx.decisionHistory.createMany({ data: file.sectionHistory.map(mine), skipDuplicates: true });
  await tx.roleChange.createMany({ data: file.roleChanges.map((row) => ({ ...mine(row), id: newId(), memberId: seatOf(row.memberId) })) });
  await tx.metric.createMany({ data: file.metrics.map((row) => ({ ...row, id: newId(), worksheetId })), skipDuplicates: true });
  const triggers = file.triggers.map(({ firing, ...trigger }) => ({ firing, trigger: { ...trigger, id: newId(), worksheetId } }));
  await tx.dueTrigger.createMany({ data: triggers.map(({ trigger }) => trigger), skipDuplicates: true });
  // What fired there does not fire here again: no day, no line and no event is told to anybody twice.
  await tx.firing.createMany({
    data: triggers.flatMap(({ firing, trigger }) => (firing === null ? [] : { ...firing, triggerId: trigger.id })),
  });
  await markReplaced(tx, { file, worksheetId, by });
}

/** Replaced there by a decision that is not here: it must not read as in force. */
async function markReplaced(tx: Tx, { file, worksheetId, by }: { file: WorksheetFile; worksheetId: string; by: Target["by"] }) {
  const successor = file.supersessions.find(
    ({ direction, isPartial, isAccepted }) => direction === "replaced_by" && !isPartial && isAccepted,
  );
  const accepted = file.revisions.findLast(({ status }) => status === "accepted");
  if (successor === undefined || accepted === undefined) return;
  const { language } = file.worksheet;
  const number = successor.number === null ? "none" : String(successor.number).padStart(4, "0");
  const params = { title: successor.title, number };
  const reason = formatMessage(documentMessages(language), { id: "keeping.replacedElsewhere", params }, language);
  const act = { n: accepted.n, status: "deprecated", reason, byMemberId: by.memberId, byName: by.name, at: now() };
  await tx.statusAct.create({ data: { id: newId(), worksheetId, ...act } });
}

/**
 * Links between decisions that came here in files of their own, whichever came first. Only where whoever imports facilitates both:
 * a file could name anybody's worksheet.
 */
export async function linkArrived(tx: Tx, { file, created }: { file: WorksheetFile; created: CreatedWorksheet }): Promise<void> {
  const credential = { kind: "session", hash: hashToken(created.sessionToken) } as const;
  const by = { byMemberId: created.memberId, byName: (await tx.member.findUniqueOrThrow({ where: { id: created.memberId } })).name };
  for (const { id, direction, isPartial, note } of file.supersessions) {
    const others = await tx.worksheetArrival.findMany({
      where: { sourceId: id, sourceOrigin: file.origin, worksheet: { deletedAt: null } },
      select: { worksheetId: true },
      orderBy: { at: "desc" },
    });
    for (const { worksheetId: other } of others) {
      if (!(await facilitates(tx, { credential, worksheetId: other }))) continue;
      const ends =
        direction === "replaces" ? { worksheetId: created.id, replacesId: other } : { worksheetId: other, replacesId: created.id };
      await tx.supersession.createMany({ data: { ...ends, isPartial, note, ...by }, skipDuplicates: true });
      break;
    }
  }
}

type Door = { credential: { kind: "session"; hash: Uint8Array<ArrayBuffer> }; worksheetId: string };

async function facilitates(tx: Tx, { credential, worksheetId }: Door): Promise<boolean> {
  try {
    return (await requireAccess(credential, worksheetId, tx)).role === "facilitator";
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
