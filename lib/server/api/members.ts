import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { AppError } from "@/lib/domain/errors";
import { answersSaveSchema } from "@/lib/domain/worksheet/inputs";
import { answersSavedSchema } from "@/lib/domain/worksheet/schema";
import { mergeInputSchema, proxyInputSchema, removalInputSchema, renameInputSchema, roleInputSchema } from "@/lib/domain/workshop/inputs";
import { saveAnswers } from "../answers/writes";
import { addProxy, endBlind, mergeMember, removeMember } from "../workshop/members";
import { renameMember, setRole } from "../workshop/roles";
import { accessOf, credentialOf, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security, seqReply } from "./context";

const tags = ["Members"];
const done = { 200: jsonReply(seqReply, "Done."), ...problems };
const UUID = /^[0-9a-f-]{36}$/iu;
export const memberParam = idParam.extend({ memberId: z.uuid() });

const role = createRoute({
  method: "put",
  path: "/worksheets/{id}/members/{memberId}/role",
  tags,
  summary: "Make somebody a deputy, end that, or hand the lead over to them.",
  security,
  request: { params: memberParam, ...jsonBody(roleInputSchema) },
  responses: done,
});
const rename = createRoute({
  method: "put",
  path: "/worksheets/{id}/members/{memberId}/name",
  tags,
  summary: "Change your name, or as facilitator anybody's.",
  security,
  request: { params: memberParam, ...jsonBody(renameInputSchema) },
  responses: done,
});
const remove = createRoute({
  method: "post",
  path: "/worksheets/{id}/members/{memberId}/removal",
  tags,
  summary: "Take a person off; their answers stay as a removed member's or are deleted.",
  security,
  request: { params: memberParam, ...jsonBody(removalInputSchema) },
  responses: done,
});
const merge = createRoute({
  method: "post",
  path: "/worksheets/{id}/members/{memberId}/merge",
  tags,
  summary: "Fold a second seat of one person into their first. Hidden answers follow at their reveal.",
  security,
  request: { params: memberParam, ...jsonBody(mergeInputSchema) },
  responses: done,
});
const proxy = createRoute({
  method: "post",
  path: "/worksheets/{id}/proxies",
  tags,
  summary: "Add a person without a device, for whom you type.",
  security,
  request: { params: idParam, ...jsonBody(proxyInputSchema) },
  responses: { 201: jsonReply(z.object({ memberId: z.string() }), "Added."), ...problems },
});
const saveFor = createRoute({
  method: "put",
  path: "/worksheets/{id}/members/{memberId}/answers/{question}",
  tags: ["Answers"],
  summary: "Save what a person without a device says; only for those whom you added.",
  security,
  request: { params: memberParam.extend({ question: questionIdSchema }), ...jsonBody(answersSaveSchema) },
  responses: { 200: jsonReply(answersSavedSchema, "The new version of each field."), ...problems },
});
const blindDone = createRoute({
  method: "post",
  path: "/worksheets/{id}/late-answers",
  tags: ["Answers"],
  summary: "You answered blind after the reveal and are done: see the others, and be seen.",
  security,
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: done,
});

export const membersApi = newApi();

membersApi.openapi(role, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await setRole(await accessOf(c, id), memberId, c.req.valid("json")), 200);
});
membersApi.openapi(rename, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await renameMember(await accessOf(c, id), memberId, c.req.valid("json")), 200);
});
membersApi.openapi(remove, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await removeMember(await accessOf(c, id), memberId, c.req.valid("json")), 200);
});
membersApi.openapi(merge, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await mergeMember(await accessOf(c, id), memberId, c.req.valid("json")), 200);
});
membersApi.openapi(proxy, async (c) => c.json(await addProxy(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
membersApi.openapi(saveFor, async (c) => {
  const credential = credentialOf(c);
  if (credential === null) throw new AppError("unauthenticated", "No credential was sent.");
  const { id, memberId, question } = c.req.valid("param");
  if (!UUID.test(id)) throw new AppError("not_found", "No such worksheet.");
  const saved = await saveAnswers({ credential, worksheetId: id, question, input: c.req.valid("json"), onBehalfOf: memberId });
  return c.json(saved, 200);
});
membersApi.openapi(blindDone, async (c) => c.json(await endBlind(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
