import "server-only";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { sha256Hex } from "@/lib/domain/record/sha256";
import type { WorksheetFile } from "@/lib/domain/worksheet-file/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { Credential } from "../access";
import { db, type Tx } from "../db/client";
import { newId } from "../ids";
import { appendAudit } from "../worksheet/transaction";
import { type CreatedWorksheet, createWorksheet } from "../worksheet/writes";
import { fillAftermath, linkArrived } from "./import-aftermath";
import { fillDecision, fillHandwork, fillWorkshop } from "./import-rows";

type Arriving = { file: WorksheetFile; yourName: string; session: Credential | null };

/**
 * A new worksheet from a file, with you as its facilitator. Every id is given anew, so that no file can reach a row that is
 * already here. Records keep their text and hash; what the file says of approvals and seals is kept as said elsewhere: this
 * installation neither seals nor vouches for it.
 */
export async function importWorksheet({ file, yourName, session }: Arriving): Promise<CreatedWorksheet> {
  const { title, scope, frame, timeZone, language, stage, template, nextNumber, keepMonths } = file.worksheet;
  const created = await createWorksheet({ title, scope, frame, timeZone, language, yourName, keepMonths }, session);
  try {
    await db().$transaction(
      async (tx) => {
        await tx.worksheet.update({ where: { id: created.id }, data: { stage, template, nextNumber } });
        await fill(tx, { file, created, yourName });
        await linkArrived(tx, { file, created });
      },
      { maxWait: 4_000, timeout: 60_000 },
    );
  } catch (error) {
    // Half a worksheet is none; its chain has one event that says a worksheet was begun.
    await db().worksheet.delete({ where: { id: created.id } });
    throw error;
  }
  return created;
}

async function fill(tx: Tx, { file, created, yourName }: { file: WorksheetFile; created: CreatedWorksheet; yourName: string }) {
  const worksheetId = created.id;
  const own = file.members.find(({ name, role, removedAt }) => role === "facilitator" && removedAt === null && name === yourName);
  const ids = new Map(file.members.map(({ id }) => [id, newId()]));
  if (own !== undefined) {
    // Their seat of then: what they said stays theirs.
    ids.set(own.id, created.memberId);
    await tx.member.update({ where: { id: created.memberId }, data: { createdAt: own.createdAt } });
  }
  await tx.member.createMany({
    data: file.members
      .filter(({ id }) => id !== own?.id)
      .map(({ id, role, ...member }) => ({
        ...member,
        id: ids.get(id) ?? newId(),
        worksheetId,
        // Nobody leads here but whoever brought it; the record says what they were.
        role: role === "facilitator" ? "member" : role,
      })),
  });
  // A name that left no seat still stands beside what it did; its id leads nowhere.
  const seatOf = (id: string): string => {
    const known = ids.get(id) ?? newId();
    ids.set(id, known);
    return known;
  };
  const to = { worksheetId, seatOf };
  await fillHandwork(tx, file, to);
  await fillWorkshop(tx, file, { ...to, leadMemberId: created.memberId });
  await fillDecision(tx, file, to);
  await fillAftermath(tx, file, { ...to, by: { memberId: created.memberId, name: yourName } });
  await tx.worksheetArrival.create({
    data: {
      worksheetId,
      sourceId: file.worksheet.id,
      sourceOrigin: file.origin,
      exportedAt: file.exportedAt,
      sha256: sha256Hex(canonicalise(file)),
      byMemberId: created.memberId,
      byName: yourName,
      audit: file.audit as unknown as Prisma.InputJsonValue,
      seals: file.seals as unknown as Prisma.InputJsonValue,
    },
  });
  const head = file.audit.at(-1);
  const event = { type: "worksheet_imported", from: file.worksheet.id, head: head?.hash ?? null, seq: head?.seq ?? null };
  await appendAudit(tx, { worksheetId, memberId: created.memberId, event });
}
