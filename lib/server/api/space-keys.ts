import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { apiKeyCreatedSchema, apiKeyListSchema, newApiKeySchema } from "@/lib/domain/space/api-keys";
import { newId } from "../ids";
import { createKey, listKeys, revokeKey } from "../spaces/keys";
import { jsonBody, jsonReply, newApi, problems, security, spaceOf, spaceParam } from "./context";

const tags = ["Keys"];

const list = createRoute({
  method: "get",
  path: "/spaces/{id}/keys",
  tags,
  summary: "The space's API keys, without the keys themselves.",
  security,
  request: { params: spaceParam },
  responses: { 200: jsonReply(apiKeyListSchema, "The latest first."), ...problems },
});
const create = createRoute({
  method: "post",
  path: "/spaces/{id}/keys",
  tags,
  summary: "Make an API key with scopes and an expiry.",
  security,
  request: { params: spaceParam, ...jsonBody(newApiKeySchema) },
  responses: { 201: jsonReply(apiKeyCreatedSchema, "The key, shown once."), ...problems },
});
const revoke = createRoute({
  method: "delete",
  path: "/spaces/{id}/keys/{keyId}",
  tags,
  summary: "Revoke a key; its next call is refused.",
  security,
  request: { params: spaceParam.extend({ keyId: z.uuid() }) },
  responses: { 204: { description: "Revoked." }, ...problems },
});

export const spaceKeysApi = newApi();

spaceKeysApi.openapi(list, async (c) => c.json({ keys: await listKeys(await spaceOf(c, c.req.valid("param").id)) }, 200));
spaceKeysApi.openapi(create, async (c) => c.json(await createKey(await spaceOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
spaceKeysApi.openapi(revoke, async (c) => {
  const { id, keyId } = c.req.valid("param");
  await revokeKey(await spaceOf(c, id), { opId: newId(), keyId });
  return c.body(null, 204);
});
