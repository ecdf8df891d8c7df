import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import {
  importedRecordSchema,
  importInputSchema,
  importReplySchema,
  logEntrySchema,
  logFacetsSchema,
  logFilterSchema,
  logPageSchema,
  replacedInputSchema,
  tagsInputSchema,
} from "@/lib/domain/log/schema";
import { adrFormatSchema } from "../adr/render-markdown";
import { logArchive } from "../log/archive";
import { importFiles } from "../log/imports";
import { findSource, readEntry, readImported } from "../log/reads";
import { setReplaced } from "../log/replaced";
import { readFacets, searchLog } from "../log/search";
import { setTags } from "../log/tags";
import { fileReply, jsonBody, jsonReply, keySecurity, logReaderOf, newApi, problems, security, spaceOf, spaceParam } from "./context";

const tags = ["Decision log"];
const entryParam = spaceParam.extend({ entryId: z.uuid() });
const read = { method: "get", tags, security: keySecurity("read:log") } as const;

const search = createRoute({
  ...read,
  path: "/spaces/{id}/log",
  summary: "The decision log by words, status, engine, tag and what is due, 50 lines a page. Active decisions unless asked otherwise.",
  request: { params: spaceParam, query: logFilterSchema.extend({ cursor: z.string().max(300).optional() }) },
  responses: { 200: jsonReply(logPageSchema, "Titles that match first, then the latest."), ...problems },
});
const facets = createRoute({
  ...read,
  path: "/spaces/{id}/log/facets",
  summary: "What the log can be filtered by, with counts.",
  request: { params: spaceParam },
  responses: { 200: jsonReply(logFacetsSchema, "Statuses, engines and tags."), ...problems },
});
const archive = createRoute({
  ...read,
  path: "/spaces/{id}/log.zip",
  summary: "The log as a folder for docs/adr: Markdown by its form's file names, imported files as they came, JSON below records/.",
  request: { params: spaceParam, query: z.object({ format: adrFormatSchema.optional() }) },
  responses: { 200: fileReply("application/zip", "The archive."), ...problems },
});
const entry = createRoute({
  ...read,
  path: "/spaces/{id}/log/{entryId}",
  summary: "One line of the log.",
  request: { params: entryParam },
  responses: { 200: jsonReply(logEntrySchema, "The line."), ...problems },
});
const imported = createRoute({
  ...read,
  path: "/spaces/{id}/log/{entryId}/imported",
  summary: "An imported record with its text.",
  request: { params: entryParam },
  responses: { 200: jsonReply(importedRecordSchema, "The record."), ...problems },
});
const source = createRoute({
  ...read,
  path: "/spaces/{id}/log/{entryId}/source",
  summary: "An imported file, byte for byte.",
  request: { params: entryParam },
  responses: { 200: fileReply("text/markdown", "The file."), ...problems },
});
const label = createRoute({
  method: "put",
  path: "/spaces/{id}/log/{entryId}/tags",
  tags,
  summary: "Tag a line of the log.",
  security,
  request: { params: entryParam, ...jsonBody(tagsInputSchema) },
  responses: { 200: jsonReply(z.object({}), "Tagged."), ...problems },
});
const replaced = createRoute({
  method: "put",
  path: "/spaces/{id}/log/{entryId}/replaced",
  tags,
  summary: "Say which decision of this log replaces an imported record, or null for none.",
  description: "It reads as superseded while that decision is accepted and replaces all of it. The file does not change.",
  security,
  request: { params: entryParam, ...jsonBody(replacedInputSchema) },
  responses: { 200: jsonReply(z.object({}), "Said."), ...problems },
});
const take = createRoute({
  method: "post",
  path: "/spaces/{id}/log/imports",
  tags,
  summary: "Import decision records, at most 100 files a call. The same bytes are taken once, so a call can be repeated.",
  security,
  request: { params: spaceParam, ...jsonBody(importInputSchema) },
  responses: { 200: jsonReply(importReplySchema, "What became of each file, in the order sent."), ...problems },
});

export const logApi = newApi();
logApi.on("GET", "/spaces/:id/log", compress());

logApi.openapi(search, async (c) => c.json(await searchLog(await logReaderOf(c, c.req.valid("param").id), c.req.valid("query")), 200));
logApi.openapi(facets, async (c) => c.json(await readFacets(await logReaderOf(c, c.req.valid("param").id)), 200));
logApi.openapi(archive, async (c) => {
  const reader = await logReaderOf(c, c.req.valid("param").id);
  const files = logArchive(reader, c.req.valid("query").format ?? "madr");
  return new Response(files, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="decisions.zip"',
      "cache-control": "no-store, private",
    },
  });
});
logApi.openapi(imported, async (c) => {
  const { id, entryId } = c.req.valid("param");
  return c.json(await readImported(await logReaderOf(c, id), entryId), 200);
});
logApi.openapi(source, async (c) => {
  const { id, entryId } = c.req.valid("param");
  const file = await findSource(await logReaderOf(c, id), entryId);
  const name = (file.path.split("/").at(-1) ?? "decision.md").replaceAll(/[^\w. -]/gu, "-");
  return c.body(new Uint8Array(file.content), 200, {
    "content-type": "text/markdown",
    "content-disposition": `attachment; filename="${name}"`,
  });
});
logApi.openapi(entry, async (c) => {
  const { id, entryId } = c.req.valid("param");
  return c.json(await readEntry(await logReaderOf(c, id), entryId), 200);
});
logApi.openapi(label, async (c) => {
  const { id, entryId } = c.req.valid("param");
  return c.json(await setTags(await spaceOf(c, id), { entryId, ...c.req.valid("json") }), 200);
});
logApi.openapi(replaced, async (c) => {
  const { id, entryId } = c.req.valid("param");
  return c.json(await setReplaced(await spaceOf(c, id), { entryId, ...c.req.valid("json") }), 200);
});
logApi.openapi(take, async (c) => c.json(await importFiles(await spaceOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
