import "server-only";
import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { AppError } from "@/lib/domain/errors";
import { routes } from "@/lib/routes";
import { env } from "../env";
import { beginSignIn, finishSignIn, type PendingSignIn, pendingSignInSchema } from "../spaces/sign-in";
import { type ApiEnv, credentialOf, newApi, originOf, problems, security, setSession, spaceOf, spaceParam } from "./context";

const tags = ["Spaces"];
const CALLBACK = "/api/v1/sign-in/callback";
const MINUTES = 10;
const redirect = { 302: { description: "On to the provider, or back to the spaces." }, ...problems };

const begin = createRoute({
  method: "get",
  path: "/sign-in",
  tags,
  summary: "Sign in at the configured provider and open the spaces where you are known.",
  responses: redirect,
});
const beginIn = createRoute({
  method: "get",
  path: "/spaces/{id}/sign-in",
  tags,
  summary: "Sign in so that this space opens for you without its link from now on.",
  security,
  request: { params: spaceParam },
  responses: redirect,
});
const callback = createRoute({
  method: "get",
  path: "/sign-in/callback",
  tags,
  summary: "Where the provider sends the browser back.",
  responses: redirect,
});

export const signInApi = newApi();

signInApi.openapi(begin, (c) => start(c, null));
signInApi.openapi(beginIn, async (c) => start(c, (await spaceOf(c, c.req.valid("param").id)).spaceId));
signInApi.openapi(callback, async (c) => {
  const pending = takePending(c);
  if (pending === null) return c.redirect(`${routes.spaces()}?signIn=failed`);
  const url = new URL(`${originOf(c)}${CALLBACK}${new URL(c.req.url).search}`);
  try {
    const { sessionToken, spaceId } = await finishSignIn({ callback: url, pending, session: credentialOf(c) });
    if (sessionToken === null) return c.redirect(`${routes.spaces()}?signIn=unknown`);
    setSession(c, sessionToken);
    return c.redirect(spaceId === null ? routes.spaces() : routes.space(spaceId));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return c.redirect(`${routes.spaces()}?signIn=failed`);
  }
});

type ApiContext = Context<ApiEnv>;

async function start(c: ApiContext, spaceId: string | null) {
  const { url, pending } = await beginSignIn({ redirectUri: `${originOf(c)}${CALLBACK}`, spaceId });
  const value = Buffer.from(JSON.stringify(pending)).toString("base64url");
  // Lax, because the provider's site sends the browser back; bound to this browser, so that nobody else's code fits.
  setCookie(c, cookie(), value, { httpOnly: true, secure: env().isHttps, sameSite: "Lax", path: "/", maxAge: MINUTES * 60 });
  return c.redirect(url);
}

/** Once only: whatever comes of it, the next sign-in begins anew. */
function takePending(c: ApiContext): PendingSignIn | null {
  const value = getCookie(c, cookie());
  deleteCookie(c, cookie(), { path: "/", secure: env().isHttps });
  if (value === undefined) return null;
  try {
    return pendingSignInSchema.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

const cookie = (): string => (env().isHttps ? "__Host-signin" : "signin");
