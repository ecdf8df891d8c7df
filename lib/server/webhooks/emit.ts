import "server-only";
import type { WebhookEvent } from "@/lib/domain/space/webhooks";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { env } from "../env";
import { newId } from "../ids";
import { enqueueJob } from "../jobs/queue";

export const WEBHOOK_JOB = "webhook";

type Happened = {
  worksheetId: string;
  event: WebhookEvent;
  /** Names what happened; the same never reaches one address twice as another event. */
  eventId: string;
  data: Record<string, string | number | boolean | null>;
};

/** Puts an event on its way to every address that asked for it, in the transaction of what happened. */
export async function emitEvent(tx: Tx, { worksheetId, event, eventId, data }: Happened): Promise<void> {
  const worksheet = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { title: true, spaceId: true } });
  const owners = [{ worksheetId }, ...(worksheet.spaceId === null ? [] : [{ spaceId: worksheet.spaceId }])];
  const hooks = await tx.webhook.findMany({ where: { OR: owners, removedAt: null, events: { has: event } }, select: { id: true } });
  if (hooks.length === 0) return;
  const numbered = await tx.revision.findFirst({
    where: { worksheetId, number: { not: null } },
    orderBy: { n: "desc" },
    select: { number: true },
  });
  const origin = env().APP_ORIGIN ?? env().origins[0] ?? "";
  const decision = { worksheetId, title: worksheet.title, number: numbered?.number ?? null, url: `${origin}/w/${worksheetId}/revisit` };
  const body = JSON.stringify({ id: eventId, event, at: now().toISOString(), decision, data });
  const deliveries = hooks.map(({ id: webhookId }) => ({ id: newId(), webhookId, eventId, event, body }));
  const made = await tx.delivery.createManyAndReturn({ data: deliveries, skipDuplicates: true, select: { id: true } });
  for (const { id } of made) await enqueueDelivery(tx, { id, round: 0 });
}

/** An event that tells nothing, to one address. */
export async function emitPing(tx: Tx, { webhookId, eventId }: { webhookId: string; eventId: string }): Promise<void> {
  const body = JSON.stringify({ id: eventId, event: "ping", at: now().toISOString() });
  const { id } = await tx.delivery.create({ data: { id: newId(), webhookId, eventId, event: "ping", body } });
  await enqueueDelivery(tx, { id, round: 0 });
}

export async function enqueueDelivery(tx: Tx, { id, round }: { id: string; round: number }): Promise<void> {
  await enqueueJob(tx, { kind: WEBHOOK_JOB, key: `${id}:${round}`, worksheetId: null, input: { delivery: id } });
}
