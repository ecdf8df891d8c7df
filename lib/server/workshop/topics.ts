import "server-only";
import { findField } from "@/lib/domain/answers/fields";
import { AppError } from "@/lib/domain/errors";
import type { TopicInput } from "@/lib/domain/workshop/inputs";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { actInWorkshop, nameOf } from "./act";

/** Marks a difference as talked about, parked, or to be verified by somebody until a date; null takes the mark back. */
export async function setTopic(access: WorksheetAccess, field: string, input: TopicInput) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, field } as TopicInput,
    run: async (tx, { worksheetId, memberId }) => {
      await refuseUnrevealed(tx, { worksheetId, field });
      const key = { worksheetId, field };
      if (input.state === null) {
        await tx.topic.deleteMany({ where: key });
        return { reply: {}, event: { type: "topic_reopened", field } };
      }
      const data = {
        state: input.state,
        owner: input.owner ?? null,
        dueOn: input.dueOn === undefined ? null : new Date(`${input.dueOn}T00:00:00Z`),
        byMemberId: memberId,
        byName: await nameOf(tx, memberId),
        at: now(),
      };
      await tx.topic.upsert({ where: { worksheetId_field: key }, create: { ...key, ...data }, update: data });
      return { reply: {}, event: { type: `topic_${input.state}`, field } };
    },
  });
}

/** A field that exists and whose question was revealed; what is said about any other would speak of hidden answers. */
export async function refuseUnrevealed(tx: Tx, { worksheetId, field }: { worksheetId: string; field: string }): Promise<void> {
  const question = findField(field)?.question ?? null;
  if (question === null) throw new AppError("not_found", "There is no such field.");
  const reveal = await tx.reveal.findUnique({ where: { worksheetId_question: { worksheetId, question } } });
  if (reveal === null) throw new AppError("not_revealed", "Reveal the answers first.");
}

/** Who still answers blind after the reveal sees none of it, so they cannot take part in what follows either. */
export async function refuseBlind(tx: Tx, memberId: string): Promise<void> {
  const blind = await tx.lateBlind.findFirst({ where: { memberId, endedAt: null } });
  if (blind !== null) throw new AppError("not_revealed", "Finish your own answers first.");
}
