import "server-only";
import { AppError } from "@/lib/domain/errors";
import { requireRole, type WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { writeSpace } from "../spaces/transaction";
import { type AuditPayload, writeWorksheet } from "../worksheet/transaction";

/** Whose webhooks they are: a space's, or those of a worksheet that stands alone. Both are looked after by facilitators. */
export type Owner = SpaceAccess | WorksheetAccess;

/** The columns that tell whose a webhook is. */
export const ownerColumns = (owner: Owner) =>
  "spaceId" in owner ? { spaceId: owner.spaceId, worksheetId: null } : { spaceId: null, worksheetId: owner.worksheetId };

export function requireKeeper(owner: Owner): void {
  if ("spaceId" in owner) requireSpaceRole(owner, "facilitator");
  else requireRole(owner, "facilitator");
}

type OwnerWrite<T> = {
  opId: string;
  input: unknown;
  storeReply?: boolean;
  run: (tx: Tx, by: { memberId: string; name: string }) => Promise<{ reply: T; event: AuditPayload }>;
};

/** A write to either, by whoever looks after it. */
export async function writeOwner<T extends object>(owner: Owner, { run, ...write }: OwnerWrite<T>): Promise<T> {
  requireKeeper(owner);
  if ("spaceId" in owner) {
    return writeSpace(owner, {
      ...write,
      run: async (tx, { memberId }) =>
        run(tx, await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: SELECT }).then(named)),
    });
  }
  return writeWorksheet(owner, {
    ...write,
    changed: ["mine"],
    run: async (tx, { memberId, worksheetId }) => {
      const { spaceId } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { spaceId: true } });
      if (spaceId !== null) throw new AppError("illegal_transition", "This worksheet belongs to a space; its webhooks are the space's.");
      return run(tx, named(await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: SELECT })));
    },
  });
}

const SELECT = { id: true, name: true } as const;
const named = ({ id, name }: { id: string; name: string }) => ({ memberId: id, name });
