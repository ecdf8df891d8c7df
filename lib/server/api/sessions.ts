import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { deleteCookie } from "hono/cookie";
import { AppError } from "@/lib/domain/errors";
import { recentWorksheetsSchema, sessionInputSchema, sessionOpenedSchema } from "@/lib/domain/share/schema";
import { env } from "../env";
import { closeSession, listDeleted, listRecent, openSession } from "../share/sessions";
import { cookieName, credentialOf, isBrowser, jsonBody, jsonReply, newApi, problems, setSession } from "./context";
import { failedTokenLimit } from "./guards";

const tags = ["Links and sessions"];

const open = createRoute({
  method: "post",
  path: "/sessions",
  tags,
  summary: "Exchange a link token or a join code for this browser's session.",
  request: jsonBody(sessionInputSchema),
  responses: { 200: jsonReply(sessionOpenedSchema, "What the link opens."), ...problems },
});
const recent = createRoute({
  method: "get",
  path: "/sessions",
  tags,
  summary: "Worksheets this browser has opened.",
  responses: { 200: jsonReply(recentWorksheetsSchema, "The latest first."), ...problems },
});
const leave = createRoute({
  method: "delete",
  path: "/sessions",
  tags,
  summary: "This browser forgets everything it could open.",
  responses: { 204: { description: "Forgotten." }, ...problems },
});

export const sessionsApi = newApi();
sessionsApi.on("POST", "/sessions", failedTokenLimit);

sessionsApi.openapi(open, async (c) => {
  if (!isBrowser(c)) throw new AppError("forbidden", "Sessions are for browsers; a script sends Authorization: Bearer with its token.");
  const { opened, sessionToken } = await openSession(c.req.valid("json"), credentialOf(c));
  setSession(c, sessionToken);
  return c.json(opened, 200);
});

sessionsApi.openapi(recent, async (c) => {
  const [worksheets, deleted] = await Promise.all([listRecent(credentialOf(c)), listDeleted(credentialOf(c))]);
  return c.json({ worksheets, deleted }, 200);
});

sessionsApi.openapi(leave, async (c) => {
  const credential = credentialOf(c);
  if (credential?.kind === "session") await closeSession(credential);
  deleteCookie(c, cookieName(), { path: "/", secure: env().isHttps });
  return c.body(null, 204);
});
