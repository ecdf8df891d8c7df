import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { requestedDisagreement } from "@/lib/domain/impact/disagreement";
import { disagreementRequestSchema, disagreementSchema } from "@/lib/domain/impact/schema";
import { readDisagreement } from "../impact/reads";
import { accessOf, idParam, jsonBody, jsonReply, newApi, problems, security } from "./context";
import { statelessLimit } from "./guards";

const reply = jsonReply(
  disagreementSchema,
  "Measures per field, and the differences in the order of what they change. Words are message ids.",
);

const stateless = createRoute({
  method: "post",
  path: "/disagreement",
  tags: ["Stateless"],
  summary: "What a team's answers agree on, and which differences change the shortlist.",
  request: jsonBody(disagreementRequestSchema),
  responses: { 200: reply, ...problems },
});
const ofWorksheet = createRoute({
  method: "get",
  path: "/worksheets/{id}/disagreement",
  tags: ["Results"],
  summary: "Which differences change the shortlist. 409 not_revealed until all five questions are revealed.",
  security,
  request: { params: idParam },
  responses: { 200: reply, ...problems },
});

export const disagreementApi = newApi();
disagreementApi.use("/disagreement", statelessLimit);

disagreementApi.openapi(stateless, (c) => c.json(requestedDisagreement(c.req.valid("json")), 200));

disagreementApi.openapi(ofWorksheet, async (c) => c.json(await readDisagreement(await accessOf(c, c.req.valid("param").id)), 200));
