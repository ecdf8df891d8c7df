import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { KEY_CALLS_PER_MINUTE } from "@/lib/domain/space/api-keys";

/** `starts` leaves room for a workshop of two hundred behind one address, each of whom opens the sample. */
const PER_MINUTE = { stateless: 120, failedTokens: 20, starts: 240, keyCalls: KEY_CALLS_PER_MINUTE };

/**
 * What this process counts per minute, by caller. On globalThis, because Next bundles its own copy of this module beside the one
 * the server runs from, and a caller has one count.
 */
export function limitOf(name: keyof typeof PER_MINUTE): RateLimiterMemory {
  const holder = globalThis as { __shortlistLimits?: Map<string, RateLimiterMemory> };
  holder.__shortlistLimits ??= new Map();
  const known = holder.__shortlistLimits.get(name);
  if (known) return known;
  const limit = new RateLimiterMemory({ points: PER_MINUTE[name], duration: 60 });
  holder.__shortlistLimits.set(name, limit);
  return limit;
}
