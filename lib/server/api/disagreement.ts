import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import { requestedDisagreement, worksheetDisagreement } from "@/lib/domain/impact/disagreement";
import type { ByHand } from "@/lib/domain/impact/engine-columns";
import type { RevealedView } from "@/lib/domain/impact/impact-input";
import { disagreementRequestSchema, disagreementSchema } from "@/lib/domain/impact/schema";
import { requireRole } from "../access";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { readWorksheet } from "../worksheet/reads";
import { remembering } from "../worksheet/remembered";
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

disagreementApi.openapi(ofWorksheet, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  requireRole(access, "facilitator", "member", "observer");
  const view = await readWorksheet(access);
  if (!view.isRevealed) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const { id, frame, positions, answers } = view;
  const byHand = engineInputsOf(await loadHandwork(id));
  return c.json(remembered(id, { view: { id, frame, positions, answers }, byHand }), 200);
});

const remembered = remembering(({ view, byHand }: { view: RevealedView; byHand: ByHand }) => worksheetDisagreement(view, byHand));
