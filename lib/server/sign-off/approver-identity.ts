import "server-only";
import type { Enrolment } from "@/lib/domain/sign-off/statement";
import type { WorksheetAccess } from "../access";
import type { Tx } from "../db/client";

/** How somebody came in, which is what their word proves: a mailed link, one that was handed to them, or their own session. */
export type CameBy = Pick<Enrolment, "how" | "mailedTo">;

export async function cameBy(tx: Tx, access: WorksheetAccess): Promise<CameBy> {
  if (access.role !== "approver") return { how: "own_session", mailedTo: null };
  const link = await tx.link.findUniqueOrThrow({ where: { id: access.linkId }, select: { mailedTo: true } });
  return link.mailedTo === null ? { how: "handed_link", mailedTo: null } : { how: "mailed_link", mailedTo: link.mailedTo };
}

const NAMED = { member: { select: { id: true, name: true, role: true } } } as const;

/** The approver that a request speaks for: by id, or the caller's own. Null when there is none who counts. */
export async function findApprover(tx: Tx, { access, approverId }: { access: WorksheetAccess; approverId: string | undefined }) {
  const { worksheetId, memberId } = access;
  return tx.approver.findFirst({
    where: { worksheetId, removedAt: null, delegatedAt: null, ...(approverId === undefined ? { memberId } : { id: approverId }) },
    include: NAMED,
  });
}

/** The name of the person whose place an approver takes, or null. */
export async function delegatorName(tx: Tx, approver: { delegateOf: string | null }): Promise<string | null> {
  if (approver.delegateOf === null) return null;
  const delegator = await tx.approver.findUnique({ where: { id: approver.delegateOf }, include: NAMED });
  return delegator?.member.name ?? null;
}
