import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { auditExportSchema } from "@/lib/domain/audit/schema";
import { readAudit } from "../audit/reads";
import { accessOf, idParam, jsonReply, newApi, problems, security } from "./context";

const audit = createRoute({
  method: "get",
  path: "/worksheets/{id}/audit",
  tags: ["Exports"],
  summary: "The history: who did what, and once a decision stands every row with its hash and a signed head.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(auditExportSchema, "Oldest first."), ...problems },
});

export const auditApi = newApi();

auditApi.openapi(audit, async (c) => c.json(await readAudit(await accessOf(c, c.req.valid("param").id)), 200));
