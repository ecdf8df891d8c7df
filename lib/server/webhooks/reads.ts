import "server-only";
import { type DeliveryView, type WebhookView, webhookEventSchema } from "@/lib/domain/space/webhooks";
import type { Delivery } from "@/prisma/generated/client";
import { db } from "../db/client";
import { type Owner, ownerColumns, requireKeeper } from "./owner";

const SHOWN = 50;

/** The webhooks with what was last sent to each, without their secrets. */
export async function listWebhooks(owner: Owner): Promise<WebhookView[]> {
  requireKeeper(owner);
  const rows = await db().webhook.findMany({
    where: { ...ownerColumns(owner), removedAt: null },
    orderBy: { createdAt: "desc" },
    include: { deliveries: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: SHOWN } },
  });
  return rows.map(({ id, url, events, byName, createdAt, deliveries }) => ({
    id,
    url,
    events: webhookEventSchema.array().parse(events),
    by: byName,
    createdAt: createdAt.toISOString(),
    deliveries: deliveries.map(deliveryOf),
  }));
}

function deliveryOf({ id, event, createdAt, attempts, lastStatus, lastError, lastAt, deliveredAt, failedAt }: Delivery): DeliveryView {
  const settled = deliveredAt === null ? "failed" : "delivered";
  return {
    id,
    event,
    at: createdAt.toISOString(),
    state: deliveredAt === null && failedAt === null ? "waiting" : settled,
    attempts,
    lastStatus,
    lastError,
    lastAt: lastAt?.toISOString() ?? null,
  };
}
