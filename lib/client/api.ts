import { z } from "zod";
import { errorCodeSchema, type FieldError, fieldErrorSchema } from "../domain/errors";
import { onceOnItsWay } from "./once-on-its-way";

/** A refusal of the API, or `offline` when the request did not reach it. Screens choose their words by `code`. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly errors: FieldError[];
  readonly detail: string | undefined;
  /** Seconds to wait before the next try, when the server says so. */
  readonly retryAfter: number | undefined;
  /** The current value of a stale write (412), as the endpoint documents it. */
  readonly current: unknown;
  /** Why, more closely than the code says; each endpoint documents its own. */
  readonly reason: string | undefined;

  constructor(
    code: ApiErrorCode,
    rest: Partial<Pick<ApiError, "status" | "errors" | "detail" | "retryAfter" | "current" | "reason">> = {},
  ) {
    super(rest.detail ?? code);
    this.name = "ApiError";
    this.code = code;
    this.status = rest.status ?? 0;
    this.errors = rest.errors ?? [];
    this.detail = rest.detail;
    this.retryAfter = rest.retryAfter;
    this.current = rest.current;
    this.reason = rest.reason;
  }
}

export type ApiErrorCode = z.infer<typeof errorCodeSchema> | "offline";

export type ApiRequest<T> = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api/v1`, for example `/worksheets`. */
  path: string;
  body?: unknown;
  /** A file instead of JSON; its type is sent with it. */
  file?: Blob;
  /** Parses the reply; `noContent` for 204. */
  schema: z.ZodType<T>;
  signal?: AbortSignal;
  /** Lets a last save outlive the page. */
  keepalive?: boolean;
};

/** The schema of a 204. */
export const noContent = z.undefined();

const once = onceOnItsWay();

export function apiRequest<T>(request: ApiRequest<T>): Promise<T> {
  const { method = "GET", path, body, file } = request;
  return method === "GET" || file !== undefined ? exchange(request) : once({ method, path, body }, () => exchange(request));
}

async function exchange<T>({ method = "GET", path, body, file, schema, signal, keepalive }: ApiRequest<T>): Promise<T> {
  const response = await send(`/api/v1${path}`, {
    method,
    headers: { ...headersFor(method), ...(file === undefined ? {} : { "Content-Type": file.type }) },
    body: method === "GET" ? undefined : (file ?? JSON.stringify(body ?? {})),
    credentials: "same-origin",
    cache: "no-store",
    signal,
    keepalive,
  });
  const json = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw toApiError(response, json);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ApiError("internal", { status: response.status, detail: `The reply of ${method} could not be read.` });
  return parsed.data;
}

export function newOpId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  // Plain HTTP on a LAN address is no secure context, so randomUUID is missing there.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const problemSchema = z.object({
  code: errorCodeSchema,
  detail: z.string().optional(),
  errors: z.array(fieldErrorSchema).optional(),
  current: z.unknown().optional(),
  reason: z.string().optional(),
});

function headersFor(method: string): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json, application/problem+json" };
  if (method === "GET") return headers;
  return { ...headers, "Content-Type": "application/json", "X-Shortlist": "1" };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("offline");
  }
}

function toApiError(response: Response, json: unknown): ApiError {
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const problem = problemSchema.safeParse(json);
  return new ApiError(problem.success ? problem.data.code : codeOfStatus(response.status), {
    status: response.status,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    ...(problem.success ? problem.data : {}),
  });
}

/** A proxy in front of the app may answer without our problem document. */
function codeOfStatus(status: number): ApiErrorCode {
  if (status === 413) return "too_large";
  if (status === 429) return "too_many_requests";
  if (status === 404) return "not_found";
  return status >= 502 ? "unavailable" : "internal";
}
