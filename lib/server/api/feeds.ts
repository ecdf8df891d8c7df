import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { feedCreatedSchema, feedListSchema, newFeedSchema } from "@/lib/domain/space/feeds";
import { newId } from "../ids";
import { createFeed, listFeeds, readFeed, revokeFeed } from "../spaces/feeds";
import { jsonBody, jsonReply, newApi, originOf, problems, security, spaceOf, spaceParam } from "./context";
import { failedTokenLimit } from "./guards";

const tags = ["Calendars"];

const list = createRoute({
  method: "get",
  path: "/spaces/{id}/feeds",
  tags,
  summary: "The calendar addresses of a space, without the addresses themselves.",
  security,
  request: { params: spaceParam },
  responses: { 200: jsonReply(feedListSchema, "Those that work."), ...problems },
});
const create = createRoute({
  method: "post",
  path: "/spaces/{id}/feeds",
  tags,
  summary: "Make a secret address from which a calendar reads the days to look again.",
  security,
  request: { params: spaceParam, ...jsonBody(newFeedSchema) },
  responses: { 201: jsonReply(feedCreatedSchema, "The address, shown once."), ...problems },
});
const revoke = createRoute({
  method: "delete",
  path: "/spaces/{id}/feeds/{feedId}",
  tags,
  summary: "Revoke a calendar address.",
  security,
  request: { params: spaceParam.extend({ feedId: z.uuid() }) },
  responses: { 204: { description: "Revoked." }, ...problems },
});
const read = createRoute({
  method: "get",
  path: "/calendars/{token}",
  tags,
  summary: "Review days and due triggers as iCalendar. The address is the credential; a wrong or revoked one is 404.",
  request: {
    params: z.object({
      token: z
        .string()
        .max(120)
        .openapi({ param: { name: "token", in: "path" }, description: "Secret, with .ics" }),
    }),
  },
  responses: { 200: { content: { "text/calendar": { schema: z.string() } }, description: "All-day events." }, ...problems },
});

export const feedsApi = newApi();
feedsApi.use("/calendars/*", failedTokenLimit);

feedsApi.openapi(list, async (c) => c.json({ feeds: await listFeeds(await spaceOf(c, c.req.valid("param").id)) }, 200));
feedsApi.openapi(create, async (c) => {
  const { id, token } = await createFeed(await spaceOf(c, c.req.valid("param").id), c.req.valid("json"));
  return c.json({ id, url: `${originOf(c)}/api/v1/calendars/${token}.ics` }, 201);
});
feedsApi.openapi(revoke, async (c) => {
  const { id, feedId } = c.req.valid("param");
  await revokeFeed(await spaceOf(c, id), { opId: newId(), feedId });
  return c.body(null, 204);
});
feedsApi.openapi(read, async (c) => {
  const text = await readFeed(c.req.valid("param").token.replace(/\.ics$/u, ""));
  return c.body(text, 200, { "Content-Type": "text/calendar; charset=utf-8" });
});
