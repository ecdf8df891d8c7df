import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/errors";
import {
  createdSpaceSchema,
  newSpaceMemberSchema,
  newSpaceSchema,
  numberListSchema,
  spaceDeletionSchema,
  spaceListSchema,
  spaceMemberCreatedSchema,
  spaceMemberInputSchema,
  spaceOpenedSchema,
  spaceSessionInputSchema,
  spaceSettingsSchema,
  spaceViewSchema,
} from "@/lib/domain/space/schema";
import { deletedSchema } from "@/lib/domain/worksheet/keeping";
import { deleteSpace, restoreSpace } from "../spaces/deletion";
import { eraseSpaceMember } from "../spaces/erasure";
import { listNumbers } from "../spaces/numbers";
import { readSpace } from "../spaces/reads";
import { listDeletedSpaces, listSpaces, openSpace } from "../spaces/sessions";
import { changeSpaceMember, createSpace, joinSpace, removeSpaceMember, setSpaceSettings } from "../spaces/writes";
import {
  credentialOf,
  isBrowser,
  jsonBody,
  jsonReply,
  newApi,
  opIdBody,
  problems,
  security,
  setSession,
  spaceLinkUrl,
  spaceOf,
  spaceParam,
} from "./context";
import { failedTokenLimit, startLimit } from "./guards";

const tags = ["Spaces"];
const done = { 200: jsonReply(z.object({}), "Done."), ...problems };
const personParam = spaceParam.extend({ memberId: z.uuid() });

const create = createRoute({
  method: "post",
  path: "/spaces",
  tags,
  summary: "Start a team space. Each link is shown once.",
  request: jsonBody(newSpaceSchema),
  responses: { 201: jsonReply(createdSpaceSchema, "The space and its links."), ...problems },
});
const list = createRoute({
  method: "get",
  path: "/spaces",
  tags,
  summary: "Spaces that this browser is in.",
  responses: { 200: jsonReply(spaceListSchema, "By name."), ...problems },
});
const open = createRoute({
  method: "post",
  path: "/space-sessions",
  tags,
  summary: "Exchange a space's link token for this browser's session.",
  request: jsonBody(spaceSessionInputSchema),
  responses: { 200: jsonReply(spaceOpenedSchema, "What the link opens."), ...problems },
});
const join = createRoute({
  method: "post",
  path: "/spaces/{id}/members",
  tags,
  summary: "Join a space with a name.",
  security,
  request: { params: spaceParam, ...jsonBody(newSpaceMemberSchema) },
  responses: { 201: jsonReply(spaceMemberCreatedSchema, "You, with your own link."), ...problems },
});
const read = createRoute({
  method: "get",
  path: "/spaces/{id}",
  tags,
  summary: "The space and its people.",
  security,
  request: { params: spaceParam },
  responses: { 200: jsonReply(spaceViewSchema, "The space."), ...problems },
});
const settings = createRoute({
  method: "put",
  path: "/spaces/{id}",
  tags,
  summary: "Rename the space, set its language, or set the next ADR number ahead with a reason.",
  security,
  request: { params: spaceParam, ...jsonBody(spaceSettingsSchema) },
  responses: done,
});
const numbers = createRoute({
  method: "get",
  path: "/spaces/{id}/numbers",
  tags,
  summary: "The numbering: what is next, and why numbers are missing.",
  security,
  request: { params: spaceParam },
  responses: { 200: jsonReply(numberListSchema, "Gaps with their reasons."), ...problems },
});
const change = createRoute({
  method: "put",
  path: "/spaces/{id}/members/{memberId}",
  tags,
  summary: "Give somebody another role or name.",
  security,
  request: { params: personParam, ...jsonBody(spaceMemberInputSchema) },
  responses: done,
});
const remove = createRoute({
  method: "post",
  path: "/spaces/{id}/members/{memberId}/removal",
  tags,
  summary: "Take a person off the space. What they wrote stays.",
  security,
  request: { params: personParam, ...jsonBody(opIdBody) },
  responses: done,
});

