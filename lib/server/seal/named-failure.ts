import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isDiskFull } from "../db/failures";
import { JobError } from "../jobs/job-kind";
import { WrongSecretError } from "./app-secret";
import { ForkedChainError } from "./checkpoints";

/** What people and scripts see when a seal or a signed head could not be made; anything else stays as it was thrown. */
export function namedFailure(error: unknown): unknown {
  if (error instanceof WrongSecretError) return new JobError("wrong_secret", { isFinal: true, cause: error });
  if (error instanceof ForkedChainError) return new JobError("audit_forked", { isFinal: true, cause: error });
  if (error instanceof AppError && error.code === "unavailable") return new JobError("busy", { retryAfterS: 2, cause: error });
  return isDiskFull(error) ? new JobError("disk_full", { cause: error }) : error;
}
