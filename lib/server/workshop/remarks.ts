import "server-only";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { AppError } from "@/lib/domain/errors";
import { NOTE_FIELD } from "@/lib/domain/worksheet/schema";
import type { CommentInput } from "@/lib/domain/workshop/inputs";
import { safeUrl } from "@/lib/domain/workshop/safe-url";
import type { Cause } from "@/lib/domain/workshop/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { actInWorkshop, nameOf } from "./act";
import { refuseBlind, refuseUnrevealed } from "./topics";

/** "I have read what others did not know." */
export async function readNote(access: WorksheetAccess, input: { opId: string; memberId: string; question: string }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      await refuseBlind(tx, memberId);
      const { question, memberId: noteMemberId } = input;
      const reveal = await tx.reveal.findUnique({ where: { worksheetId_question: { worksheetId, question } } });
      if (reveal === null) throw new AppError("not_revealed", "Reveal the answers first.");
      const note = await tx.answer.findFirst({ where: { worksheetId, memberId: noteMemberId, field: `${question}.${NOTE_FIELD}` } });
      if (note === null) throw new AppError("not_found", "No such note.");
      const key = { worksheetId, noteMemberId, question, memberId };
      await tx.noteRead.upsert({ where: { worksheetId_noteMemberId_question_memberId: key }, create: key, update: {} });
      return { reply: {}, event: { type: "note_read", question, of: noteMemberId } };
    },
  });
}

/** Why one's second answer differs from the first. */
export async function setCause(access: WorksheetAccess, input: { opId: string; field: string; cause: Cause }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      const { field, cause } = input;
      const second = await tx.answer.findFirst({ where: { memberId, field, round: 2 } });
      if (second === null) throw new AppError("illegal_transition", "You have not answered this again.");
      await tx.answerCause.upsert({
        where: { memberId_field: { memberId, field } },
        create: { worksheetId, memberId, field, cause },
        update: { cause, at: now() },
      });
      return { reply: {}, event: { type: "cause_given", field, cause } };
    },
  });
}

export async function addComment(access: WorksheetAccess, input: CommentInput): Promise<{ commentId: string }> {
  requireRole(access, "facilitator", "member");
  const { seq: _seq, ...reply } = await actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      await refuseBlind(tx, memberId);
      await refuseSubject(tx, { worksheetId, subject: input.subject });
      const commentId = newId();
      await tx.comment.create({
        data: {
          id: commentId,
          worksheetId,
          subject: input.subject,
          text: input.text.trim(),
          url: input.url ? safeUrl(input.url) : null,
          byMemberId: memberId,
          byName: await nameOf(tx, memberId),
        },
      });
      return { reply: { commentId }, event: { type: "comment_added", subject: input.subject, comment: commentId } };
    },
  });
  return reply;
}

/** One's own, or as facilitator anybody's. */
export async function removeComment(access: WorksheetAccess, commentId: string, input: { opId: string }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input: { ...input, commentId } as { opId: string },
    run: async (tx, { worksheetId, memberId, role }) => {
      const own = role === "facilitator" ? {} : { byMemberId: memberId };
      const removed = await tx.comment.updateMany({
        where: { id: commentId, worksheetId, removedAt: null, ...own },
        data: { removedAt: now() },
      });
      if (removed.count === 0) throw new AppError("not_found", "No such comment of yours.");
      return { reply: {}, event: { type: "comment_removed", comment: commentId } };
    },
  });
}

async function refuseSubject(tx: Tx, { worksheetId, subject }: { worksheetId: string; subject: string }) {
  const [kind, id = ""] = subject.split(":");
  if (kind === "field") return refuseUnrevealed(tx, { worksheetId, field: id });
  const revealed = await tx.reveal.count({ where: { worksheetId } });
  if (revealed < QUESTION_IDS.length) throw new AppError("not_revealed", "Reveal the answers first.");
}
