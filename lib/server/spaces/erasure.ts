import "server-only";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import { LOCALES } from "@/lib/domain/messages/locales";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { eraseSeat, whyNotErasable } from "../keeping/erasure";
import { forgetActor } from "../keeping/forget-in-tables";
import { documentMessages } from "../messages";
import { bumpSeq, lockWorksheet } from "../worksheet/transaction";
import { requireSpaceRole, type SpaceAccess } from "./access";
import { writeSpace } from "./transaction";

/**
 * Forgets a person of the space: their name, their sign-in and their links go, and each seat that they took in its worksheets is
 * erased as there. All or nothing: whoever leads or signed in one of them is refused, with the worksheets named.
 */
export async function eraseSpaceMember(access: SpaceAccess, memberId: string, { opId }: { opId: string }) {
  if (memberId !== access.memberId) requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input: { erase: memberId },
    run: async (tx, { spaceId }) => {
      const person = await tx.spaceMember.findFirst({
        where: { id: memberId, spaceId },
        include: { seats: { where: { erasedAt: null } } },
      });
      if (person === null) throw new AppError("not_found", "No such member.");
      const others = await tx.spaceMember.count({ where: { spaceId, role: "facilitator", removedAt: null, id: { not: memberId } } });
      if (others === 0) throw new AppError("illegal_transition", "A space keeps at least one facilitator.");
      await refuseBound(tx, person.seats);
      for (const { id, worksheetId } of person.seats.toSorted((a, b) => a.worksheetId.localeCompare(b.worksheetId))) {
        await lockWorksheet(tx, worksheetId);
        await eraseSeat(tx, { worksheetId, memberId: id });
        const payload = JSON.stringify({ type: "person_erased", self: false, by: null });
        await tx.$queryRaw`SELECT audit_append(${worksheetId}::uuid, ${payload})`;
        await bumpSeq(tx, worksheetId);
      }
      const anonymous = { id: newId(), name: await anonymousName(tx, spaceId) };
      await tx.spaceGrant.deleteMany({ where: { memberId } });
      await tx.spaceLink.deleteMany({ where: { memberId } });
      await forgetActor(tx, { person, anonymous });
      // Rows from before the id stood beside the name; a namesake's newer rows are left alone.
      const renamed = { where: { spaceId, byName: person.name, byMemberId: null }, data: { byName: anonymous.name } };
      await tx.logSource.updateMany(renamed);
      await tx.numberSkip.updateMany(renamed);
      await tx.op.deleteMany({ where: { actor: memberId } });
      await tx.spaceMember.delete({ where: { id: memberId } });
      return { reply: {}, event: { type: "person_erased", self: memberId === access.memberId } };
    },
  });
}

async function refuseBound(tx: Tx, seats: readonly { id: string; worksheetId: string }[]): Promise<void> {
  const bound: { path: string; message: string }[] = [];
  for (const { id, worksheetId } of seats) {
    if ((await whyNotErasable(tx, { worksheetId, memberId: id })) === null) continue;
    const { title } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { title: true } });
    bound.push({ path: worksheetId, message: title });
  }
  if (bound.length > 0)
    throw new AppError("illegal_transition", "They lead, approve or signed in the worksheets named.", {
      errors: bound,
      detail: { reason: "bound" },
    });
}

async function anonymousName(tx: Tx, spaceId: string): Promise<string> {
  const { language } = await tx.space.findUniqueOrThrow({ where: { id: spaceId }, select: { language: true } });
  const locale = LOCALES.find((one) => one === language) ?? "en";
  const n = 1 + (await tx.auditEvent.count({ where: { chain: spaceId, payload: { contains: "person_erased" } } }));
  return formatMessage(documentMessages(locale), { id: "keeping.erasedName", params: { n } }, locale);
}
