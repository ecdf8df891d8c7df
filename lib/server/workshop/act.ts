import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import type { ChangeKind } from "../live/announce";
import { type Written, writeWorksheet } from "../worksheet/transaction";

type Act<T> = {
  input: { opId: string };
  /** What else of the worksheet changed. */
  changed?: ChangeKind[];
  run: (tx: Tx, access: WorksheetAccess) => Promise<Written<T>>;
};

/** A write about how the worksheet is facilitated; makes the workshop's row at the first one. */
export async function actInWorkshop<T extends Prisma.InputJsonValue | object>(
  access: WorksheetAccess,
  { input, changed = [], run }: Act<T>,
) {
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["workshop", ...changed],
    run: async (tx, current) => {
      await ensureWorkshop(tx, access.worksheetId);
      return run(tx, current);
    },
  });
}

/** The worksheet's row is locked, so nobody else makes one meanwhile. */
export async function ensureWorkshop(tx: Tx, worksheetId: string): Promise<void> {
  await tx.workshop.upsert({ where: { worksheetId }, create: { worksheetId }, update: {} });
}

export async function nameOf(tx: Tx, memberId: string): Promise<string> {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  return member.name;
}

/** Everybody may read who changed whose role, and when. */
export async function noteRoleChange(
  tx: Tx,
  change: { access: WorksheetAccess; kind: string; member: { id: string; name: string } },
): Promise<void> {
  const { access, kind, member } = change;
  await tx.roleChange.create({
    data: {
      id: newId(),
      worksheetId: access.worksheetId,
      kind,
      memberId: member.id,
      memberName: member.name,
      byMemberId: access.memberId,
      byName: await nameOf(tx, access.memberId),
    },
  });
}
