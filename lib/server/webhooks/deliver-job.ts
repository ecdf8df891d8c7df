import "server-only";
import { z } from "zod";
import { now } from "../clock";
import { db } from "../db/client";
import { env } from "../env";
import { JobError, jobKind } from "../jobs/job-kind";
import { decrypt } from "../seal/app-secret";
import { WEBHOOK_JOB } from "./emit";
import { postMessage } from "./post";
import { PrivateAddress, UnknownHost } from "./public-address";
import { signatureHeader } from "./signature";

const inputSchema = z.object({ delivery: z.uuid() });
/** About an hour in all. */
const MAX_ATTEMPTS = 10;

/** Sends one event to one address, signed; anything but a 2xx answer is tried again. What came of it stands with the delivery. */
export const webhookJob = jobKind<z.infer<typeof inputSchema>>({
  name: WEBHOOK_JOB,
  input: inputSchema,
  maxAttempts: MAX_ATTEMPTS,
  atOnce: 4,
  run: async ({ delivery: id }, { signal }) => {
    const delivery = await db().delivery.findUnique({ where: { id }, include: { webhook: true } });
    if (delivery === null || delivery.webhook.removedAt !== null) return { result: { skipped: true } };
    const { webhook, body, event, eventId } = delivery;
    const note = (data: { lastStatus: number | null; lastError: string | null }) =>
      db().delivery.update({ where: { id }, data: { attempts: { increment: 1 }, lastAt: now(), ...data } });
    const secret = Buffer.from(decrypt(webhook.secret)).toString("utf8");
    let status: number;
    try {
      status = await postMessage({
        url: webhook.url,
        body,
        headers: {
          "shortlist-event": event,
          "shortlist-delivery": eventId,
          "shortlist-signature": signatureHeader({ secret, body, at: now() }),
        },
        allowPrivate: env().WEBHOOK_ALLOW_PRIVATE === "1",
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      const code = codeOf(error);
      await note({ lastStatus: null, lastError: code });
      throw new JobError(code, { cause: error, isFinal: code === "webhook_private" });
    }
    const isTaken = status >= 200 && status < 300;
    await note({ lastStatus: status, lastError: isTaken ? null : "webhook_status" });
    if (!isTaken) throw new JobError("webhook_status");
    return {
      result: { status },
      commit: async (tx) => {
        await tx.delivery.update({ where: { id }, data: { deliveredAt: now(), failedAt: null } });
      },
    };
  },
  onFailed: async (tx, { input, error }) => {
    await tx.delivery.updateMany({ where: { id: input.delivery, deliveredAt: null }, data: { failedAt: now(), lastError: error } });
  },
});

function codeOf(error: unknown): string {
  if (error instanceof PrivateAddress) return "webhook_private";
  if (error instanceof UnknownHost) return "webhook_unknown_host";
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (name === "TimeoutError" || name === "AbortError") return "webhook_timeout";
  return typeof code === "string" && /CERT|TLS|SSL/u.test(code) ? "webhook_tls" : "webhook_unreachable";
}
