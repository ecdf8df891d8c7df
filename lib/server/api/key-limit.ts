import "server-only";
import { AppError } from "@/lib/domain/errors";
import { KEY_CALLS_PER_MINUTE } from "@/lib/domain/space/api-keys";
import type { Credential } from "../access";
import { env } from "../env";
import { limitOf } from "./limits";

/** Counts a call of a bearer credential by its hash, so that one runaway script does not slow the others of its address. */
export async function countKeyCall(credential: Credential | null): Promise<void> {
  if (credential?.kind !== "bearer" || env().LIFT_RATE_LIMITS === "1") return;
  try {
    await limitOf("keyCalls").consume(Buffer.from(credential.hash).toString("base64url"));
  } catch (rejection) {
    const retryAfter = Math.max(1, Math.ceil(((rejection as { msBeforeNext?: number }).msBeforeNext ?? 60_000) / 1000));
    throw new AppError(
      "too_many_requests",
      `This key has made ${KEY_CALLS_PER_MINUTE} calls within a minute. Try again in ${retryAfter} seconds.`,
      {
        detail: { retryAfter },
      },
    );
  }
}
