import "server-only";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { AppError } from "@/lib/domain/errors";
import type { KeyScope } from "@/lib/domain/space/api-keys";
import { type Credential, requireAccess, type WorksheetAccess } from "../access";
import { env } from "../env";
import { hashToken } from "../ids";
import { findKey, type KeyAccess, requireScope, requireSpace, type SpaceAccess } from "../spaces/access";
import { countKeyCall } from "./key-limit";
import { invalidInput, problemSchema } from "./problem";

export type ApiEnv = {
  Variables: { requestId: string };
  Bindings: {
    incoming?: { socket?: { remoteAddress?: string | undefined; localAddress?: string | undefined; localPort?: number | undefined } };
  };
};
export type Api = OpenAPIHono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;

/** A router whose failed validation reads like every other refusal. */
export function newApi(): Api {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
}

/** Cookie name: `__Host-` where HTTPS makes it possible; plain HTTP is for loopback only. */
export const cookieName = (): string => (env().isHttps ? "__Host-ws" : "ws");
const SESSION_DAYS = 90;

/** What the request shows: a bearer token, which shuts out the cookie, or the cookie under the origin rules. */
export function credentialOf(c: ApiContext): Credential | null {
  const header = c.req.header("authorization");
  if (header !== undefined) {
    const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/u.exec(header)?.[1];
    if (token === undefined) throw new AppError("unauthenticated", "Send Authorization: Bearer and a link or member token.");
    return { kind: "bearer", hash: hashToken(token) };
  }
  const cookie = getCookie(c, cookieName());
  if (cookie === undefined) return null;
  return { kind: "session", hash: hashToken(cookie) };
}

export function accessOf(c: ApiContext, worksheetId: string): Promise<WorksheetAccess> {
  return requireAccess(credentialOf(c), worksheetId);
}

export function spaceOf(c: ApiContext, spaceId: string): Promise<SpaceAccess> {
  return requireSpace(credentialOf(c), spaceId);
}

/** A key of this space with the scope, within its calls per minute. */
export async function keyOf(c: ApiContext, spaceId: string, scope: KeyScope): Promise<KeyAccess> {
  const credential = credentialOf(c);
  await countKeyCall(credential);
  return requireScope(credential, { spaceId, scope });
}

/** Somebody of the space, or a key of it that may read the log. */
export async function logReaderOf(c: ApiContext, spaceId: string): Promise<SpaceAccess | KeyAccess> {
  const credential = credentialOf(c);
  const isKey = (await findKey(credential)) !== null;
  return isKey ? keyOf(c, spaceId, "read:log") : requireSpace(credential, spaceId);
}

/** True for a page of ours in a browser; only then a session cookie is set. Scripts get tokens and keep them themselves. */
export const isBrowser = (c: ApiContext): boolean => c.req.header("x-shortlist") !== undefined;

export function setSession(c: ApiContext, token: string): void {
  const { isHttps } = env();
  setCookie(c, cookieName(), token, { httpOnly: true, secure: isHttps, sameSite: "Lax", path: "/", maxAge: SESSION_DAYS * 86_400 });
}

export function linkUrl(c: ApiContext, token: string): string {
  return `${originOf(c)}/j#${token}`;
}

export const spaceLinkUrl = (c: ApiContext, token: string): string => `${originOf(c)}/s#${token}`;

/** The address to put into links: the configured one, or on loopback the one the browser used. */
export function originOf(c: ApiContext): string {
  const { APP_ORIGIN, origins } = env();
  if (APP_ORIGIN !== undefined) return new URL(APP_ORIGIN).origin;
  const asked = `http://${c.req.header("host") ?? ""}`;
  return origins.find((origin) => origin === asked) ?? origins[0] ?? asked;
}

export const jsonBody = <T extends z.ZodType>(schema: T) =>
  ({ body: { content: { "application/json": { schema } }, required: true } }) as const;
export const jsonReply = <T extends z.ZodType>(schema: T, description: string) =>
  ({ content: { "application/json": { schema } }, description }) as const;
export const fileReply = (type: string, description: string) => ({ content: { [type]: { schema: z.string() } }, description }) as const;
export const problems = {
  default: { content: { "application/problem+json": { schema: problemSchema } }, description: "A refusal, with a stable code." },
} as const;
export const idParam = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: "id", in: "path" }, description: "Worksheet id" }),
});
export const revisionParam = idParam.extend({ n: z.coerce.number().int().min(1).max(100_000) });
export const opIdBody = z.strictObject({ opId: z.uuid() });
export const seqReply = z.object({ seq: z.number().int() });
export const spaceParam = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: "id", in: "path" }, description: "Space id" }),
});
export const security: Record<string, string[]>[] = [{ session: [] }, { bearer: [] }];
/** For routes that also open to a key of the space with the scope. */
export const keySecurity = (scope: KeyScope): Record<string, string[]>[] => [...security, { key: [scope] }];
