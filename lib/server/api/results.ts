import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { type WorksheetCostView, worksheetCostViewSchema } from "@/lib/domain/cost-settings/schema";
import { type Evaluation, evaluationSchema } from "@/lib/domain/engine/schema";
import { AppError } from "@/lib/domain/errors";
import { type ResultsInput, worksheetResults, worksheetShortlist } from "@/lib/domain/worksheet/results";
import type { WorthInput } from "@/lib/domain/worksheet/worth";
import { type Worth, worthSchema } from "@/lib/domain/worksheet/worth-schema";
import { requireRole, type WorksheetAccess } from "../access";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { now } from "../clock";
import { readCostInputs } from "../costs/reads";
import { runTask } from "../thread/run-task";
import { readWorksheet } from "../worksheet/reads";
import { remembering } from "../worksheet/remembered";
import { accessOf, idParam, jsonReply, newApi, problems, security } from "./context";

const tags = ["Results"];

const shortlist = createRoute({
  method: "get",
  path: "/worksheets/{id}/shortlist",
  tags,
  summary: "The shortlist with every reason. 409 not_revealed until all five questions are revealed.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(evaluationSchema, "Sentences are message ids with parameters; POST /evaluate gives words."), ...problems },
});
const costs = createRoute({
  method: "get",
  path: "/worksheets/{id}/costs",
  tags,
  summary: "Costs of the finalists. 409 not_revealed until all five questions are revealed.",
  security,
  request: { params: idParam },
  responses: {
    200: jsonReply(worksheetCostViewSchema, "The request, its reply, names, assumptions, and what the team changed."),
    ...problems,
  },
});

const worth = createRoute({
  method: "get",
  path: "/worksheets/{id}/worth",
  tags,
  summary: "What settling each difference is worth a month at most, and what one more meeting costs. 409 not_revealed before the reveal.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(worthSchema, "US dollars; differences that move no bill are left out."), ...problems },
});

export const resultsApi = newApi();
// Every reason of 87 candidates is several hundred kilobytes of much the same words.
for (const path of ["/worksheets/:id/shortlist", "/worksheets/:id/costs"]) resultsApi.use(path, compress());

resultsApi.openapi(shortlist, async (c) => c.json(await readShortlist(await accessOf(c, c.req.valid("param").id)), 200));
resultsApi.openapi(costs, async (c) => {
  const results = await readResults(await accessOf(c, c.req.valid("param").id));
  return c.json(costViewOf(results), 200);
});

resultsApi.openapi(worth, async (c) => c.json(await readWorth(await accessOf(c, c.req.valid("param").id)), 200));

/** What settling each difference is worth; refuses before all is revealed. */
export async function readWorth(access: WorksheetAccess): Promise<Worth> {
  const { inputs: costInputs, ...source } = await readSource(access);
  const input = resultsInputOf(source);
  const { shortlist } = rememberedShortlist(source.id, input).evaluation;
  const people = source.members.filter(({ role }) => role === "facilitator" || role === "member").length;
  return rememberedWorth(source.id, { ...input, shortlist, costInputs, people });
}

/** The list with every reason; refuses before all is revealed. */
export async function readShortlist(access: WorksheetAccess): Promise<Evaluation> {
  const { inputs: _inputs, ...source } = await readSource(access);
  return rememberedShortlist(source.id, resultsInputOf(source)).evaluation;
}

/** Costs as screens and scripts read them: with what the team changed, and which systems are out. */
export function costViewOf({ costs, inputs, evaluation }: Awaited<ReturnType<typeof readResults>>): WorksheetCostView {
  const eliminated = evaluation.candidates.filter(({ status }) => status === "eliminated").map(({ id }) => id);
  return { ...costs, ...inputs, eliminated };
}

export async function readResults(access: WorksheetAccess) {
  const { inputs, ...source } = await readSource(access);
  return { ...rememberedResults(source.id, { ...resultsInputOf(source), costInputs: inputs }), inputs };
}

const rememberedShortlist = remembering(worksheetShortlist);
const rememberedResults = remembering(worksheetResults);
// Dozens of bills: too long to stand between somebody and their save.
const rememberedWorth = remembering((input: WorthInput) => runTask("worthOfSettling", input));

/** Only what results are made of, so that somebody who joins or says "ready" has nothing counted again. */
const resultsInputOf = ({ frame, positions, answers, custom, overrides, today }: ResultsInput): ResultsInput => ({
  frame,
  positions,
  answers,
  ...(custom && { custom }),
  ...(overrides && { overrides }),
  today,
});

/** Before the reveal a shortlist would speak of answers that nobody may see yet. */
async function readSource(access: WorksheetAccess) {
  requireRole(access, "facilitator", "member", "observer");
  const view = await readWorksheet(access);
  if (!view.isRevealed) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const [inputs, handwork] = [await readCostInputs(access.worksheetId), await loadHandwork(access.worksheetId)];
  const today = now().toISOString().slice(0, 10);
  return { ...view, ...engineInputsOf(handwork), today, inputs };
}
