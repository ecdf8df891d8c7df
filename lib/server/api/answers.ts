import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { AppError } from "@/lib/domain/errors";
import { answersSaveSchema, positionInputSchema, sectionInputSchema } from "@/lib/domain/worksheet/inputs";
import { answersSavedSchema, positionViewSchema, sectionViewSchema } from "@/lib/domain/worksheet/schema";
import { saveAnswers } from "../answers/writes";
import { saveSection } from "../decision/writes";
import { newId } from "../ids";
import { recordPosition, reopenPosition } from "../positions/writes";
import { accessOf, credentialOf, idParam, jsonBody, jsonReply, newApi, problems, security } from "./context";

const UUID = /^[0-9a-f-]{36}$/iu;
const questionParam = idParam.extend({ question: questionIdSchema });
const fieldParam = idParam.extend({ field: z.string().max(100) });

const save = createRoute({
  method: "put",
  path: "/worksheets/{id}/answers/{question}",
  tags: ["Answers"],
  summary: "Save fields of one question, all or none. `null` clears, `unknown: true` is “I don't know”.",
  description:
    "409 round_closed after the reveal (send the next round), 412 stale_version with `current` per field. Repeating an opId returns the first reply.",
  security,
  request: { params: questionParam, ...jsonBody(answersSaveSchema) },
  responses: { 200: jsonReply(answersSavedSchema, "The new version of each field."), ...problems },
});
const position = createRoute({
  method: "put",
  path: "/worksheets/{id}/positions/{field}",
  tags: ["Answers"],
  summary: "Record the team's value of a field.",
  security,
  request: { params: fieldParam, ...jsonBody(positionInputSchema) },
  responses: { 200: jsonReply(positionViewSchema, "Recorded."), ...problems },
});
const reopen = createRoute({
  method: "delete",
  path: "/worksheets/{id}/positions/{field}",
  tags: ["Answers"],
  summary: "Take the team's recorded value of a field back.",
  security,
  request: { params: fieldParam },
  responses: { 204: { description: "Open again." }, ...problems },
});
const section = createRoute({
  method: "put",
  path: "/worksheets/{id}/decision",
  tags: ["Decision"],
  summary: "Save one section of the decision.",
  security,
  request: { params: idParam, ...jsonBody(sectionInputSchema) },
  responses: { 200: jsonReply(sectionViewSchema, "Saved."), ...problems },
});

export const answersApi = newApi();

answersApi.openapi(save, async (c) => {
  const credential = credentialOf(c);
  if (credential === null) throw new AppError("unauthenticated", "No credential was sent.");
  const { id, question } = c.req.valid("param");
  if (!UUID.test(id)) throw new AppError("not_found", "No such worksheet.");
  return c.json(await saveAnswers({ credential, worksheetId: id, question, input: c.req.valid("json") }), 200);
});

answersApi.openapi(position, async (c) => {
  const { id, field } = c.req.valid("param");
  return c.json(await recordPosition(await accessOf(c, id), field, c.req.valid("json")), 200);
});

answersApi.openapi(reopen, async (c) => {
  const { id, field } = c.req.valid("param");
  await reopenPosition(await accessOf(c, id), field, { opId: newId() });
  return c.body(null, 204);
});

answersApi.openapi(section, async (c) => c.json(await saveSection(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
