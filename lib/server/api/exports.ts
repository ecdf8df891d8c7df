import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { zipSync } from "fflate";
import { adrFileName } from "@/lib/domain/adr/file-name";
import { answersCsv } from "@/lib/domain/answers/answers-csv";
import { costsCsv } from "@/lib/domain/costs/costs-csv";
import { driversCsv, overTimeCsv, totalCsv } from "@/lib/domain/costs/further-csv";
import { adrFormatSchema } from "../adr/render-markdown";
import { pdfOf } from "../seal/exported-files";
import { readRevision } from "../sign-off/reads";
import { bundleOf, markdownOf, recordJsonOf } from "../sign-off/record-files";
import { readWorksheet } from "../worksheet/reads";
import { accessOf, fileReply, idParam, newApi, originOf, problems, security } from "./context";
import { readResults } from "./results";

const tags = ["Exports"];
const standingSchema = z.enum(["accepted", "now"]);
const file = (path: string, summary: string, type: string, query: z.ZodObject = z.object({})) =>
  createRoute({
    method: "get",
    path: `/worksheets/{id}/${path}`,
    tags,
    summary,
    security,
    request: { params: idParam, query },
    responses: { 200: fileReply(type, "The file."), ...problems },
  });

const markdown = file("adr.md", "The decision record as Markdown.", "text/markdown", z.object({ format: adrFormatSchema.optional() }));
const bundle = file(
  "adr.zip",
  "The decision record as Markdown with its drawings (SVG) and the record as JSON, as files for a repository.",
  "application/zip",
  z.object({ format: adrFormatSchema.optional() }),
);
const pdf = file(
  "adr.pdf",
  "The decision record as a tagged PDF with the record attached. Sealed once it was accepted; 503 while the seal is being made. With standing=now unsealed, and saying what was said of it since: superseded, deprecated, by what.",
  "application/pdf",
  z.object({
    size: z.enum(["a4", "letter"]).optional(),
    revision: z.coerce.number().int().min(1).optional(),
    standing: standingSchema.optional(),
  }),
);
const record = file("record.json", "The record with its hash, people, approvals and audit head.", "application/json");
const answers = file("answers.csv", "Every answer you may see, of all rounds.", "text/csv");
const costs = file("costs.csv", "The finalists' costs line by line, with prices and dates.", "text/csv");

const overTime = file("costs-over-time.csv", "What each design costs month by month along each growth path.", "text/csv");
const total = file("total-cost.csv", "Total cost by horizon, design and component, with ranges.", "text/csv");
const drivers = file("cost-drivers.csv", "What each uncertain input does to the lead of the cheapest, by horizon.", "text/csv");

/** The first day that the format knows: the same files give the same archive on every day. */
const FIRST_DAY = new Date(1980, 0, 1);

export const exportsApi = newApi();

exportsApi.openapi(markdown, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const { text, fileName } = await markdownOf(access, adrFormatSchema.catch("madr").parse(c.req.query("format")));
  return c.body(text, 200, download(fileName, "text/markdown; charset=utf-8"));
});

exportsApi.openapi(bundle, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const { files, folder } = await bundleOf(access, adrFormatSchema.catch("madr").parse(c.req.query("format")));
  return c.body(zipSync(files, { mtime: FIRST_DAY }), 200, download(`${folder}.zip`, "application/zip"));
});

exportsApi.openapi(pdf, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const query = z
    .object({ size: z.string().optional(), revision: z.coerce.number().int().optional(), standing: standingSchema.catch("accepted") })
    .parse(c.req.query());
  const revision = await readRevision(access, query.revision ?? "latest");
  const paper = query.size === "letter" ? "LETTER" : "A4";
  const file = await pdfOf({ access, revision, paper, origin: originOf(c), standing: query.standing });
  const name = adrFileName(revision.number, revision.record.worksheet.title).replace(/\.md$/u, ".pdf");
  return c.body(new Uint8Array(file.bytes), 200, {
    ...download(name, "application/pdf"),
    "x-unprintable": String(file.unprintable.length),
    "x-seal": file.level ?? "none",
  });
});

exportsApi.openapi(record, async (c) => {
  const { text, fileName } = await recordJsonOf(await accessOf(c, c.req.valid("param").id));
  return c.body(text, 200, download(fileName, "application/json; charset=utf-8"));
});

exportsApi.openapi(answers, async (c) => {
  const view = await readWorksheet(await accessOf(c, c.req.valid("param").id));
  return c.body(answersCsv(view), 200, download("answers.csv", "text/csv; charset=utf-8"));
});

exportsApi.openapi(costs, async (c) => {
  const { costs: results, inputs } = await readResults(await accessOf(c, c.req.valid("param").id));
  return c.body(
    results.reply ? costsCsv(results.reply, results.names, inputs.overrides) : "",
    200,
    download("costs.csv", "text/csv; charset=utf-8"),
  );
});

exportsApi.openapi(overTime, async (c) => {
  const { costs: results } = await readResults(await accessOf(c, c.req.valid("param").id));
  const csv = results.reply?.overTime ? overTimeCsv(results.reply.overTime, results.names) : "";
  return c.body(csv, 200, download("costs-over-time.csv", "text/csv; charset=utf-8"));
});

exportsApi.openapi(total, async (c) => {
  const { costs: results } = await readResults(await accessOf(c, c.req.valid("param").id));
  const csv = results.reply?.tco ? totalCsv(results.reply.tco, results.names) : "";
  return c.body(csv, 200, download("total-cost.csv", "text/csv; charset=utf-8"));
});

exportsApi.openapi(drivers, async (c) => {
  const { costs: results } = await readResults(await accessOf(c, c.req.valid("param").id));
  const csv = results.reply?.tco ? driversCsv(results.reply.tco, results.names) : "";
  return c.body(csv, 200, download("cost-drivers.csv", "text/csv; charset=utf-8"));
});

function download(name: string, type: string) {
  return { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
}
