import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type ReviewSource, reviewResult } from "@/lib/domain/review/review-result";
import { type ReviewResult, type Reviews, type ReviewTrial, type ReviewView, reviewViewSchema } from "@/lib/domain/review/schema";
import { linesOf } from "@/lib/domain/worksheet/lines-of";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Review } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { now } from "../clock";
import { readCostInputs } from "../costs/reads";
import { latestToday } from "../days";
import { db } from "../db/client";
import { latestMetrics } from "../metrics/reads";
import { openFirings } from "../triggers/due";
import { readEvents } from "../triggers/happened";
import { readWorksheet } from "../worksheet/reads";

/** The accepted decision with what can be measured, what it said would make the team reconsider, and every look at it so far. */
export async function readReviews(access: WorksheetAccess): Promise<Reviews> {
  requireRole(access, "facilitator", "member", "observer");
  const view = await readWorksheet(access);
  const accepted = acceptedOf(view);
  const rows = await db().review.findMany({ where: { worksheetId: access.worksheetId }, orderBy: { at: "desc" } });
  const origin = await db().review.findUnique({ where: { reopenedAs: access.worksheetId }, select: { worksheetId: true } });
  const latest = rows[0] ? reviewViewOf(rows[0]) : null;
  const asked = latest ? { on: latest.on, actuals: latest.actuals } : { on: today(), actuals: [] };
  return {
    since: accepted?.since ?? null,
    revision: accepted?.n ?? null,
    reconsider: linesOf(view.sections.find(({ section }) => section === "reconsider")?.text ?? ""),
    result: accepted ? reviewResult(await sourceOf(view, accepted.since), asked) : null,
    reviews: rows.map(reviewViewOf),
    due: accepted && view.adr.isDue ? await openFirings({ worksheetId: access.worksheetId, n: accepted.n }) : [],
    events: accepted ? await readEvents({ worksheetId: access.worksheetId, n: accepted.n }) : [],
    reported: accepted ? await latestMetrics(access.worksheetId) : [],
    reopens: origin?.worksheetId ?? null,
  };
}

/** The same comparison for numbers that nobody has kept yet. */
export async function tryReview(access: WorksheetAccess, trial: ReviewTrial): Promise<ReviewResult> {
  requireRole(access, "facilitator", "member", "observer");
  const view = await readWorksheet(access);
  const { since } = requireAccepted(view, trial.on);
  return reviewResult(await sourceOf(view, since), trial);
}

/** The day of the next look, as the latest review set it; null when none did. */
export async function readNextLook(access: WorksheetAccess): Promise<{ id: string; on: string } | null> {
  requireRole(access, "facilitator", "member", "observer");
  const latest = await db().review.findFirst({ where: { worksheetId: access.worksheetId }, orderBy: { at: "desc" } });
  return latest?.lookAgainOn ? { id: latest.id, on: latest.lookAgainOn } : null;
}

/** The accepted revision and the day it was accepted; refuses a day before that, and one that has not come. */
export function requireAccepted(view: WorksheetView, on: string): { n: number; since: string } {
  const accepted = acceptedOf(view);
  if (accepted === null) throw new AppError("illegal_transition", "There is no accepted decision to look back at.");
  const message = on < accepted.since ? "Give a day after the decision was accepted." : "Give a day that has come.";
  if (on < accepted.since || on > latestToday()) throw new AppError("invalid_input", message, { errors: [{ path: "on", message }] });
  return accepted;
}

export const reviewViewOf = (row: Review): ReviewView =>
  reviewViewSchema.parse({ ...row, by: row.byName, at: row.at.toISOString(), on: row.onDay });

function acceptedOf({ revisions }: WorksheetView): { n: number; since: string } | null {
  const accepted = revisions.findLast(({ status }) => status === "accepted");
  return accepted?.decidedAt ? { n: accepted.n, since: accepted.decidedAt.slice(0, 10) } : null;
}

async function sourceOf({ id, frame, positions, answers }: WorksheetView, since: string): Promise<ReviewSource> {
  const handwork = engineInputsOf(await loadHandwork(id));
  return { frame, positions, answers, since, ...handwork, costInputs: await readCostInputs(id) };
}

function today(): string {
  return now().toISOString().slice(0, 10);
}
