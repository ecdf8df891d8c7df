import { z } from "zod";

/** Every refusal the product can give. `lib/server/api/problem.ts` gives each code its HTTP status. */
export const errorCodeSchema = z.enum([
  "malformed",
  "unauthenticated",
  "forbidden",
  "not_found",
  "illegal_transition",
  "not_revealed",
  "round_closed",
  "frozen",
  "name_taken",
  "stale_version",
  "too_large",
  "invalid_input",
  "too_many_requests",
  "internal",
  "unavailable",
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** A refusal on its way to HTTP. `message` is for logs and scripts; screens choose their words by `code`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];
  /** What the caller needs to go on, for example the current value of a stale write. */
  readonly detail: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: { errors?: FieldError[]; detail?: Record<string, unknown> } = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.errors = options.errors ?? [];
    this.detail = options.detail ?? {};
  }
}