const erase = createRoute({
  method: "post",
  path: "/spaces/{id}/members/{memberId}/erasure",
  tags,
  summary: "Forget a person: name, sign-in and links go, and their seats in the space's worksheets are erased.",
  description: "409 with `reason: bound` and the worksheets in which they lead, approve or signed in `errors`; nothing is erased then.",
  security,
  request: { params: personParam, ...jsonBody(opIdBody) },
  responses: done,
});
const deletion = createRoute({
  method: "post",
  path: "/spaces/{id}/deletion",
  tags,
  summary: "Delete the space. Its worksheets stand alone from then on, or go with it. A facilitator can bring all back for 30 days.",
  security,
  request: { params: spaceParam, ...jsonBody(spaceDeletionSchema) },
  responses: { 200: jsonReply(deletedSchema, "Deleted, and until when it can be brought back."), ...problems },
});
const restoration = createRoute({
  method: "post",
  path: "/spaces/{id}/restoration",
  tags,
  summary: "Bring a deleted space back, with its worksheets.",
  security,
  request: { params: spaceParam, ...jsonBody(opIdBody) },
  responses: done,
});

export const spacesApi = newApi();
spacesApi.on("POST", "/space-sessions", failedTokenLimit);
spacesApi.on("POST", "/spaces", startLimit);

spacesApi.openapi(create, async (c) => {
  const { sessionToken, links, ...created } = await createSpace(c.req.valid("json"), isBrowser(c) ? credentialOf(c) : null);
  if (isBrowser(c)) setSession(c, sessionToken);
  const urls = Object.fromEntries(Object.entries(links).map(([kind, token]) => [kind, spaceLinkUrl(c, token)]));
  return c.json({ ...created, links: createdSpaceSchema.shape.links.parse(urls) }, 201);
});
spacesApi.openapi(list, async (c) =>
  c.json({ spaces: await listSpaces(credentialOf(c)), deleted: await listDeletedSpaces(credentialOf(c)) }, 200),
);
spacesApi.openapi(open, async (c) => {
  if (!isBrowser(c)) throw new AppError("forbidden", "Sessions are for browsers; a script sends Authorization: Bearer with its token.");
  const { opened, sessionToken } = await openSpace(c.req.valid("json").token, credentialOf(c));
  setSession(c, sessionToken);
  return c.json(opened, 200);
});
spacesApi.openapi(join, async (c) => {
  const credential = credentialOf(c);
  if (credential === null) throw new AppError("unauthenticated", "No credential was sent.");
  const { memberId, token, sessionToken } = await joinSpace(credential, c.req.valid("param").id, c.req.valid("json").name);
  if (sessionToken !== null) setSession(c, sessionToken);
  return c.json({ memberId, memberToken: token, returnLink: spaceLinkUrl(c, token) }, 201);
});
spacesApi.openapi(read, async (c) => c.json(await readSpace(await spaceOf(c, c.req.valid("param").id)), 200));
spacesApi.openapi(settings, async (c) =>
  c.json(await setSpaceSettings(await spaceOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
spacesApi.openapi(numbers, async (c) => c.json(await listNumbers(await spaceOf(c, c.req.valid("param").id)), 200));
spacesApi.openapi(change, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await changeSpaceMember(await spaceOf(c, id), memberId, c.req.valid("json")), 200);
});
spacesApi.openapi(remove, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await removeSpaceMember(await spaceOf(c, id), memberId, c.req.valid("json")), 200);
});
spacesApi.openapi(erase, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await eraseSpaceMember(await spaceOf(c, id), memberId, c.req.valid("json")), 200);
});
spacesApi.openapi(deletion, async (c) => c.json(await deleteSpace(await spaceOf(c, c.req.valid("param").id), c.req.valid("json")), 200));
spacesApi.openapi(restoration, async (c) => {
  await restoreSpace(credentialOf(c), c.req.valid("param").id);
  return c.json({}, 200);
});
