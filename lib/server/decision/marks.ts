import "server-only";
import type { z } from "zod";
import { type MarkView, type markInputSchema, markViewSchema, type unmarkInputSchema } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import type { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { earliestToday } from "../days";
import type { Tx } from "../db/client";
import { refuseFrozen, writeWorksheet } from "../worksheet/transaction";

const MAX_MARKS = 500;

/** Puts a mark beside the decision: a sentence's source, a condition accepted, a check put aside, a trigger. */
export async function putMark(access: WorksheetAccess, { opId, mark }: z.infer<typeof markInputSchema>): Promise<MarkView> {
  requireRole(access, "facilitator", "member");
  refusePast(mark);
  const { worksheetId } = access;
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId,
    input: mark,
    changed: ["decision"],
    run: async (tx, current) => {
      await refuseFrozen(tx, worksheetId);
      await refuseUnrevealed(tx, worksheetId);
      if ((await tx.decisionMark.count({ where: { worksheetId } })) >= MAX_MARKS)
        throw new AppError("invalid_input", "There are too many marks.", { errors: [{ path: "mark", message: `At most ${MAX_MARKS}.` }] });
      const { name } = await tx.member.findUniqueOrThrow({ where: { id: current.memberId } });
      const key = { worksheetId, kind: mark.kind, key: mark.key };
      const data = { text: mark.text, data: mark.data as Prisma.InputJsonValue, byMemberId: current.memberId, byName: name, at: now() };
      const row = await tx.decisionMark.upsert({ where: { worksheetId_kind_key: key }, create: { ...key, ...data }, update: data });
      return { reply: viewOf(row), event: { type: "decision_marked", kind: mark.kind, key: mark.key } };
    },
  });
  return markViewSchema.parse(view);
}

/** Takes a mark away; taking away what is not there is done already. */
export async function removeMark(access: WorksheetAccess, { opId, ...input }: z.infer<typeof unmarkInputSchema>): Promise<{ seq: number }> {
  requireRole(access, "facilitator", "member");
  return writeWorksheet(access, {
    opId,
    input,
    changed: ["decision"],
    run: async (tx) => {
      await refuseFrozen(tx, access.worksheetId);
      await tx.decisionMark.deleteMany({ where: { worksheetId: access.worksheetId, ...input } });
      return { reply: {}, event: { type: "decision_unmarked", ...input } };
    },
  });
}

/** A mark that today's schema cannot read is left out rather than an error on the whole screen. */
export async function listMarks(tx: Tx, worksheetId: string): Promise<MarkView[]> {
  const rows = await tx.decisionMark.findMany({ where: { worksheetId }, orderBy: [{ kind: "asc" }, { at: "asc" }, { key: "asc" }] });
  return rows.flatMap((row) => markViewSchema.safeParse(viewOf(row)).data ?? []);
}

/** It would fire on the day of the decision; most likely the year is wrong. */
function refusePast(mark: z.infer<typeof markInputSchema>["mark"]): void {
  if (mark.kind !== "trigger" || mark.data.type !== "date" || mark.data.date >= earliestToday()) return;
  const message = "This day has passed. Give one to look again on.";
  throw new AppError("invalid_input", message, { errors: [{ path: "mark.data.date", message }] });
}

async function refuseUnrevealed(tx: Tx, worksheetId: string): Promise<void> {
  if ((await tx.reveal.count({ where: { worksheetId } })) < 5)
    throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
}

function viewOf({ kind, key, text, data, byName, byMemberId, at }: Row) {
  return { kind, key, text, data, by: byName, byMemberId, at: at.toISOString() };
}

type Row = Prisma.DecisionMarkGetPayload<object>;
