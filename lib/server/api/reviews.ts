import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import { calendarOf } from "@/lib/domain/review/calendar";
import { reviewInputSchema, reviewResultSchema, reviewsSchema, reviewTrialSchema, reviewViewSchema } from "@/lib/domain/review/schema";
import { happenedInputSchema } from "@/lib/domain/triggers/schema";
import { createdWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import { readingOf, requireAccess, requireRole } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { env } from "../env";
import { readNextLook, readReviews, tryReview } from "../reviews/reads";
import { addReview, type Reviewer, reopenDecision } from "../reviews/writes";
import { findKey, requireWorksheetScope } from "../spaces/access";
import { reportEvent } from "../triggers/happened";
import { readWorksheet } from "../worksheet/reads";
import {
  type ApiContext,
  accessOf,
  credentialOf,
  idParam,
  isBrowser,
  jsonBody,
  jsonReply,
  keySecurity,
  linkUrl,
  newApi,
  problems,
  security,
  seqReply,
  setSession,
} from "./context";
import { countKeyCall } from "./key-limit";

const tags = ["After the decision"];

const read = createRoute({
  method: "get",
  path: "/worksheets/{id}/reviews",
  tags,
  summary: "The reviews of an accepted decision, and the latest one compared with what the team expected.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(reviewsSchema, "Reviews, newest first; `result` is null while nothing is accepted."), ...problems },
});
const trial = createRoute({
  method: "post",
  path: "/worksheets/{id}/reviews/trial",
  tags,
  summary: "Compare actual numbers without keeping them.",
  security,
  request: { params: idParam, ...jsonBody(reviewTrialSchema) },
  responses: { 200: jsonReply(reviewResultSchema, "Verdicts, the list and the costs on the actual numbers."), ...problems },
});
const add = createRoute({
  method: "post",
  path: "/worksheets/{id}/reviews",
  tags,
  summary: "Keep a review: actual numbers, what has happened, and the outcome.",
  description:
    "Rates are peaks per second, sizes GB. `still_right` wants `lookAgainOn`. The record does not change; `reopen` only says so, the reopening is a call of its own. A key signs with its name.",
  security: keySecurity("write:reviews"),
  request: { params: idParam, ...jsonBody(reviewInputSchema) },
  responses: { 201: jsonReply(reviewViewSchema, "Kept."), ...problems },
});
const reopening = createRoute({
  method: "post",
  path: "/worksheets/{id}/reviews/{reviewId}/reopening",
  tags,
  summary: "Open the decision again in a new worksheet, filled with the frame and the actual numbers. Links are shown once.",
  security,
  request: { params: idParam.extend({ reviewId: z.uuid() }), ...jsonBody(z.strictObject({ opId: z.uuid() })) },
  responses: { 201: jsonReply(createdWorksheetSchema, "The new worksheet."), ...problems },
});
const happened = createRoute({
  method: "post",
  path: "/worksheets/{id}/happenings",
  tags,
  summary: "Say that an event of the accepted record has happened. It fires once: due, calendars, mails, webhooks.",
  description: "`key` is one of `events` in the reviews. 409 when somebody said so before.",
  security,
  request: { params: idParam, ...jsonBody(happenedInputSchema) },
  responses: { 200: jsonReply(seqReply, "It fired."), ...problems },
});
const calendar = createRoute({
  method: "get",
  path: "/worksheets/{id}/review.ics",
  tags,
  summary: "The day of the next look as a calendar file; 404 while none was set.",
  security,
  request: { params: idParam },
  responses: { 200: { content: { "text/calendar": { schema: z.string() } }, description: "One all-day event." }, ...problems },
});

export const reviewsApi = newApi();

reviewsApi.openapi(read, async (c) => c.json(await readReviews(await accessOf(c, c.req.valid("param").id)), 200));
reviewsApi.openapi(trial, async (c) => c.json(await tryReview(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
reviewsApi.openapi(add, async (c) => {
  await countKeyCall(credentialOf(c));
  return c.json(await addReview(reviewerOf(c, c.req.valid("param").id), c.req.valid("json")), 201);
});

reviewsApi.openapi(happened, async (c) => c.json(await reportEvent(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
reviewsApi.openapi(reopening, async (c) => {
  const { id, reviewId } = c.req.valid("param");
  const session = isBrowser(c) ? credentialOf(c) : null;
  const created = await reopenDecision(await accessOf(c, id), { opId: c.req.valid("json").opId, reviewId, session });
  if (isBrowser(c)) setSession(c, created.sessionToken);
  const { facilitator, member, observer } = created.tokens;
  const links = { facilitator: linkUrl(c, facilitator), member: linkUrl(c, member), observer: linkUrl(c, observer) };
  return c.json({ id: created.id, links, memberToken: created.tokens.return }, 201);
});

reviewsApi.openapi(calendar, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const due = await readNextLook(access);
  if (due === null) throw new AppError("not_found", "No day was set for the next look.");
  const { title } = await readWorksheet(access);
  const url = `${env().APP_ORIGIN ?? env().origins[0]}/w/${access.worksheetId}/revisit`;
  const text = calendarOf([{ ...due, title, url }], { stamp: now().toISOString(), name: "" });
  return c.body(text, 200, { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="review.ics"' });
});

/** A key that may, or a person who takes part in the worksheet. */
function reviewerOf(c: ApiContext, worksheetId: string): (tx?: Tx) => Promise<Reviewer> {
  const credential = credentialOf(c);
  return async (tx = db()) => {
    if ((await findKey(credential, tx)) !== null) {
      const key = await requireWorksheetScope(credential, { worksheetId, scope: "write:reviews" }, tx);
      return { access: readingOf(key, worksheetId), name: key.name, isKey: true };
    }
    const access = await requireAccess(credential, worksheetId, tx);
    requireRole(access, "facilitator", "member");
    const { name } = await tx.member.findUniqueOrThrow({ where: { id: access.memberId }, select: { name: true } });
    return { access, name, isKey: false };
  };
}
