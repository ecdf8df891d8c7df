import "server-only";
import { AppError } from "@/lib/domain/errors";
import { leadOf } from "@/lib/domain/workshop/roles";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { refuseFrozen } from "../worksheet/transaction";
import { actInWorkshop, nameOf, noteRoleChange } from "./act";
import { freeName, loadSeats } from "./roles";

/** Takes a person off. Their links die; their answers stay as a removed member's, or go for good. */
export async function removeMember(access: WorksheetAccess, memberId: string, input: { opId: string; answers: "keep" | "delete" }) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, memberId } as typeof input,
    changed: ["members", "answers", "links"],
    run: async (tx, current) => {
      const { worksheetId } = access;
      if (input.answers === "delete") await refuseFrozen(tx, worksheetId);
      const target = await seatToClose(tx, { access, memberId });
      await closeSeat(tx, worksheetId, memberId);
      if (input.answers === "delete") await tx.answer.deleteMany({ where: { worksheetId, memberId } });
      await noteRoleChange(tx, { access: current, kind: "removed", member: target });
      return { reply: {}, event: { type: "member_removed", member: memberId, answers: input.answers } };
    },
  });
}

/**
 * Two seats of one person become one. What is revealed moves at once, what is not only at its reveal: else a facilitator
 * could make anybody's hidden answers readable by folding them into somebody else's seat.
 */
export async function mergeMember(access: WorksheetAccess, memberId: string, input: { opId: string; into: string }) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, memberId } as typeof input,
    changed: ["members", "answers", "links"],
    run: async (tx, current) => {
      const { worksheetId } = access;
      await refuseFrozen(tx, worksheetId);
      const target = await seatToClose(tx, { access, memberId });
      const into = await tx.member.findFirst({
        where: { id: input.into, worksheetId, removedAt: null, role: { in: ["facilitator", "member"] } },
      });
      if (into === null || into.id === memberId) throw new AppError("not_found", "No such member to merge into.");
      await closeSeat(tx, worksheetId, memberId);
      await tx.mergedMember.create({ data: { memberId, worksheetId, intoMemberId: into.id } });
      await moveMergedAnswers(tx, worksheetId);
      await noteRoleChange(tx, { access: current, kind: "merged", member: target });
      return { reply: {}, event: { type: "member_merged", member: memberId, into: into.id } };
    },
  });
}

/** Moves what merged seats said about revealed questions; what the person said on their first seat stands. */
export async function moveMergedAnswers(tx: Tx, worksheetId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE answer a SET member_id = m.into_member_id
      FROM merged_member m, reveal r
     WHERE m.worksheet_id = ${worksheetId}::uuid AND a.member_id = m.member_id
       AND r.worksheet_id = a.worksheet_id AND r.question = a.question
       AND NOT EXISTS (SELECT 1 FROM answer b WHERE b.member_id = m.into_member_id AND b.field = a.field AND b.round = a.round)`;
  await tx.$executeRaw`
    DELETE FROM answer a USING merged_member m, reveal r
     WHERE m.worksheet_id = ${worksheetId}::uuid AND a.member_id = m.member_id AND r.worksheet_id = a.worksheet_id AND r.question = a.question`;
}

/** A person without a device; this facilitator types what they say. */
export async function addProxy(access: WorksheetAccess, input: { opId: string; name: string }): Promise<{ memberId: string }> {
  requireRole(access, "facilitator");
  const { seq: _seq, ...reply } = await actInWorkshop(access, {
    input,
    changed: ["members"],
    run: async (tx, { worksheetId, memberId: byMemberId }) => {
      const memberId = newId();
      const name = await freeName(tx, { worksheetId, name: input.name, isAnother: false });
      await tx.member.create({ data: { id: memberId, worksheetId, name, role: "member", lastSeenAt: null } });
      await tx.proxy.create({ data: { memberId, worksheetId, byMemberId, byName: await nameOf(tx, byMemberId) } });
      return { reply: { memberId }, event: { type: "proxy_added", member: memberId } };
    },
  });
  return reply;
}

/** Somebody who answered blind after the reveal is done: from now on they see, and are seen and counted. */
export async function endBlind(access: WorksheetAccess, input: { opId: string }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input: { ...input, endBlind: true } as { opId: string },
    changed: ["answers", "members", "reveal"],
    run: async (tx, { memberId }) => {
      const ended = await tx.lateBlind.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now() } });
      if (ended.count === 0) throw new AppError("illegal_transition", "You see the answers already.");
      await tx.ready.deleteMany({ where: { memberId } });
      return { reply: {}, event: { type: "late_answers_done" } };
    },
  });
}

async function seatToClose(tx: Tx, { access, memberId }: { access: WorksheetAccess; memberId: string }) {
  const { seats, chosen } = await loadSeats(tx, access.worksheetId);
  const target = seats.find((seat) => seat.id === memberId && !seat.isRemoved);
  if (target === undefined) throw new AppError("not_found", "No such member.");
  if (target.id === leadOf(seats, chosen)?.id) throw new AppError("illegal_transition", "Hand over first: somebody must lead.");
  const approver = await tx.approver.findFirst({ where: { memberId, removedAt: null } });
  if (approver !== null) throw new AppError("illegal_transition", "They are an approver. Take them off the approvers first.");
  return target;
}

async function closeSeat(tx: Tx, worksheetId: string, memberId: string) {
  await tx.member.update({ where: { id: memberId }, data: { removedAt: now() } });
  await tx.link.updateMany({ where: { worksheetId, memberId, revokedAt: null }, data: { revokedAt: now() } });
  await tx.ready.deleteMany({ where: { memberId } });
  await tx.stageReady.deleteMany({ where: { worksheetId, memberId } });
  await tx.lateBlind.updateMany({ where: { memberId, endedAt: null }, data: { endedAt: now() } });
}
