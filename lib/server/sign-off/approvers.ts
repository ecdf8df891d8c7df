import "server-only";
import { AppError } from "@/lib/domain/errors";
import { requireRole, type WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { newId, newLinkToken } from "../ids";
import { writeWorksheet } from "../worksheet/transaction";
import { findApprover } from "./approver-identity";
import { settle } from "./asked";
import { refuse } from "./refuse";

type NewApprover = { opId: string; name?: string | undefined; email?: string | undefined; self?: true | undefined };

/** Names an approver: somebody new with a personal link, or the facilitator themselves. Not once the decision is accepted. */
export async function addApprover(access: WorksheetAccess, input: NewApprover) {
  requireRole(access, "facilitator");
  const approverId = newId();
  const link = newLinkToken("approver");
  let named = approverId;
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["approvals", "members"],
    storeReply: false,
    run: async (tx, current) => {
      const { worksheetId } = access;
      await refuseAccepted(tx, worksheetId);
      const memberId = input.self ? current.memberId : await addPerson(tx, { worksheetId, name: input.name ?? "", tokenHash: link.hash });
      const last = await tx.approver.aggregate({ where: { worksheetId }, _max: { place: true } });
      const place = (last._max.place ?? 0) + 1;
      const approver = await tx.approver.upsert({
        where: { memberId },
        create: { id: approverId, worksheetId, memberId, place, email: input.email ?? null },
        update: { removedAt: null },
      });
      named = approver.id;
      return { reply: {}, event: { type: "approver_named", member: memberId, self: input.self ?? false } };
    },
  });
  return { approverId: named, token: input.self ? null : link.token };
}

/** A new personal link for an approver who lost theirs; the old ones and what they opened die. */
export async function replaceApproverLink(access: WorksheetAccess, input: { opId: string; approverId: string }) {
  requireRole(access, "facilitator");
  const fresh = newLinkToken("approver");
  const id = newId();
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["links"],
    storeReply: false,
    run: async (tx) => {
      const { worksheetId } = access;
      const approver = await tx.approver.findFirst({
        where: { id: input.approverId, worksheetId, removedAt: null, member: { role: "approver" } },
      });
      if (approver === null) throw new AppError("not_found", "No such approver with a link of their own.");
      await tx.link.updateMany({
        where: { worksheetId, memberId: approver.memberId, kind: "approver", revokedAt: null },
        data: { revokedAt: await databaseNow(tx) },
      });
      await tx.link.create({ data: { id, worksheetId, kind: "approver", tokenHash: fresh.hash, memberId: approver.memberId } });
      return { reply: {}, event: { type: "approver_link_replaced", approver: approver.id, link: id } };
    },
  });
  return { id, token: fresh.token };
}

/** Takes an approver off the list; their link dies, and the rest may thereby be complete. */
export async function removeApprover(access: WorksheetAccess, input: { opId: string; approverId: string }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["approvals", "members"],
    run: async (tx) => {
      const { worksheetId } = access;
      await refuseAccepted(tx, worksheetId);
      const approver = await tx.approver.findFirst({ where: { id: input.approverId, worksheetId, removedAt: null } });
      if (approver === null) throw new AppError("not_found", "No such approver.");
      const delegates = await tx.approver.findMany({ where: { delegateOf: approver.id, removedAt: null } });
      for (const gone of [approver, ...delegates]) await takeOff(tx, gone);
      // Whoever handed their place on answers for themselves again.
      if (approver.delegateOf !== null) await tx.approver.update({ where: { id: approver.delegateOf }, data: { delegatedAt: null } });
      const standing = await tx.revision.findFirst({ where: { worksheetId, status: "proposed" } });
      const left = await tx.approver.count({ where: { worksheetId, removedAt: null } });
      if (standing && left === 0) throw new AppError("illegal_transition", "A frozen revision needs at least one approver.");
      if (standing) await settle(tx, { worksheetId, n: standing.n });
      return { reply: {}, event: { type: "approver_removed", approver: approver.id } };
    },
  });
}

/** Asks the approvers in another order: each of them named once. */
export async function orderApprovers(access: WorksheetAccess, input: { opId: string; approvers: string[] }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["approvals"],
    run: async (tx) => {
      const { worksheetId } = access;
      await refuseStanding(tx, worksheetId);
      const known = await tx.approver.findMany({ where: { worksheetId, removedAt: null, delegatedAt: null }, select: { id: true } });
      const isSame = known.length === input.approvers.length && known.every(({ id }) => input.approvers.includes(id));
      if (!isSame)
        throw new AppError("invalid_input", "Name every approver once.", {
          errors: [{ path: "approvers", message: "Name every approver once." }],
        });
      for (const [index, id] of input.approvers.entries()) await tx.approver.update({ where: { id }, data: { place: index + 1 } });
      return { reply: {}, event: { type: "approvers_ordered", approvers: input.approvers } };
    },
  });
}

