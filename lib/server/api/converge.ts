import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  cardChangeSchema,
  cardInputSchema,
  causeInputSchema,
  commentInputSchema,
  commitmentInputSchema,
  consentInputSchema,
  consentRoundInputSchema,
  noteReadInputSchema,
  premortemInputSchema,
  topicInputSchema,
} from "@/lib/domain/workshop/inputs";
import { newId } from "../ids";
import { choose, closeConsent, commit, openConsent } from "../workshop/consent";
import { addCard, changeCard, removeCard, setPremortem } from "../workshop/premortem";
import { addComment, readNote, removeComment, setCause } from "../workshop/remarks";
import { setTopic } from "../workshop/topics";
import { accessOf, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security, seqReply } from "./context";

const tags = ["Converging"];
const roundParam = idParam.extend({ roundId: z.uuid() });

type Shape<P extends string> = { method?: "put" | "post"; path: P; summary: string };

/** Every one of these writes and answers with the new seq alone. */
const write = <S extends string, P extends z.ZodObject, T extends z.ZodType>(shape: Shape<S>, { params, body }: { params: P; body: T }) =>
  createRoute({
    method: shape.method ?? "put",
    path: `/worksheets/{id}/${shape.path}` as const,
    tags,
    summary: shape.summary,
    security,
    request: { params, ...jsonBody(body) },
    responses: { 200: jsonReply(seqReply, "Done."), ...problems },
  });
const add = <S extends string, T extends z.ZodType, R extends z.ZodType>(shape: Shape<S>, { body, reply }: { body: T; reply: R }) =>
  createRoute({
    method: "post",
    path: `/worksheets/{id}/${shape.path}` as const,
    tags,
    summary: shape.summary,
    security,
    request: { params: idParam, ...jsonBody(body) },
    responses: { 201: jsonReply(reply, "Added."), ...problems },
  });
const remove = <S extends string, P extends z.ZodObject>(shape: Shape<S>, { params }: { params: P }) =>
  createRoute({
    method: "delete",
    path: `/worksheets/{id}/${shape.path}` as const,
    tags,
    summary: shape.summary,
    security,
    request: { params },
    responses: { 204: { description: "Removed." }, ...problems },
  });

const topic = write(
  { path: "topics/{field}", summary: "Mark a difference as talked about, parked or to be verified; null takes the mark back." },
  { params: idParam.extend({ field: z.string().max(100) }), body: topicInputSchema },
);
const round = add(
  { path: "consent-rounds", summary: "Ask whether anybody objects to a proposal." },
  { body: consentRoundInputSchema, reply: z.object({ roundId: z.string() }) },
);
const choice = write(
  { path: "consent-rounds/{roundId}/choice", summary: "Consent, consent with a concern, or object. Blind until the round is closed." },
  { params: roundParam, body: consentInputSchema },
);
const close = write(
  { method: "post", path: "consent-rounds/{roundId}/closing", summary: "Close a round and show all choices." },
  { params: roundParam, body: opIdBody },
);
const commitment = write(
  { path: "consent-rounds/{roundId}/commitment", summary: "Disagree and commit, in your own words, kept verbatim." },
  { params: roundParam, body: commitmentInputSchema },
);
const read = write(
  { path: "note-reads", summary: "Say that you have read what others may not have known." },
  { params: idParam, body: noteReadInputSchema },
);
const cause = write(
  { path: "causes", summary: "Say why your second answer differs from your first." },
  { params: idParam, body: causeInputSchema },
);
const comment = add(
  { path: "comments", summary: "A remark or a link to evidence on a field or a candidate." },
  { body: commentInputSchema, reply: z.object({ commentId: z.string() }) },
);
const uncomment = remove(
  { path: "comments/{commentId}", summary: "Take a remark back." },
  { params: idParam.extend({ commentId: z.uuid() }) },
);
const premortem = write(
  { path: "premortem", summary: "Start the silent premortem, or show all cards." },
  { params: idParam, body: premortemInputSchema },
);
const card = add(
  { path: "premortem/cards", summary: "One line of what went wrong; yours alone until all are shown." },
  { body: cardInputSchema, reply: z.object({ cardId: z.string() }) },
);
const cardParam = idParam.extend({ cardId: z.uuid() });
const cardChange = write(
  { path: "premortem/cards/{cardId}", summary: "Group a card, make it a risk or a condition of the decision, or dismiss it." },
  { params: cardParam, body: cardChangeSchema },
);
const uncard = remove(
  { path: "premortem/cards/{cardId}", summary: "Take a line of yours back, until all are shown." },
  { params: cardParam },
);

export const convergeApi = newApi();

convergeApi.openapi(topic, async (c) => {
  const { id, field } = c.req.valid("param");
  return c.json(await setTopic(await accessOf(c, id), field, c.req.valid("json")), 200);
});
convergeApi.openapi(round, async (c) => c.json(await openConsent(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
convergeApi.openapi(choice, async (c) => {
  const { id, roundId } = c.req.valid("param");
  return c.json(await choose(await accessOf(c, id), roundId, c.req.valid("json")), 200);
});
convergeApi.openapi(close, async (c) => {
  const { id, roundId } = c.req.valid("param");
  return c.json(await closeConsent(await accessOf(c, id), roundId, c.req.valid("json")), 200);
});
convergeApi.openapi(commitment, async (c) => {
  const { id, roundId } = c.req.valid("param");
  return c.json(await commit(await accessOf(c, id), roundId, c.req.valid("json")), 200);
});
convergeApi.openapi(read, async (c) => c.json(await readNote(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
convergeApi.openapi(cause, async (c) => c.json(await setCause(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
convergeApi.openapi(comment, async (c) => c.json(await addComment(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
convergeApi.openapi(uncomment, async (c) => {
  const { id, commentId } = c.req.valid("param");
  await removeComment(await accessOf(c, id), commentId, { opId: newId() });
  return c.body(null, 204);
});
convergeApi.openapi(premortem, async (c) =>
  c.json(await setPremortem(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
convergeApi.openapi(card, async (c) => c.json(await addCard(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
convergeApi.openapi(cardChange, async (c) => {
  const { id, cardId } = c.req.valid("param");
  return c.json(await changeCard(await accessOf(c, id), cardId, c.req.valid("json")), 200);
});
convergeApi.openapi(uncard, async (c) => {
  const { id, cardId } = c.req.valid("param");
  await removeCard(await accessOf(c, id), cardId, { opId: newId() });
  return c.body(null, 204);
});
