import { z } from "zod";
import { storableText } from "../text";

/** What a webhook can be told about. */
export const webhookEventSchema = z.enum(["trigger.fired", "decision.accepted", "review.kept"]);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** Webhooks of one space, or of one worksheet that stands alone. */
export const MAX_WEBHOOKS = 10;
/** How far a receiver lets the signature's time be from its own clock, in seconds, before it takes a message for a replay. */
export const REPLAY_WINDOW_S = 300;

const urlSchema = storableText(2_000, 1).refine((url) => isHookUrl(url), "Write an address such as https://hooks.example.org/shortlist.");

export const newWebhookSchema = z.strictObject({
  opId: z.uuid(),
  url: urlSchema,
  events: z
    .array(webhookEventSchema)
    .min(1, "Choose what it is told.")
    .refine((events) => new Set(events).size === events.length, "Name each event once."),
});
export type NewWebhook = z.infer<typeof newWebhookSchema>;

/** The only time the secret is shown. */
export const webhookCreatedSchema = z.object({ id: z.string(), secret: z.string() });

export const deliverySchema = z.object({
  id: z.string(),
  event: z.string(),
  at: z.iso.datetime(),
  /** waiting until the next attempt, delivered, or failed for good. */
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.number().int(),
  /** HTTP status of the last attempt; null when there was no answer. */
  lastStatus: z.number().int().nullable(),
  /** Why there was none, or why it does not count. */
  lastError: z.string().nullable(),
  lastAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof deliverySchema>;

const webhookViewSchema = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(webhookEventSchema),
  by: z.string(),
  createdAt: z.iso.datetime(),
  /** The latest first, fifty at most. */
  deliveries: z.array(deliverySchema),
});
export type WebhookView = z.infer<typeof webhookViewSchema>;
export const webhookListSchema = z.object({ webhooks: z.array(webhookViewSchema) });

/**
 * Whether a text is a web address without a name, password or fragment in it. Which of them are allowed is decided where the
 * name is looked up.
 * @example isHookUrl("https://user@example.org") // false
 */
export function isHookUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" && hash === "";
}
