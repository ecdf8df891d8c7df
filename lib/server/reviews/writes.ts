import "server-only";
import { findFacts } from "@/lib/domain/engine/facts";
import { AppError } from "@/lib/domain/errors";
import { recordSchema } from "@/lib/domain/record/schema";
import type { Actual, ReviewInput, ReviewView } from "@/lib/domain/review/schema";
import { actualSchema } from "@/lib/domain/review/schema";
import { newWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Prisma } from "@/prisma/generated/client";
import { type Credential, requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { refuseReplaced } from "../decision/life";
import { newId } from "../ids";
import { watchNextLook } from "../triggers/watch";
import { emitEvent } from "../webhooks/emit";
import { readWorksheet } from "../worksheet/reads";
import { writeWorksheet } from "../worksheet/transaction";
import { type CreatedWorksheet, createWorksheet } from "../worksheet/writes";
import { requireAccepted, reviewViewOf } from "./reads";

/** Who looks back: a member, or a key of the worksheet's space that may write reviews. Proven anew inside the lock. */
export type Reviewer = { access: WorksheetAccess; name: string; isKey: boolean };

/** Keeps one look at the decision: the numbers, what has happened of the reconsider list, and what the team makes of it. */
export async function addReview(prove: (tx?: Tx) => Promise<Reviewer>, input: ReviewInput): Promise<ReviewView> {
  const { access } = await prove();
  const { opId, on, actuals, reconsider, outcome, lookAgainOn, note } = input;
  const { seq: _seq, ...review } = await writeWorksheet(access, {
    opId,
    input,
    changed: ["reviews"],
    prove: async (tx) => (await prove(tx)).access,
    run: async (tx, current) => {
      const { n } = requireAccepted(await readWorksheet(current), on);
      if (outcome === "reopen") await refuseReplaced(tx, access.worksheetId);
      const { name, isKey } = await prove(tx);
      const row = await tx.review.create({
        data: {
          id: newId(),
          worksheetId: access.worksheetId,
          revision: n,
          byMemberId: current.memberId,
          byName: name,
          at: now(),
          onDay: on,
          actuals: actuals as Prisma.InputJsonValue,
          reconsider: reconsider as Prisma.InputJsonValue,
          outcome,
          lookAgainOn,
          note,
        },
      });
      if (lookAgainOn !== null) await watchNextLook(tx, { worksheetId: access.worksheetId, n, day: lookAgainOn });
      const data = { revision: n, on, outcome, lookAgainOn };
      await emitEvent(tx, { worksheetId: access.worksheetId, event: "review.kept", eventId: row.id, data });
      const measured = actuals.map(({ metric, value }) => `${metric}=${value}`);
      const event = { type: "reviewed", review: row.id, revision: n, on, outcome, measured, ...(isKey ? { key: name } : {}) };
      return { reply: reviewViewOf(row), event };
    },
  });
  return review as ReviewView;
}

/**
 * Opens the decision again in a new worksheet: the same frame, the choice of then as what runs today, and the actual numbers as
 * the first answers of whoever reopens it. Both worksheets name each other; the old record stays as it is.
 */
export async function reopenDecision(
  access: WorksheetAccess,
  { opId, reviewId, session }: { opId: string; reviewId: string; session: Credential | null },
): Promise<CreatedWorksheet> {
  requireRole(access, "facilitator");
  let created: CreatedWorksheet | null = null;
  await writeWorksheet(access, {
    opId,
    input: { reviewId },
    changed: ["reviews"],
    storeReply: false,
    run: async (tx, current) => {
      const review = await tx.review.findFirst({ where: { id: reviewId, worksheetId: access.worksheetId } });
      if (review === null) throw new AppError("not_found", "No such review.");
      if (review.outcome !== "reopen") throw new AppError("illegal_transition", "This review did not reopen the decision.");
      if (review.reopenedAs !== null)
        throw new AppError("illegal_transition", "It has been reopened already.", { detail: { worksheetId: review.reopenedAs } });
      await refuseReplaced(tx, access.worksheetId);
      const { canonical, number } = await tx.revision.findUniqueOrThrow({
        where: { worksheetId_n: { worksheetId: access.worksheetId, n: review.revision } },
        select: { canonical: true, number: true },
      });
      created = await createWorksheet(reopened(await readWorksheet(current), canonical), session);
      // Outside of a space nobody else counts: both would be ADR-0001, and a file would name itself as what replaced it.
      await db().worksheet.update({ where: { id: created.id }, data: { nextNumber: (number ?? 0) + 1 } });
      await prefill(created, { actuals: actualSchema.array().parse(review.actuals), on: review.onDay });
      await tx.review.update({ where: { id: reviewId }, data: { reopenedAs: created.id } });
      return { reply: {}, event: { type: "reopened", review: reviewId, as: created.id } };
    },
  });
  if (created === null) throw new AppError("internal", "The new worksheet was not made.");
  return created;
}

/** What was chosen stands in the record; it is read there, not worked out again with today's rules. */
function reopened(view: WorksheetView, canonical: string) {
  const { decision } = recordSchema.parse(JSON.parse(canonical));
  const incumbent = decision.chosen !== null && findFacts(decision.chosen) ? { incumbent: decision.chosen } : {};
  // What was answered about the former move is about what ran before that, not about what runs now.
  const { migration: _former, ...kept } = view.frame;
  const frame = { ...kept, frame: { ...view.frame.frame, ...incumbent } };
  const { title, timeZone, language } = view;
  const input = newWorksheetSchema.parse({ title, yourName: view.you.name, frame, timeZone, language });
  return { ...input, scope: view.scope, spaceId: view.space?.id ?? null };
}

/** Their author may change them like any answer; nobody else has answered anything yet. */
async function prefill({ id, memberId }: CreatedWorksheet, { actuals, on }: { actuals: readonly Actual[]; on: string }) {
  await db().answer.createMany({
    data: actuals.map(({ metric, value, basis, source }) => ({
      worksheetId: id,
      memberId,
      field: `scale.now.${metric}`,
      round: 1,
      question: "scale",
      value,
      unknown: false,
      basis,
      reason: [source, on].filter(Boolean).join(", "),
      version: 1,
      savedAt: now(),
    })),
  });
}
