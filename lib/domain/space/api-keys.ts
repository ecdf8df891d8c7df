import { z } from "zod";
import { storableText, TEXT_LIMITS } from "../text";

/** What a key may do in its space; nothing else, whatever the person who made it may do. */
export const keyScopeSchema = z.enum(["read:log", "write:metrics", "write:reviews"]);
export type KeyScope = z.infer<typeof keyScopeSchema>;

/** Calls of one key within a minute. */
export const KEY_CALLS_PER_MINUTE = 300;
/** The longest that a key may live, in days; without an expiry it lives until it is revoked. */
const MAX_KEY_DAYS = 3_650;

export const newApiKeySchema = z.strictObject({
  opId: z.uuid(),
  name: storableText(TEXT_LIMITS.name, 1).refine((name) => name.trim() !== "", "Say what will use the key."),
  scopes: z
    .array(keyScopeSchema)
    .min(1, "Choose what the key may do.")
    .max(keyScopeSchema.options.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, "Name each scope once."),
  /** Days until it ends; null for a key that lives until it is revoked. */
  days: z.number().int().min(1).max(MAX_KEY_DAYS).nullable(),
});
export type NewApiKey = z.infer<typeof newApiKeySchema>;

/** The only time the key itself is shown. */
export const apiKeyCreatedSchema = z.object({ id: z.string(), key: z.string(), expiresAt: z.iso.datetime().nullable() });

const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(keyScopeSchema),
  ending: z.string(),
  by: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export const apiKeyListSchema = z.object({ keys: z.array(apiKeySchema) });
export type ApiKeyView = z.infer<typeof apiKeySchema>;

/**
 * Whether a key opens anything at this moment. `now` and the dates are ISO 8601 in UTC.
 * @example isLiveKey({ revokedAt: null, expiresAt: "2026-01-01T00:00:00.000Z" }, "2026-06-01T00:00:00.000Z") // false
 */
export function isLiveKey(key: Pick<ApiKeyView, "revokedAt" | "expiresAt">, now: string): boolean {
  return key.revokedAt === null && (key.expiresAt === null || Date.parse(key.expiresAt) > Date.parse(now));
}
