import "server-only";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "@/lib/domain/errors";
import { env } from "../env";
import { codeWaitMs, countWrongCode } from "../share/code-tries";
import { type ApiEnv, cookieName } from "./context";
import { limitOf } from "./limits";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The origin rules, wherever the cookie is read or may be set: same-origin when the browser says so, an Origin that is
 * ours, a JSON body, and our header, which no cross-site form can send. Compared with configuration, never with headers
 * that a proxy or an attacker could choose. Bearer calls and scripts without a cookie have nothing to protect here.
 */
export const originRules: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (SAFE.has(c.req.method) || c.req.header("authorization") !== undefined) return next();
  const fromBrowser =
    getCookie(c, cookieName()) !== undefined ||
    ["origin", "sec-fetch-site", "x-shortlist"].some((name) => c.req.header(name) !== undefined);
  if (!fromBrowser) return next();
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") throw new AppError("forbidden", "This call must come from our own pages.");
  const origin = c.req.header("origin");
  if (origin === undefined || !env().origins.includes(origin))
    throw new AppError("forbidden", "This call must come from our own origin. Operators: check APP_ORIGIN.");
  if (c.req.header("x-shortlist") === undefined) throw new AppError("forbidden", "The X-Shortlist header is missing.");
  const type = c.req.header("content-type");
  if (c.req.method !== "DELETE" && !/^application\/(json|pdf)(;|$)|^text\/markdown(;|$)/u.test(type ?? ""))
    throw new AppError("forbidden", "Send application/json.");
  return next();
};

/** Headers on every reply of the API; pages get theirs in proxy.ts. */
export const replyHeaders: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next();
  // Not by c.header(): on a finished reply each call makes a new Response of it (hono 4.13), which a save pays for.
  const { headers } = c.res;
  headers.set("X-Request-Id", c.get("requestId"));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Content-Security-Policy", "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  headers.set("X-Robots-Tag", "noindex");
  if (!headers.has("cache-control")) headers.set("Cache-Control", "no-store, private");
};

/** For what anybody may call and takes the engine a while. */
export const statelessLimit: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (env().LIFT_RATE_LIMITS !== "1") await consume(limitOf("stateless"), callerOf(c));
  return next();
};

/**
 * For what anybody may call and leaves rows behind. Where no connection is seen, as on hosts that only run Next, everybody would
 * share one count: there the host's own limits stand.
 */
export const startLimit: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const caller = callerOf(c);
  if (env().LIFT_RATE_LIMITS !== "1" && caller !== UNSEEN) await consume(limitOf("starts"), caller);
  return next();
};

/**
 * Counts only failures: a workshop is two hundred people behind one address, and all of their good tokens must open. A code
 * is short enough to guess, so after too many wrong ones it is not even looked up; a token of 256 bits is.
 */
export const failedTokenLimit: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const address = callerOf(c);
  const isLifted = env().LIFT_RATE_LIMITS === "1";
  const body = (await c.req.json().catch(() => null)) as { code?: unknown } | null;
  if (body?.code !== undefined && !isLifted) {
    const look = async () => {
      await next();
      return c.res.status;
    };
    return oneAtATime(() => tryCode(address, look));
  }
  const failedTokens = limitOf("failedTokens");
  const state = await failedTokens.get(address);
  await next();
  if (c.res.status !== 404) return;
  await failedTokens.penalty(address);
  if (!isLifted && state !== null && state.consumedPoints >= failedTokens.points) throw tooMany(state.msBeforeNext);
};

async function tryCode(address: string, look: () => Promise<number>) {
  const waitMs = await codeWaitMs(address);
  if (waitMs > 0) throw tooMany(waitMs);
  if ((await look()) === 404) await countWrongCode(address);
}

/** A thousand codes sent at one moment would all be looked up before the first is counted. */
let turn: Promise<unknown> = Promise.resolve();

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const own = turn.then(work, work);
  turn = own.catch(() => undefined);
  return own;
}

async function consume(limit: RateLimiterMemory, key: string) {
  try {
    await limit.consume(key);
  } catch (rejection) {
    throw tooMany((rejection as { msBeforeNext?: number }).msBeforeNext ?? 60_000);
  }
}

function tooMany(msBeforeNext: number): AppError {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError("too_many_requests", `Too many calls from this address. Try again in ${retryAfter} seconds.`, {
    detail: { retryAfter },
  });
}

const UNSEEN = "unknown";

/** The caller's address; X-Forwarded-For is believed only when the connection comes from a configured proxy. */
function callerOf(c: Context<ApiEnv>): string {
  const bindings: ApiEnv["Bindings"] | undefined = c.env;
  const direct = bindings?.incoming?.socket?.remoteAddress ?? UNSEEN;
  const trusted = env()
    .TRUSTED_PROXIES.split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  if (!trusted.includes(direct.replace(/^::ffff:/u, ""))) return direct;
  const hops = (c.req.header("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.findLast((hop) => !trusted.includes(hop)) ?? direct;
}
