import "server-only";
import { X509Certificate } from "node:crypto";
import { JobError } from "../jobs/job-kind";

/** Clocks of two machines may differ by this much without anybody noticing. */
const TOLERATED_MS = 120_000;

/** A seal that says it is older than the decision, or than its own certificate, would be refused by everyone later. */
export function refuseWrongClock({
  sealedAt,
  decidedAt,
  certificates,
}: {
  sealedAt: Date;
  decidedAt: string;
  certificates: readonly Uint8Array[];
}): void {
  if (sealedAt.getTime() + TOLERATED_MS < Date.parse(decidedAt)) throw new JobError("clock_behind_decision", { retryAfterS: 60 });
  for (const der of certificates) {
    const { validFrom, validTo } = new X509Certificate(der);
    if (sealedAt.getTime() < Date.parse(validFrom)) throw new JobError("clock_before_certificate", { retryAfterS: 60 });
    if (sealedAt.getTime() > Date.parse(validTo)) throw new JobError("certificate_expired", { isFinal: true });
  }
}
