import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import {
  joinCodeSchema,
  linkCreatedSchema,
  linkListSchema,
  memberCreatedSchema,
  newLinkSchema,
  newMemberSchema,
} from "@/lib/domain/share/schema";
import { newId } from "../ids";
import { addLink, addMember, listLinks, makeJoinCode, replaceReturnLink, revokeLink } from "../share/writes";
import { accessOf, credentialOf, idParam, jsonBody, jsonReply, linkUrl, newApi, opIdBody, problems, security, setSession } from "./context";

import { memberParam } from "./members";

const tags = ["Links and sessions"];
const linkParam = idParam.extend({ linkId: z.uuid() });

const join = createRoute({
  method: "post",
  path: "/worksheets/{id}/members",
  tags,
  summary: "Join with a name, behind a shared link.",
  security,
  request: { params: idParam, ...jsonBody(newMemberSchema) },
  responses: { 201: jsonReply(memberCreatedSchema, "Who you are now. The token is shown once."), ...problems },
});
const list = createRoute({
  method: "get",
  path: "/worksheets/{id}/links",
  tags,
  summary: "All links, without their tokens.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(linkListSchema, "Links."), ...problems },
});
const add = createRoute({
  method: "post",
  path: "/worksheets/{id}/links",
  tags,
  summary: "A new shared link.",
  security,
  request: { params: idParam, ...jsonBody(newLinkSchema) },
  responses: { 201: jsonReply(linkCreatedSchema, "Shown once."), ...problems },
});
const own = createRoute({
  method: "post",
  path: "/worksheets/{id}/members/{memberId}/return-link",
  tags,
  summary: "Your own new return link.",
  security,
  request: { params: memberParam, ...jsonBody(opIdBody) },
  responses: { 201: jsonReply(linkCreatedSchema, "Shown once."), ...problems },
});
const revoke = createRoute({
  method: "delete",
  path: "/worksheets/{id}/links/{linkId}",
  tags,
  summary: "Revoke a link and every session it opened.",
  security,
  request: { params: linkParam },
  responses: { 204: { description: "Revoked." }, ...problems },
});
const code = createRoute({
  method: "post",
  path: "/worksheets/{id}/code",
  tags,
  summary: "A join code, good for eight hours, for members only.",
  security,
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: { 201: jsonReply(joinCodeSchema, "Shown once."), ...problems },
});

export const linksApi = newApi();

linksApi.openapi(join, async (c) => {
  const credential = credentialOf(c);
  if (credential === null) throw new AppError("unauthenticated", "Open a link first.");
  const { memberId, token, sessionToken } = await addMember(credential, c.req.valid("param").id, c.req.valid("json"));
  if (sessionToken !== null) setSession(c, sessionToken);
  return c.json({ memberId, memberToken: token, returnLink: linkUrl(c, token) }, 201);
});

linksApi.openapi(list, async (c) => c.json({ links: await listLinks(await accessOf(c, c.req.valid("param").id)) }, 200));

linksApi.openapi(add, async (c) => {
  const { id, token } = await addLink(await accessOf(c, c.req.valid("param").id), c.req.valid("json"));
  return c.json({ id, link: linkUrl(c, token) }, 201);
});

linksApi.openapi(own, async (c) => {
  const { id: worksheetId, memberId } = c.req.valid("param");
  const { id, token } = await replaceReturnLink(await accessOf(c, worksheetId), { memberId, opId: c.req.valid("json").opId });
  return c.json({ id, link: linkUrl(c, token) }, 201);
});

linksApi.openapi(revoke, async (c) => {
  const { id, linkId } = c.req.valid("param");
  await revokeLink(await accessOf(c, id), { opId: newId(), linkId });
  return c.body(null, 204);
});

linksApi.openapi(code, async (c) => c.json(await makeJoinCode(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
