import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { sealViewSchema } from "@/lib/domain/sign-off/seal-schema";
import { readSeals } from "../seal/reads";
import { retrySeals } from "../seal/writes";
import { accessOf, idParam, jsonBody, jsonReply, newApi, opIdBody, problems, security, seqReply } from "./context";

const tags = ["Sign-off"];
const list = createRoute({
  method: "get",
  path: "/worksheets/{id}/seals",
  tags,
  summary: "The sealed files of accepted revisions: made, being made, or why not.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(z.object({ seals: z.array(sealViewSchema) }), "Newest revision first."), ...problems },
});
const retry = createRoute({
  method: "post",
  path: "/worksheets/{id}/revisions/{n}/seal",
  tags,
  summary: "Try a failed seal again now.",
  security,
  request: { params: idParam.extend({ n: z.coerce.number().int().min(1) }), ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "It is being tried."), ...problems },
});

export const sealsApi = newApi();

sealsApi.openapi(list, async (c) => c.json({ seals: await readSeals(await accessOf(c, c.req.valid("param").id)) }, 200));

sealsApi.openapi(retry, async (c) => {
  const { id, n } = c.req.valid("param");
  return c.json(await retrySeals(await accessOf(c, id), { n, opId: c.req.valid("json").opId }), 200);
});
