import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { composeExported } from "@/lib/domain/adr/compose-exported";
import { CATALOGUE, findSystem } from "@/lib/domain/catalogue/catalogue";
import { assumedDefaultSchema, assumedDefaults } from "@/lib/domain/costs/assumed-defaults";
import { computeCosts } from "@/lib/domain/costs/compute-costs";
import { costRequestSchema } from "@/lib/domain/costs/request-schema";
import { costReplySchema } from "@/lib/domain/costs/schema";
import { unknownNames } from "@/lib/domain/costs/unknown-names";
import { describeRulesInWords } from "@/lib/domain/engine/describe-rules";
import { evaluate } from "@/lib/domain/engine/evaluate";
import { VERSIONS } from "@/lib/domain/engine/rules";
import { evaluateReplySchema, evaluateRequestSchema } from "@/lib/domain/engine/schema";
import { evaluationInWords } from "@/lib/domain/engine/words";
import { AppError } from "@/lib/domain/errors";
import { listPrices, PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { recordExportSchema } from "@/lib/domain/record/export-json";
import { recordHash } from "@/lib/domain/record/record-hash";
import { adrFormatSchema, renderAdr } from "../adr/render-markdown";
import { recordMessages } from "../messages";
import { fileReply, jsonBody, jsonReply, newApi, problems } from "./context";
import { COST_EXAMPLES, COST_REPLY_EXAMPLES } from "./cost-examples";
import { statelessLimit } from "./guards";
import { readerWords } from "./reader";

const tags = ["Stateless"];
const anything = z.looseObject({});

/** A worksheet lists its assumptions with its answers; a request on its own lists the defaults it took. */
const statelessCostReplySchema = costReplySchema.extend({ assumptions: z.array(assumedDefaultSchema) });

const evaluateRoute = createRoute({
  method: "post",
  path: "/evaluate",
  tags,
  summary: "The engine as a service: answers in, shortlist with every reason out. Every answer is optional.",
  request: jsonBody(evaluateRequestSchema),
  responses: { 200: jsonReply(evaluateReplySchema, "What is left, and why everything else is not."), ...problems },
});
const costsRoute = createRoute({
  method: "post",
  path: "/costs",
  tags,
  summary: "Cost curves, totals and exact crossovers of designs; on request bands, dates and total cost.",
  request: { body: { content: { "application/json": { schema: costRequestSchema, examples: COST_EXAMPLES } }, required: true } },
  responses: {
    200: {
      content: { "application/json": { schema: statelessCostReplySchema, examples: COST_REPLY_EXAMPLES } },
      description:
        "Money is decimal text in US dollars, loads are peak requests a second. An unknown price makes a total read at least. What the request left out stands under assumptions with the value that was taken.",
    },
    ...problems,
  },
});
const renderRoute = createRoute({
  method: "post",
  path: "/adr/render",
  tags,
  summary: "A record (the body of record.json) as Markdown.",
  request: { query: z.object({ format: adrFormatSchema.optional() }), ...jsonBody(recordExportSchema) },
  responses: { 200: fileReply("text/markdown", "The decision record."), ...problems },
});
const catalogueRoute = createRoute({
  method: "get",
  path: "/catalogue",
  tags,
  summary: "All systems with their facts and sources.",
  responses: { 200: jsonReply(anything, "The catalogue."), ...problems },
});
const systemRoute = createRoute({
  method: "get",
  path: "/catalogue/{systemId}",
  tags,
  summary: "One system.",
  request: { params: z.object({ systemId: z.string().max(80) }) },
  responses: { 200: jsonReply(anything, "The system."), ...problems },
});
const pricesRoute = createRoute({
  method: "get",
  path: "/prices",
  tags,
  summary: "The price book: every price with its date, source and confidence.",
  responses: { 200: jsonReply(anything, "Prices."), ...problems },
});
const rulesRoute = createRoute({
  method: "get",
  path: "/rules",
  tags,
  summary: "The numbered rules.",
  responses: { 200: jsonReply(anything, "Rules."), ...problems },
});

export const statelessApi = newApi();
for (const path of ["/evaluate", "/costs", "/adr/render", "/catalogue", "/catalogue/*", "/prices", "/rules"])
  statelessApi.use(path, statelessLimit, compress());

statelessApi.openapi(evaluateRoute, (c) => {
  const { messages, locale } = readerWords(c);
  return c.json(evaluationInWords(evaluate(c.req.valid("json")), messages, locale), 200);
});
statelessApi.openapi(costsRoute, async (c) => {
  const request = c.req.valid("json");
  const errors = unknownNames(request);
  if (errors.length > 0) throw new AppError("invalid_input", "Some fields are not right.", { errors });
  return c.json({ ...computeCosts(request), assumptions: assumedDefaults(await c.req.json(), request) }, 200);
});

statelessApi.openapi(renderRoute, (c) => {
  const exported = c.req.valid("json");
  if (recordHash(exported.record) !== exported.sha256)
    throw new AppError("invalid_input", "The hash is not the record's.", {
      errors: [{ path: "sha256", message: "This is not the hash of the record." }],
    });
  const document = composeExported(exported, recordMessages(exported.record));
  return c.body(renderAdr(document, c.req.valid("query").format ?? "madr").text, 200, { "content-type": "text/markdown; charset=utf-8" });
});

statelessApi.openapi(catalogueRoute, (c) => c.json({ ...CATALOGUE }, 200));
statelessApi.openapi(systemRoute, (c) => {
  const system = findSystem(c.req.valid("param").systemId);
  if (!system) throw new AppError("not_found", "The catalogue has no such system.");
  return c.json({ ...system }, 200);
});
statelessApi.openapi(pricesRoute, (c) => c.json({ version: PRICE_BOOK_VERSION, currency: "USD", prices: listPrices() }, 200));
statelessApi.openapi(rulesRoute, (c) => {
  const { messages, locale } = readerWords(c);
  return c.json({ versions: VERSIONS, rules: describeRulesInWords(messages, locale) }, 200);
});
