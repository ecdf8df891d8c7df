import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { parsedAdrSchema, type UnreadableReason } from "@/lib/domain/adr-import/schema";
import { AppError } from "@/lib/domain/errors";
import { runTask } from "../thread/run-task";
import { jsonReply, newApi, problems } from "./context";
import { statelessLimit } from "./guards";

const WORDS: Record<UnreadableReason, string> = {
  empty: "The file is empty.",
  binary: "The file is not text.",
  too_large: "The file is larger than 5 MB.",
};

const parseRoute = createRoute({
  method: "post",
  path: "/adr/parse",
  tags: ["Stateless"],
  summary: "An architecture decision record in any usual form, read without guessing. Status is unknown where the file states none.",
  request: {
    query: z.object({
      name: z.string().max(400).optional().openapi({ description: "The file's name, which may state its number or date" }),
    }),
    body: { content: { "text/markdown": { schema: z.string() } }, required: true },
  },
  responses: { 200: jsonReply(parsedAdrSchema, "What the file states; the sections put together are its body."), ...problems },
});

export const adrImportApi = newApi();
adrImportApi.use("/adr/parse", statelessLimit, compress());

adrImportApi.openapi(parseRoute, async (c) => {
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const parsed = await runTask("parseAdr", { bytes, fileName: c.req.valid("query").name ?? "" });
  if (!parsed.ok) {
    if (parsed.reason === "too_large") throw new AppError("too_large", WORDS.too_large);
    throw new AppError("invalid_input", WORDS[parsed.reason], { errors: [{ path: "", message: parsed.reason }] });
  }
  return c.json(parsed.adr, 200);
});
