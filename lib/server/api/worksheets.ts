import "server-only";
import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import {
  createdWorksheetSchema,
  frameInputSchema,
  newWorksheetSchema,
  readyInputSchema,
  revealInputSchema,
  stageInputSchema,
} from "@/lib/domain/worksheet/inputs";
import { worksheetViewSchema } from "@/lib/domain/worksheet/schema";
import { readWorksheet } from "../worksheet/reads";
import { createSample } from "../worksheet/sample";
import { createWorksheet, revealAnswers, setFrame, setReady, setStage } from "../worksheet/writes";
import {
  accessOf,
  credentialOf,
  idParam,
  isBrowser,
  jsonBody,
  jsonReply,
  linkUrl,
  newApi,
  problems,
  security,
  seqReply,
  setSession,
} from "./context";
import { startLimit } from "./guards";
import { readerWords } from "./reader";

const tags = ["Worksheets"];

const create = createRoute({
  method: "post",
  path: "/worksheets",
  tags,
  summary: "Start a worksheet. Each link is shown once.",
  request: jsonBody(newWorksheetSchema),
  responses: { 201: jsonReply(createdWorksheetSchema, "The worksheet and its links."), ...problems },
});
const sample = createRoute({
  method: "post",
  path: "/worksheets/sample",
  tags,
  summary: "A private copy of the sample decision, with you as its facilitator.",
  request: jsonBody(z.strictObject({ yourName: newWorksheetSchema.shape.yourName.optional() })),
  responses: { 201: jsonReply(z.object({ id: z.string(), memberToken: z.string() }), "Your copy."), ...problems },
});
const read = createRoute({
  method: "get",
  path: "/worksheets/{id}",
  tags,
  summary: "The worksheet as you may see it. ETag is the hash of the reply.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(worksheetViewSchema, "Your projection."), 304: { description: "As you have it." }, ...problems },
});
const frame = createRoute({
  method: "put",
  path: "/worksheets/{id}/frame",
  tags,
  summary: "Set the frame.",
  security,
  request: { params: idParam, ...jsonBody(frameInputSchema) },
  responses: { 200: jsonReply(seqReply.extend({ version: z.number().int() }), "Saved."), ...problems },
});
const stage = createRoute({
  method: "put",
  path: "/worksheets/{id}/stage",
  tags,
  summary: "Move the team's pointer.",
  security,
  request: { params: idParam, ...jsonBody(stageInputSchema) },
  responses: { 200: jsonReply(seqReply, "Moved."), ...problems },
});
const ready = createRoute({
  method: "put",
  path: "/worksheets/{id}/ready",
  tags,
  summary: "Tick or untick “I'm ready” on a question.",
  security,
  request: { params: idParam, ...jsonBody(readyInputSchema) },
  responses: { 200: jsonReply(seqReply, "Ticked."), ...problems },
});
const reveal = createRoute({
  method: "post",
  path: "/worksheets/{id}/reveal",
  tags,
  summary: "Show all first answers to everyone. One way; asking again changes nothing.",
  security,
  request: { params: idParam, ...jsonBody(revealInputSchema) },
  responses: { 200: jsonReply(seqReply, "Revealed."), ...problems },
});

export const worksheetsApi = newApi();
worksheetsApi.on("GET", "/worksheets/:id", compress());
worksheetsApi.on("POST", ["/worksheets", "/worksheets/sample"], startLimit);

worksheetsApi.openapi(create, async (c) => {
  const created = await createWorksheet(c.req.valid("json"), isBrowser(c) ? credentialOf(c) : null);
  if (isBrowser(c)) setSession(c, created.sessionToken);
  const { facilitator, member, observer } = created.tokens;
  const links = { facilitator: linkUrl(c, facilitator), member: linkUrl(c, member), observer: linkUrl(c, observer) };
  return c.json({ id: created.id, links, memberToken: created.tokens.return }, 201);
});

worksheetsApi.openapi(sample, async (c) => {
  const { yourName } = c.req.valid("json");
  const created = await createSample({ yourName, language: readerWords(c).locale, session: isBrowser(c) ? credentialOf(c) : null });
  if (isBrowser(c)) setSession(c, created.sessionToken);
  return c.json({ id: created.id, memberToken: created.tokens.return }, 201);
});

worksheetsApi.openapi(read, async (c) => {
  const view = await readWorksheet(await accessOf(c, c.req.valid("param").id));
  const etag = `"${createHash("sha256").update(JSON.stringify(view)).digest("base64url")}"`;
  c.header("ETag", etag);
  if (c.req.header("if-none-match") === etag) return c.body(null, 304);
  return c.json(view, 200);
});

worksheetsApi.openapi(frame, async (c) => c.json(await setFrame(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
worksheetsApi.openapi(stage, async (c) => c.json(await setStage(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
worksheetsApi.openapi(ready, async (c) => c.json(await setReady(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
worksheetsApi.openapi(reveal, async (c) =>
  c.json(await revealAnswers(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
