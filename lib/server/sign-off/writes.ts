import "server-only";
import { AppError } from "@/lib/domain/errors";
import { decideRevision, needsComment } from "@/lib/domain/sign-off/decide";
import type { ApprovalInput } from "@/lib/domain/sign-off/schema";
import { type ApprovalView, approvalViewSchema, verdictSchema } from "@/lib/domain/worksheet/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId, newLinkToken } from "../ids";
import { writeWorksheet } from "../worksheet/transaction";

/** Names an approver: somebody new with a personal link, or the facilitator themselves. */
export async function addApprover(access: WorksheetAccess, input: { opId: string; name?: string | undefined; self?: true | undefined }) {
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
      const memberId = input.self ? current.memberId : newId();
      if (!input.self) {
        await tx.member.create({ data: { id: memberId, worksheetId: access.worksheetId, name: input.name ?? "", role: "approver" } });
        await tx.link.create({ data: { id: newId(), worksheetId: access.worksheetId, kind: "approver", tokenHash: link.hash, memberId } });
      }
      const approver = await tx.approver.upsert({
        where: { memberId },
        create: { id: approverId, worksheetId: access.worksheetId, memberId },
        update: { removedAt: null },
      });
      named = approver.id;
      return { reply: {}, event: { type: "approver_named", member: memberId, self: input.self ?? false } };
    },
  });
  return { approverId: named, token: input.self ? null : link.token };
}

/** A new personal link for an approver who lost theirs; the old one and what it opened die. */
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
        data: { revokedAt: now() },
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
      const approver = await tx.approver.findFirst({ where: { id: input.approverId, worksheetId: access.worksheetId, removedAt: null } });
      if (approver === null) throw new AppError("not_found", "No such approver.");
      await tx.approver.update({ where: { id: approver.id }, data: { removedAt: now() } });
      await tx.link.updateMany({ where: { memberId: approver.memberId, kind: "approver", revokedAt: null }, data: { revokedAt: now() } });
      await tx.member.updateMany({ where: { id: approver.memberId, role: "approver" }, data: { removedAt: now() } });
      const standing = await tx.revision.findFirst({ where: { worksheetId: access.worksheetId, status: "proposed" } });
      const left = await tx.approver.count({ where: { worksheetId: access.worksheetId, removedAt: null } });
      if (standing && left === 0) throw new AppError("illegal_transition", "A frozen revision needs at least one approver.");
      if (standing) await settle(tx, { worksheetId: access.worksheetId, n: standing.n });
      return { reply: {}, event: { type: "approver_removed", approver: approver.id } };
    },
  });
}

/** "Make changes": withdraws the standing revision; its approvals stay on record and are stale from now on. */
export async function withdrawRevision(access: WorksheetAccess, input: { opId: string; n: number }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["revisions", "approvals"],
    run: async (tx) => {
      const changed = await tx.revision.updateMany({
        where: { worksheetId: access.worksheetId, n: input.n, status: { in: ["proposed", "accepted"] } },
        data: { status: "withdrawn" },
      });
      if (changed.count === 0) throw new AppError("illegal_transition", "This revision does not stand any more.");
      return { reply: {}, event: { type: "revision_withdrawn", revision: input.n } };
    },
  });
}

/**
 * One approver's verdict on one revision, bound to the hash they read. Their own, or with `approverId` a spoken yes that
 * the facilitator records. The last one decides, under the same lock.
 */
export async function recordApproval(access: WorksheetAccess, n: number, input: ApprovalInput): Promise<ApprovalView> {
  if (needsComment(input.verdict) && (input.comment ?? "").trim() === "") {
    throw new AppError("invalid_input", "This verdict needs your words.", {
      errors: [{ path: "comment", message: "Say why, in a sentence." }],
    });
  }
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { n, ...input },
    changed: ["approvals", "revisions"],
    run: async (tx, current) => {
      const revision = await tx.revision.findUnique({ where: { worksheetId_n: { worksheetId: access.worksheetId, n } } });
      if (revision === null) throw new AppError("not_found", "No such revision.");
      if (revision.status !== "proposed") throw new AppError("illegal_transition", "This revision is not open for approval any more.");
      if (revision.sha256 !== input.sha256)
        throw new AppError("stale_version", "This is not the revision you read.", { detail: { current: revision.sha256 } });
      const approver = await tx.approver.findFirst({
        where: {
          worksheetId: access.worksheetId,
          removedAt: null,
          ...(input.approverId ? { id: input.approverId } : { memberId: current.memberId }),
        },
        include: { member: true },
      });
      if (approver === null) throw new AppError("forbidden", "You are not asked to approve this.");
      const isOwn = approver.memberId === current.memberId;
      if (!isOwn) requireRole(current, "facilitator");
      const own = approver.member.role === "approver" ? "handed_link" : "own_session";
      const key = { worksheetId: access.worksheetId, n, approverId: approver.id };
      const earlier = await tx.approval.findUnique({ where: { worksheetId_n_approverId: key } });
      const words = { verdict: input.verdict, comment: input.comment ?? "" };
      if (!isOwn && earlier !== null && earlier.how !== "spoken") {
        throw new AppError("illegal_transition", "They have answered for themselves; only they can change that.");
      }
      // Minds may change until the revision is decided; the same words twice are a double click.
      if (earlier?.verdict === words.verdict && earlier.comment === words.comment)
        throw new AppError("illegal_transition", "This verdict is recorded already.");
      // Passkeys and mailed links, which prove more, come with their own writes.
      const proof = { assurance: "C", how: isOwn ? own : "spoken" };
      const data = { ...words, ...proof, typedName: input.typedName, sha256: revision.sha256, at: now() };
      const approval = await tx.approval.upsert({ where: { worksheetId_n_approverId: key }, create: { ...key, ...data }, update: data });
      await settle(tx, { worksheetId: access.worksheetId, n });
      const reply = approvalViewSchema.parse({
        ...approval,
        name: approver.member.name,
        revision: n,
        at: approval.at.toISOString(),
        isStale: false,
      });
      return {
        reply,
        event: {
          type: "approval_recorded",
          revision: n,
          approver: approver.id,
          verdict: input.verdict,
          how: approval.how,
          sha256: revision.sha256,
        },
      };
    },
  });
  return approvalViewSchema.parse(view);
}

async function settle(tx: Tx, { worksheetId, n }: { worksheetId: string; n: number }) {
  const approvers = await tx.approver.findMany({ where: { worksheetId, removedAt: null }, select: { id: true } });
  const approvals = await tx.approval.findMany({ where: { worksheetId, n } });
  const worksheet = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { nextNumber: true } });
  const earlier = await tx.revision.findFirst({
    where: { worksheetId, number: { not: null } },
    orderBy: { n: "desc" },
    select: { number: true },
  });
  const status = decideRevision({
    approvers: approvers.map((approver) => approver.id),
    approvals: approvals.map(({ approverId, verdict }) => ({ approverId, verdict: verdictSchema.parse(verdict) })),
  });
  if (status === "proposed") return;
  // A decision that was changed and accepted again keeps its number.
  const number = status === "accepted" ? (earlier?.number ?? worksheet.nextNumber) : null;
  await tx.revision.update({ where: { worksheetId_n: { worksheetId, n } }, data: { status, decidedAt: now(), number } });
}
