import "server-only";
import { AppError } from "@/lib/domain/errors";
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

/** The app's own disk, or the database's: PostgreSQL says 53100. */
function isDiskFull(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, cause, meta } = error as { code?: unknown; originalCode?: unknown; cause?: unknown; meta?: unknown };
  if ([code, originalCode].some((one) => typeof one === "string" && FULL.has(one))) return true;
  const inner = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return isDiskFull(cause, depth + 1) || isDiskFull(inner, depth + 1);
}

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG", "53100"]);
