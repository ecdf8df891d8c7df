import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import { type MetricsInput, metricsInputSchema, metricsReplySchema } from "@/lib/domain/metrics/schema";
import { requireAccess, requireRole } from "../access";
import { db, type Tx } from "../db/client";
import { recordMetrics, type Sender } from "../metrics/writes";
import { findKey, requireScope, requireSpace, requireWorksheetScope } from "../spaces/access";
import { type ApiContext, credentialOf, idParam, jsonBody, jsonReply, keySecurity, newApi, problems, spaceParam } from "./context";
import { countKeyCall } from "./key-limit";

const tags = ["After the decision"];
const description =
  "For a cron job or a monitoring system, with a key that may `write:metrics`. All or none is kept: 422 names each item's wrong name, unit or time. The same number, time and source is kept once, so a call can be repeated.";

const byWorksheet = createRoute({
  method: "post",
  path: "/worksheets/{id}/metrics",
  tags,
  summary: "Report actual numbers of an accepted decision.",
  description,
  security: keySecurity("write:metrics"),
  request: { params: idParam, ...jsonBody(metricsInputSchema) },
  responses: { 200: jsonReply(metricsReplySchema, "Kept, and what fired by it."), ...problems },
});
const byNumber = createRoute({
  method: "post",
  path: "/spaces/{id}/decisions/{number}/metrics",
  tags,
  summary: "The same by the decision's number in its space.",
  description,
  security: keySecurity("write:metrics"),
  request: { params: spaceParam.extend({ number: z.string().max(40).meta({ example: "7" }) }), ...jsonBody(metricsInputSchema) },
  responses: { 200: jsonReply(metricsReplySchema, "Kept, and what fired by it."), ...problems },
});

export const metricsApi = newApi();

metricsApi.openapi(byWorksheet, async (c) => {
  await countKeyCall(credentialOf(c));
  return c.json(await record(c, c.req.valid("param").id, c.req.valid("json")), 200);
});
metricsApi.openapi(byNumber, async (c) => {
  await countKeyCall(credentialOf(c));
  const { id, number } = c.req.valid("param");
  return c.json(await record(c, await worksheetOf(c, { spaceId: id, number }), c.req.valid("json")), 200);
});

/** A key that may, or a person who takes part in the worksheet. */
async function record(c: ApiContext, worksheetId: string, input: MetricsInput) {
  const credential = credentialOf(c);
  const isKey = (await findKey(credential)) !== null;
  const prove = async (tx: Tx): Promise<Sender> => {
    if (isKey) {
      const key = await requireWorksheetScope(credential, { worksheetId, scope: "write:metrics" }, tx);
      return { id: key.keyId, name: key.name, memberId: null };
    }
    const access = await requireAccess(credential, worksheetId, tx);
    requireRole(access, "facilitator", "member");
    const { name } = await tx.member.findUniqueOrThrow({ where: { id: access.memberId }, select: { name: true } });
    return { id: access.memberId, name, memberId: access.memberId };
  };
  await prove(db());
  return recordMetrics({ worksheetId, prove, input });
}

async function worksheetOf(c: ApiContext, { spaceId, number }: { spaceId: string; number: string }): Promise<string> {
  const credential = credentialOf(c);
  if ((await findKey(credential)) !== null) await requireScope(credential, { spaceId, scope: "write:metrics" });
  else await requireSpace(credential, spaceId);
  const digits = /^(?:ADR-)?0*(\d{1,9})$/iu.exec(number)?.[1];
  const entry = digits === undefined ? null : await db().logEntry.findFirst({ where: { spaceId, number: Number(digits) } });
  if (entry === null || entry.worksheetId === null) throw new AppError("not_found", "No decision of this number was made here.");
  return entry.worksheetId;
}
