import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  customInputSchema,
  customViewSchema,
  gutCheckInputSchema,
  handworkSchema,
  overrideInputSchema,
  overrideViewSchema,
  rankingInputSchema,
  scoreInputSchema,
  scoreViewSchema,
} from "@/lib/domain/candidates/schema";
import { rerunSchema } from "@/lib/domain/engine/rerun-schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { disclose, giveGutCheck, rankCriteria, scoreCandidate } from "../candidates/blind-writes";
import { readHandwork } from "../candidates/reads";
import { addCandidate, overrideCandidate, removeCandidate, removeOverride } from "../candidates/writes";
import { newId } from "../ids";
import { readRerun } from "../sign-off/rerun";
import { accessOf, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security, seqReply } from "./context";

const candidateParam = idParam.extend({ candidate: z.string().min(1).max(TEXT_LIMITS.name) });
const common = { tags: ["Shortlist"], security };

const read = createRoute({
  ...common,
  method: "get",
  path: "/worksheets/{id}/candidates",
  summary: "Overrides, candidates you added, scores, and the gut checks and rankings that you may see.",
  request: { params: idParam },
  responses: { 200: jsonReply(handworkSchema, "As you may see it."), ...problems },
});
const add = createRoute({
  ...common,
  method: "post",
  path: "/worksheets/{id}/candidates",
  summary: "Add a candidate that the catalogue does not have. What you leave out is unknown, and eliminates nothing.",
  request: { params: idParam, ...jsonBody(customInputSchema) },
  responses: { 201: jsonReply(customViewSchema, "Added."), ...problems },
});
const remove = createRoute({
  ...common,
  method: "delete",
  path: "/worksheets/{id}/candidates/{candidate}",
  summary: "Take an added candidate away.",
  request: { params: candidateParam },
  responses: { 204: { description: "Gone." }, ...problems },
});
const override = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/overrides/{candidate}",
  summary: "Put a candidate back or aside, with a reason.",
  request: { params: candidateParam, ...jsonBody(overrideInputSchema) },
  responses: { 200: jsonReply(overrideViewSchema, "Done, in your name."), ...problems },
});
const restoreRules = createRoute({
  ...common,
  method: "delete",
  path: "/worksheets/{id}/overrides/{candidate}",
  summary: "Take an override back.",
  request: { params: candidateParam },
  responses: { 204: { description: "The rules speak again." }, ...problems },
});
const gutCheck = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/gut-check",
  summary: "Name the candidate you would take, or null. Nobody sees it before it is shown; 409 round_closed after.",
  request: { params: idParam, ...jsonBody(gutCheckInputSchema) },
  responses: { 200: jsonReply(seqReply, "Kept to yourself."), ...problems },
});
const showGutChecks = createRoute({
  ...common,
  method: "post",
  path: "/worksheets/{id}/gut-check/disclosure",
  summary: "Show everybody's gut checks. One way; asking again changes nothing.",
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "Shown."), ...problems },
});
const ranking = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/ranking",
  summary: "Your order of the five criteria, the weightiest first. Nobody sees it before it is shown; 409 round_closed after.",
  request: { params: idParam, ...jsonBody(rankingInputSchema) },
  responses: { 200: jsonReply(seqReply, "Kept to yourself."), ...problems },
});
const showRankings = createRoute({
  ...common,
  method: "post",
  path: "/worksheets/{id}/ranking/disclosure",
  summary: "Show everybody's rankings. One way; asking again changes nothing.",
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "Shown."), ...problems },
});
const score = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/scores/{candidate}",
  summary: "Score a candidate on one criterion, 0 to 10; null clears.",
  request: { params: candidateParam, ...jsonBody(scoreInputSchema) },
  responses: { 200: jsonReply(z.object({ score: scoreViewSchema.nullable() }), "Scored."), ...problems },
});

const rerun = createRoute({
  ...common,
  method: "get",
  path: "/worksheets/{id}/rerun",
  summary: "The accepted decision asked again with today's facts and rules: both lists, and what differs. Changes nothing.",
  request: { params: idParam },
  responses: { 200: jsonReply(rerunSchema, "Then and today."), ...problems },
});

export const candidatesApi = newApi();

candidatesApi.openapi(read, async (c) => c.json(await readHandwork(await accessOf(c, c.req.valid("param").id)), 200));
candidatesApi.openapi(add, async (c) => c.json(await addCandidate(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
candidatesApi.openapi(remove, async (c) => {
  const { id, candidate } = c.req.valid("param");
  await removeCandidate(await accessOf(c, id), { opId: newId(), candidate });
  return c.body(null, 204);
});
candidatesApi.openapi(override, async (c) => {
  const { id, candidate } = c.req.valid("param");
  return c.json(await overrideCandidate(await accessOf(c, id), candidate, c.req.valid("json")), 200);
});
candidatesApi.openapi(restoreRules, async (c) => {
  const { id, candidate } = c.req.valid("param");
  await removeOverride(await accessOf(c, id), { opId: newId(), candidate });
  return c.body(null, 204);
});
candidatesApi.openapi(gutCheck, async (c) =>
  c.json(await giveGutCheck(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
candidatesApi.openapi(showGutChecks, async (c) =>
  c.json(await disclose(await accessOf(c, c.req.valid("param").id), "gut_check", c.req.valid("json")), 200),
);
candidatesApi.openapi(ranking, async (c) =>
  c.json(await rankCriteria(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
candidatesApi.openapi(showRankings, async (c) =>
  c.json(await disclose(await accessOf(c, c.req.valid("param").id), "ranking", c.req.valid("json")), 200),
);
candidatesApi.openapi(rerun, async (c) => c.json(await readRerun(await accessOf(c, c.req.valid("param").id)), 200));
candidatesApi.openapi(score, async (c) => {
  const { id, candidate } = c.req.valid("param");
  return c.json({ score: await scoreCandidate(await accessOf(c, id), candidate, c.req.valid("json")) }, 200);
});
