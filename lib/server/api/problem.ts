import "server-only";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError, z } from "zod";
import { AppError, type ErrorCode, errorCodeSchema, fieldErrorSchema } from "@/lib/domain/errors";
import { fieldErrors } from "@/lib/domain/field-errors";
import { classifyFailure } from "../db/failures";
import { logger } from "../logger";
import { unreadableBody } from "./unreadable-body";

export const STATUS: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 429 | 500 | 503> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  illegal_transition: 409,
  not_revealed: 409,
  round_closed: 409,
  frozen: 409,
  name_taken: 409,
  stale_version: 412,
  too_large: 413,
  invalid_input: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
};

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: errorCodeSchema,
    requestId: z.string().optional(),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457 problem details. `current` comes with stale_version, `Retry-After` with too_many_requests and unavailable.",
  });

const RETRY_SECONDS = 2;

/** The one place where a thrown thing becomes a reply; logs only what nobody expected. */
export async function problemOf(error: unknown, context: Context): Promise<Response> {
  const refusal = await refusalOf(error, context);
  const requestId = context.get("requestId") as string | undefined;
  if (refusal.code === "internal") logger().error({ err: error, requestId, route: context.req.routePath }, "request failed");
  return problemResponse(refusal, requestId);
}

export function problemResponse(refusal: AppError, requestId?: string): Response {
  const status = STATUS[refusal.code];
  const body = {
    type: `urn:shortlist:${refusal.code}`,
    title: refusal.message,
    status,
    code: refusal.code,
    ...(requestId ? { requestId } : {}),
    ...refusal.detail,
    ...(refusal.errors.length > 0 ? { errors: refusal.errors } : {}),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store, private" });
  // The rest of a body that was not read would be taken for the next request.
  if (status === 413) headers.set("connection", "close");
  if (status === 429 || status === 503) headers.set("retry-after", String(refusal.detail.retryAfter ?? RETRY_SECONDS));
  return new Response(JSON.stringify(body), { status, headers });
}

export function invalidInput(error: ZodError): AppError {
  return new AppError("invalid_input", "Some fields are not right.", { errors: fieldErrors(error).slice(0, 100) });
}

async function refusalOf(error: unknown, context: Context): Promise<AppError> {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return invalidInput(error);
  if (error instanceof HTTPException)
    return error.status === 413 ? new AppError("too_large", "The body is too large.") : await unreadableBody(context);
  // A body nested tens of thousands deep overflows the parser's stack.
  if (error instanceof RangeError && context.req.method !== "GET") return new AppError("malformed", "The body is nested too deeply.");
  const failure = classifyFailure(error);
  if (failure === "unavailable" || failure === "retry")
    return new AppError("unavailable", "The database is away. What you typed is kept; try again in a moment.");
  if (failure === "bad_text") return new AppError("invalid_input", "The text holds a character that cannot be stored.");
  const code = (error as { code?: unknown } | null)?.code;
  if (code === "P2025") return new AppError("not_found", "No such thing here.");
  if (code === "P2002") return new AppError("illegal_transition", "That was done already.");
  return new AppError("internal", "Something went wrong on our side. Nothing was changed.");
}
