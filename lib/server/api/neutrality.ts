import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { VERSIONS } from "@/lib/domain/engine/rules";
import { neutralityCsv } from "@/lib/domain/neutrality/neutrality-csv";
import { neutralitySchema } from "@/lib/domain/neutrality/schema";
import words from "@/messages/en/neutrality.json";
import { readNeutrality } from "../neutrality/read-neutrality";
import { jsonReply, newApi, problems } from "./context";
import { statelessLimit } from "./guards";

const replySchema = neutralitySchema.extend({ statement: z.string() });

const neutralityRoute = createRoute({
  method: "get",
  path: "/neutrality",
  tags: ["Stateless"],
  summary: "How often each system and each vendor is shortlisted over a fixed grid of answers. CSV with format=csv.",
  request: { query: z.object({ format: z.enum(["json", "csv"]).optional() }) },
  responses: {
    200: jsonReply(replySchema, "Counts and shares, with the axes of the grid. ETag names the versions."),
    304: { description: "As you have it." },
    ...problems,
  },
});

export const neutralityApi = newApi();
neutralityApi.use("/neutrality", statelessLimit);

neutralityApi.openapi(neutralityRoute, async (c) => {
  const { format = "json" } = c.req.valid("query");
  const etag = `"${VERSIONS.catalogue}-${VERSIONS.rules}-${VERSIONS.engine}-${format}"`;
  // Public and the same for everybody, so it may be kept, but asked about each time.
  const headers = { ETag: etag, "Cache-Control": "public, no-cache" };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  const counts = await readNeutrality();
  if (format === "json") return c.json({ ...counts, statement: words.statement }, 200, headers);
  return new Response(neutralityCsv(counts), {
    headers: { ...headers, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="neutrality.csv"' },
  });
});
