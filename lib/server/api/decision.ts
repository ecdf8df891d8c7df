import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  deskSchema,
  lockInputSchema,
  lockViewSchema,
  markInputSchema,
  markViewSchema,
  sectionVersionSchema,
  statusInputSchema,
  supersedeInputSchema,
  unmarkInputSchema,
} from "@/lib/domain/decision/desk";
import { decisionSectionSchema } from "@/lib/domain/worksheet/schema";
import { readDesk } from "../decision/desk";
import { listVersions } from "../decision/history";
import { removeSupersession, setStatus, supersede } from "../decision/life";
import { actOnLock } from "../decision/locks";
import { putMark, removeMark } from "../decision/marks";
import { newId } from "../ids";
import { accessOf, idParam, jsonBody, jsonReply, newApi, problems, security, seqReply } from "./context";

const tags = ["Decision"];
const common = { tags, security };

const desk = createRoute({
  ...common,
  method: "get",
  path: "/worksheets/{id}/decision",
  summary: "What stands beside the texts: sources, conditions, checks, triggers, who is writing, and the status of the record.",
  request: { params: idParam },
  responses: { 200: jsonReply(deskSchema, "409 not_revealed before the reveal."), ...problems },
});
const history = createRoute({
  ...common,
  method: "get",
  path: "/worksheets/{id}/decision/{section}/history",
  summary: "The texts that a section had, latest first; saves of one person within five minutes are one.",
  request: { params: idParam.extend({ section: decisionSectionSchema }) },
  responses: { 200: jsonReply(z.array(sectionVersionSchema), "At most 50."), ...problems },
});
const lock = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/decision/lock",
  summary: "Say that you are writing in a section, or let go of it. Ends by itself 60 seconds after the last call.",
  request: { params: idParam, ...jsonBody(lockInputSchema) },
  responses: { 200: jsonReply(z.object({ holder: lockViewSchema.nullable() }), "Who has it now."), ...problems },
});
const mark = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/decision/marks",
  summary: "Keep a sentence's source, accept a condition, put a check aside, or name what reopens the decision.",
  request: { params: idParam, ...jsonBody(markInputSchema) },
  responses: { 200: jsonReply(markViewSchema, "Kept."), ...problems },
});
const unmark = createRoute({
  ...common,
  method: "post",
  path: "/worksheets/{id}/decision/marks/removal",
  summary: "Take a mark away.",
  request: { params: idParam, ...jsonBody(unmarkInputSchema) },
  responses: { 200: jsonReply(seqReply, "Taken away."), ...problems },
});
const status = createRoute({
  ...common,
  method: "put",
  path: "/worksheets/{id}/status",
  summary: "Call an accepted decision deprecated, or accepted again. 409 for any other transition.",
  request: { params: idParam, ...jsonBody(statusInputSchema) },
  responses: { 200: jsonReply(seqReply, "Set."), ...problems },
});
const replace = createRoute({
  ...common,
  method: "post",
  path: "/worksheets/{id}/supersessions",
  summary: "This decision replaces another, in whole or in part, from its acceptance on.",
  description: "409 with `reason`: itself, cycle, duplicate, dangling, not_decided, replaced_already.",
  request: { params: idParam, ...jsonBody(supersedeInputSchema) },
  responses: { 201: jsonReply(seqReply, "Linked."), ...problems },
});
const unreplace = createRoute({
  ...common,
  method: "delete",
  path: "/worksheets/{id}/supersessions/{replaces}",
  summary: "Take the link back while this decision is a draft.",
  request: { params: idParam.extend({ replaces: z.uuid() }) },
  responses: { 204: { description: "Taken back." }, ...problems },
});

export const decisionApi = newApi();

decisionApi.openapi(desk, async (c) => c.json(await readDesk(await accessOf(c, c.req.valid("param").id)), 200));
decisionApi.openapi(history, async (c) => {
  const { id, section } = c.req.valid("param");
  return c.json(await listVersions(await accessOf(c, id), section), 200);
});
decisionApi.openapi(lock, async (c) =>
  c.json({ holder: await actOnLock(await accessOf(c, c.req.valid("param").id), c.req.valid("json")) }, 200),
);
decisionApi.openapi(mark, async (c) => c.json(await putMark(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
decisionApi.openapi(unmark, async (c) => c.json(await removeMark(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
decisionApi.openapi(status, async (c) => c.json(await setStatus(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
decisionApi.openapi(replace, async (c) => c.json(await supersede(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
decisionApi.openapi(unreplace, async (c) => {
  const { id, replaces } = c.req.valid("param");
  await removeSupersession(await accessOf(c, id), { opId: newId(), replaces });
  return c.body(null, 204);
});
