import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { linkCreatedSchema, newLinkSchema } from "@/lib/domain/share/schema";
import { spaceLinkListSchema } from "@/lib/domain/space/schema";
import { newId } from "../ids";
import { addSpaceLink, listSpaceLinks, replaceSpaceReturnLink, revokeSpaceLink } from "../spaces/links";
import { jsonBody, jsonReply, newApi, opIdBody, problems, security, spaceLinkUrl, spaceOf, spaceParam } from "./context";

const tags = ["Spaces"];

const list = createRoute({
  method: "get",
  path: "/spaces/{id}/links",
  tags,
  summary: "Every link of the space, without its token.",
  security,
  request: { params: spaceParam },
  responses: { 200: jsonReply(spaceLinkListSchema, "The links."), ...problems },
});
const add = createRoute({
  method: "post",
  path: "/spaces/{id}/links",
  tags,
  summary: "Make a shared link; with revokeOld the earlier ones of its kind stop working.",
  security,
  request: { params: spaceParam, ...jsonBody(newLinkSchema) },
  responses: { 201: jsonReply(linkCreatedSchema, "The link, shown once."), ...problems },
});
const revoke = createRoute({
  method: "delete",
  path: "/spaces/{id}/links/{linkId}",
  tags,
  summary: "Switch a link off, and with it everybody who came in by it.",
  security,
  request: { params: spaceParam.extend({ linkId: z.uuid() }) },
  responses: { 204: { description: "Switched off." }, ...problems },
});
const replaceOwn = createRoute({
  method: "post",
  path: "/spaces/{id}/members/{memberId}/return-link",
  tags,
  summary: "Replace a person's own link: yours, or as facilitator somebody else's.",
  security,
  request: { params: spaceParam.extend({ memberId: z.uuid() }), ...jsonBody(opIdBody) },
  responses: { 201: jsonReply(linkCreatedSchema, "The link, shown once."), ...problems },
});

export const spaceLinksApi = newApi();

spaceLinksApi.openapi(list, async (c) => c.json({ links: await listSpaceLinks(await spaceOf(c, c.req.valid("param").id)) }, 200));
spaceLinksApi.openapi(add, async (c) => {
  const { id, token } = await addSpaceLink(await spaceOf(c, c.req.valid("param").id), c.req.valid("json"));
  return c.json({ id, link: spaceLinkUrl(c, token) }, 201);
});
spaceLinksApi.openapi(revoke, async (c) => {
  const { id, linkId } = c.req.valid("param");
  await revokeSpaceLink(await spaceOf(c, id), { opId: newId(), linkId });
  return c.body(null, 204);
});
spaceLinksApi.openapi(replaceOwn, async (c) => {
  const { id, memberId } = c.req.valid("param");
  const made = await replaceSpaceReturnLink(await spaceOf(c, id), { ...c.req.valid("json"), memberId });
  return c.json({ id: made.id, link: spaceLinkUrl(c, made.token) }, 201);
});
