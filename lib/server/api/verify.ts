import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { recordSchema } from "@/lib/domain/record/schema";
import { verifyReplySchema } from "@/lib/domain/verify/schema";
import { verifyUpload } from "../verify/verify-upload";
import { jsonReply, newApi, problems } from "./context";
import { statelessLimit } from "./guards";
import { readerWords } from "./reader";

const verify = createRoute({
  method: "post",
  path: "/verify",
  tags: ["Stateless"],
  summary: "Check a sealed PDF or an exported record.json (application/json): is it ours, unchanged and current, and why. 30 MB at most.",
  request: { body: { content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } }, required: true } },
  responses: {
    200: jsonReply(verifyReplySchema.extend({ record: recordSchema.optional() }), "The verdict with every check. The file is not kept."),
    ...problems,
  },
});

export const verifyApi = newApi();
verifyApi.use("/verify", statelessLimit);

verifyApi.openapi(verify, async (c) => c.json(await verifyUpload(new Uint8Array(await c.req.arrayBuffer()), readerWords(c)), 200));
