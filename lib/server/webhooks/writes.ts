import "server-only";
import { AppError } from "@/lib/domain/errors";
import { MAX_WEBHOOKS, type NewWebhook } from "@/lib/domain/space/webhooks";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { env } from "../env";
import { newId, newWebhookSecret } from "../ids";
import { encrypt } from "../seal/app-secret";
import { emitPing, enqueueDelivery } from "./emit";
import { type Owner, ownerColumns, requireKeeper, writeOwner } from "./owner";
import { PrivateAddress, resolvePublic } from "./public-address";

/**
 * Adds an address. The reply is the only place where its secret stands; the operation's id is the webhook's own, so that
 * asking again after a lost reply gives the same webhook another secret.
 */
export async function addWebhook(owner: Owner, { opId, ...input }: NewWebhook) {
  requireKeeper(owner);
  await refusePrivate(input.url);
  const secret = newWebhookSecret();
  const sealed = encrypt(Buffer.from(secret, "utf8"));
  await writeOwner(owner, {
    opId,
    input,
    storeReply: false,
    run: async (tx, { memberId, name }) => {
      const columns = ownerColumns(owner);
      const again = await tx.webhook.updateMany({ where: { id: opId, ...columns, byMemberId: memberId }, data: { secret: sealed } });
      if (again.count === 0) {
        if ((await tx.webhook.count({ where: { ...columns, removedAt: null } })) >= MAX_WEBHOOKS)
          throw new AppError("illegal_transition", `There are ${MAX_WEBHOOKS} webhooks already; remove one first.`);
        await tx.webhook.create({ data: { id: opId, ...columns, ...input, secret: sealed, byMemberId: memberId, byName: name } });
      }
      return { reply: {}, event: { type: "webhook_added", webhook: opId, events: input.events } };
    },
  });
  return { id: opId, secret };
}

/** Ends a webhook: nothing that waits for it is sent any more. */
export async function removeWebhook(owner: Owner, { opId, webhookId }: { opId: string; webhookId: string }) {
  return writeOwner(owner, {
    opId,
    input: { remove: webhookId },
    run: async (tx) => {
      await findHook(tx, { owner, webhookId });
      await tx.webhook.update({ where: { id: webhookId }, data: { removedAt: now() } });
      return { reply: {}, event: { type: "webhook_removed", webhook: webhookId } };
    },
  });
}

/** Sends an event to itself only, to see that the address answers. */
export async function pingWebhook(owner: Owner, { opId, webhookId }: { opId: string; webhookId: string }) {
  return writeOwner(owner, {
    opId,
    input: { ping: webhookId },
    run: async (tx) => {
      await findHook(tx, { owner, webhookId });
      await emitPing(tx, { webhookId, eventId: newId() });
      return { reply: {}, event: { type: "webhook_tried", webhook: webhookId } };
    },
  });
}

/** Sends a delivery once more, with all its attempts before it, whatever became of it. */
export async function redeliver(owner: Owner, { opId, webhookId, deliveryId }: { opId: string; webhookId: string; deliveryId: string }) {
  return writeOwner(owner, {
    opId,
    input: { redeliver: deliveryId },
    run: async (tx) => {
      await findHook(tx, { owner, webhookId });
      const delivery = await tx.delivery.findFirst({ where: { id: deliveryId, webhookId } });
      if (delivery === null) throw new AppError("not_found", "No such delivery.");
      if (delivery.deliveredAt === null && delivery.failedAt === null)
        throw new AppError("illegal_transition", "It is on its way; the next attempt comes by itself.");
      const data = { round: { increment: 1 }, deliveredAt: null, failedAt: null } as const;
      const { round } = await tx.delivery.update({ where: { id: deliveryId }, data });
      await enqueueDelivery(tx, { id: deliveryId, round });
      return { reply: {}, event: { type: "webhook_sent_again", webhook: webhookId } };
    },
  });
}

async function findHook(tx: Tx, { owner, webhookId }: { owner: Owner; webhookId: string }): Promise<void> {
  const hook = await tx.webhook.findFirst({ where: { id: webhookId, ...ownerColumns(owner), removedAt: null } });
  if (hook === null) throw new AppError("not_found", "No such webhook.");
}

/** Said at once where it can be; what a name leads to is looked up again at every sending. */
async function refusePrivate(url: string): Promise<void> {
  if (env().WEBHOOK_ALLOW_PRIVATE === "1") return;
  const { protocol, hostname } = new URL(url);
  const refuse = (message: string) => new AppError("invalid_input", "This address cannot be told.", { errors: [{ path: "url", message }] });
  if (protocol !== "https:") throw refuse("Use https.");
  await resolvePublic(hostname, { allowPrivate: false }).catch((error: unknown) => {
    if (error instanceof PrivateAddress) throw refuse("This address is in a private network.");
  });
}