/** An approver hands their place to somebody else and gets the link to hand over; they stop counting until they take it back. */
export async function delegateApproval(access: WorksheetAccess, input: { opId: string; name: string }) {
  const id = newId();
  const link = newLinkToken("approver");
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["approvals", "members"],
    storeReply: false,
    run: async (tx, current) => {
      const { worksheetId } = current;
      await refuseAccepted(tx, worksheetId);
      const approver = await findApprover(tx, { access: current, approverId: undefined });
      if (approver === null) throw refuse("not_asked");
      if (approver.delegateOf !== null) throw refuse("delegate_of_delegate");
      await refuseAnswered(tx, approver);
      const memberId = await addPerson(tx, { worksheetId, name: input.name, tokenHash: link.hash });
      await tx.approver.update({ where: { id: approver.id }, data: { delegatedAt: await databaseNow(tx) } });
      await tx.approver.create({ data: { id, worksheetId, memberId, place: approver.place, delegateOf: approver.id } });
      return { reply: {}, event: { type: "approval_delegated", approver: approver.id, to: id } };
    },
  });
  return { approverId: id, token: link.token };
}

/** Takes a delegated place back while the delegate has not answered; their link dies. */
export async function takeBackApproval(access: WorksheetAccess, input: { opId: string }) {
  return writeWorksheet(access, {
    opId: input.opId,
    input: { takeBack: true },
    changed: ["approvals", "members"],
    run: async (tx, current) => {
      const { worksheetId, memberId } = current;
      await refuseAccepted(tx, worksheetId);
      const approver = await tx.approver.findFirst({ where: { worksheetId, memberId, removedAt: null, delegatedAt: { not: null } } });
      const delegate = approver && (await tx.approver.findFirst({ where: { delegateOf: approver.id, removedAt: null } }));
      if (!approver || !delegate) throw new AppError("not_found", "You did not hand your place on.");
      await refuseAnswered(tx, delegate);
      await takeOff(tx, delegate);
      await tx.approver.update({ where: { id: approver.id }, data: { delegatedAt: null } });
      return { reply: {}, event: { type: "approval_taken_back", approver: approver.id, from: delegate.id } };
    },
  });
}

async function addPerson(
  tx: Tx,
  { worksheetId, name, tokenHash }: { worksheetId: string; name: string; tokenHash: Uint8Array<ArrayBuffer> },
) {
  const memberId = newId();
  await tx.member.create({ data: { id: memberId, worksheetId, name, role: "approver" } });
  await tx.link.create({ data: { id: newId(), worksheetId, kind: "approver", tokenHash, memberId } });
  return memberId;
}

async function takeOff(tx: Tx, approver: { id: string; memberId: string }) {
  const at = await databaseNow(tx);
  await tx.approver.update({ where: { id: approver.id }, data: { removedAt: at } });
  await tx.link.updateMany({ where: { memberId: approver.memberId, kind: "approver", revokedAt: null }, data: { revokedAt: at } });
  await tx.member.updateMany({ where: { id: approver.memberId, role: "approver" }, data: { removedAt: at } });
}

/** Who approved what is settled with the acceptance; the list opens again with the next revision. */
async function refuseAccepted(tx: Tx, worksheetId: string) {
  const accepted = await tx.revision.findFirst({ where: { worksheetId, status: "accepted" } });
  if (accepted !== null) throw new AppError("illegal_transition", "The decision is accepted; choose “Make changes” to ask other people.");
}

/** The rule of a revision is frozen with it. */
export async function refuseStanding(tx: Tx, worksheetId: string) {
  const standing = await tx.revision.findFirst({ where: { worksheetId, status: { in: ["proposed", "accepted"] } } });
  if (standing !== null) throw new AppError("frozen", "A revision stands; its rule was frozen with it.");
}

async function refuseAnswered(tx: Tx, approver: { id: string; worksheetId: string }) {
  const standing = await tx.revision.findFirst({ where: { worksheetId: approver.worksheetId, status: "proposed" } });
  if (standing === null) return;
  const key = { worksheetId: approver.worksheetId, n: standing.n, approverId: approver.id };
  if ((await tx.approval.findUnique({ where: { worksheetId_n_approverId: key } })) !== null) throw refuse("said_already");
}
