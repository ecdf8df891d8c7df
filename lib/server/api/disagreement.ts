import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import { requestedDisagreement, worksheetDisagreement } from "@/lib/domain/impact/disagreement";
import { type Disagreement, disagreementRequestSchema, disagreementSchema } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { requireRole } from "../access";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { readWorksheet } from "../worksheet/reads";
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
  return c.json(remembered(view, engineInputsOf(await loadHandwork(view.id))), 200);
});

const MOST_REMEMBERED = 50;
const latest = new Map<string, { input: string; result: Disagreement }>();

/** A room of people asks after every change, all for the same; what the analysis read is compared, never a clock or a seq. */
function remembered({ id, frame, positions, answers }: WorksheetView, byHand: ReturnType<typeof engineInputsOf>): Disagreement {
  const input = JSON.stringify([frame, positions, answers, byHand]);
  const known = latest.get(id);
  if (known?.input === input) return known.result;
  const result = worksheetDisagreement({ id, frame, positions, answers }, byHand);
  latest.delete(id);
  latest.set(id, { input, result });
  const [oldest] = latest.keys();
  if (latest.size > MOST_REMEMBERED && oldest !== undefined) latest.delete(oldest);
  return result;
}
