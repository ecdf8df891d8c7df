import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { newWebhookSchema, webhookCreatedSchema, webhookListSchema } from "@/lib/domain/space/webhooks";
import { newId } from "../ids";
import type { Owner } from "../webhooks/owner";
import { listWebhooks } from "../webhooks/reads";
import { addWebhook, pingWebhook, redeliver, removeWebhook } from "../webhooks/writes";
import {
  type ApiContext,
  accessOf,
  idParam,
  jsonBody,
  jsonReply,
  newApi,
  opIdBody,
  problems,
  security,
  spaceOf,
  spaceParam,
} from "./context";

const tags = ["Webhooks"];
const common = { tags, security } as const;
const hook = { webhookId: z.uuid() };
const delivery = { ...hook, deliveryId: z.uuid() };

export const webhooksApi = newApi();

/** The same five routes below a space and below a worksheet that stands alone. */
function mount(
  below: "/spaces/{id}" | "/worksheets/{id}",
  params: typeof spaceParam | typeof idParam,
  ownerOf: (c: ApiContext, id: string) => Promise<Owner>,
) {
  const of = below === "/spaces/{id}" ? "a space" : "a worksheet that stands alone";
  const list = createRoute({
    ...common,
    method: "get",
    path: `${below}/webhooks`,
    summary: `The webhooks of ${of}, with what was last sent to each.`,
    request: { params },
    responses: { 200: jsonReply(webhookListSchema, "Without their secrets."), ...problems },
  });
  const add = createRoute({
    ...common,
    method: "post",
    path: `${below}/webhooks`,
    summary: `Let an address know what happens in ${of}.`,
    description:
      "Messages are POSTed as JSON with `Shortlist-Event`, `Shortlist-Delivery` (the event's id, the same in every attempt) and `Shortlist-Signature: t=<seconds>,v1=<hex>`, the HMAC-SHA256 of `<seconds>.<body>` under the secret. Refuse what is older than five minutes. Anything but a 2xx answer is tried again for about an hour.",
    request: { params, ...jsonBody(newWebhookSchema) },
    responses: { 201: jsonReply(webhookCreatedSchema, "The secret, shown once."), ...problems },
  });
  const remove = createRoute({
    ...common,
    method: "delete",
    path: `${below}/webhooks/{webhookId}`,
    summary: "Remove a webhook; what waits for it is not sent.",
    request: { params: params.extend(hook) },
    responses: { 204: { description: "Removed." }, ...problems },
  });
  const ping = createRoute({
    ...common,
    method: "post",
    path: `${below}/webhooks/{webhookId}/ping`,
    summary: "Send a ping to see that the address answers.",
    request: { params: params.extend(hook), ...jsonBody(opIdBody) },
    responses: { 202: jsonReply(z.object({}), "On its way."), ...problems },
  });
  const again = createRoute({
    ...common,
    method: "post",
    path: `${below}/webhooks/{webhookId}/deliveries/{deliveryId}/redelivery`,
    summary: "Send a delivery that ended once more.",
    request: { params: params.extend(delivery), ...jsonBody(opIdBody) },
    responses: { 202: jsonReply(z.object({}), "On its way."), ...problems },
  });

  webhooksApi.openapi(list, async (c) => c.json({ webhooks: await listWebhooks(await ownerOf(c, c.req.valid("param").id)) }, 200));
  webhooksApi.openapi(add, async (c) => c.json(await addWebhook(await ownerOf(c, c.req.valid("param").id), c.req.valid("json")), 201));
  webhooksApi.openapi(remove, async (c) => {
    const { id, webhookId } = c.req.valid("param");
    await removeWebhook(await ownerOf(c, id), { opId: newId(), webhookId });
    return c.body(null, 204);
  });
  webhooksApi.openapi(ping, async (c) => {
    const { id, webhookId } = c.req.valid("param");
    await pingWebhook(await ownerOf(c, id), { ...c.req.valid("json"), webhookId });
    return c.json({}, 202);
  });
  webhooksApi.openapi(again, async (c) => {
    const { id, webhookId, deliveryId } = c.req.valid("param");
    await redeliver(await ownerOf(c, id), { ...c.req.valid("json"), webhookId, deliveryId });
    return c.json({}, 202);
  });
}

mount("/spaces/{id}", spaceParam, spaceOf);
mount("/worksheets/{id}", idParam, accessOf);
