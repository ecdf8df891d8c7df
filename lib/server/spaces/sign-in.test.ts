import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiClient, cookieOf } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace } from "../testing/space";

freshDatabase();
const client = new ApiClient();
const CALLBACK = "http://localhost:3000/api/v1/sign-in/callback";
let server: Server;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "shortlist",
        client_secret: "a secret of the tests",
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    cookies: { keys: ["only for tests"] },
  });
  server.on("request", provider.callback());
  Object.assign(process.env, { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "shortlist", OIDC_CLIENT_SECRET: "a secret of the tests" });
  delete (globalThis as { __shortlistEnv?: unknown }).__shortlistEnv;
});
afterAll(async () => {
  for (const name of ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]) delete process.env[name];
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Signs in at the provider as a browser would: its login form, its consent form, and back to us. */
async function atProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>) => {
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    const init = form ? { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" } : { headers, redirect: "manual" };
    const reply = await fetch(address, init as RequestInit);
    for (const line of reply.headers.getSetCookie())
      jar.set(line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1).split(";")[0] ?? "");
    return new URL(reply.headers.get("location") ?? address, address);
  };
  let at = new URL(start);
  const forms: Record<string, string>[] = [{ prompt: "login", login, password: "x" }, { prompt: "consent" }];
  for (const form of forms) {
    while (!at.pathname.startsWith("/interaction/") && !at.href.startsWith(CALLBACK)) at = await visit(at.href);
    if (at.href.startsWith(CALLBACK)) return at;
    at = await visit(at.href, form);
  }
  while (!at.href.startsWith(CALLBACK)) at = await visit(at.href);
  return at;
}

type Jar = { session: string | null; pending: string };
const cookies = ({ session, pending }: Jar) => [session, pending].filter(Boolean).join("; ");

async function begin(path: string, session: string | null) {
  const reply = await client.browser(session)("GET", path);
  expect([reply.status, reply.text]).toEqual([302, ""]);
  return { url: reply.headers.get("location") ?? "", pending: cookieOf(reply) };
}
const finish = (back: URL, jar: Jar) => client.browser(cookies(jar))("GET", `/sign-in/callback${back.search}`);

/** A person in a browser, come by the space's member link. */
async function inBrowser(link: string, name: string) {
  const opened = await client.browser()("POST", "/space-sessions", { token: link });
  const joined = await client.browser(cookieOf(opened))("POST", `/spaces/${opened.body.spaceId}/members`, { name });
  return cookieOf(joined);
}
const sessionOf = (reply: { headers: Headers }) =>
  reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .find((line) => line.startsWith("ws=") && line.length > 10) ?? null;

describe("signing in", () => {
  it("makes somebody of a space known by it, and opens the space in another browser as the same person", async () => {
    const space = await aSpace(client);
    const first = await inBrowser(space.memberLink, "Cy");
    const there = await begin(`/spaces/${space.id}/sign-in`, first);
    expect(there.url).toMatch(/code_challenge_method=S256/u);
    const bound = await finish(await atProvider(there.url, "cy@example.org"), { session: first, pending: there.pending });
    expect([bound.status, bound.headers.get("location")]).toEqual([302, `/s/${space.id}`]);

    const elsewhere = await begin("/sign-in", null);
    const back = await finish(await atProvider(elsewhere.url, "cy@example.org"), { session: null, pending: elsewhere.pending });
    expect(back.headers.get("location")).toBe(`/s/${space.id}`);
    const view = await client.browser(sessionOf(back))("GET", `/spaces/${space.id}`);
    expect(view.body).toMatchObject({ you: { name: "Cy", role: "member" } });
    expect((view.body.members as { name: string; isSignedIn: boolean }[]).filter(({ isSignedIn }) => isSignedIn)).toMatchObject([
      { name: "Cy" },
    ]);

    const cy = (view.body.you as { memberId: string }).memberId;
    await client.call("POST", `/spaces/${space.id}/members/${cy}/removal`, { opId: crypto.randomUUID() }, { token: space.facilitator });
    expect((await client.browser(sessionOf(back))("GET", `/spaces/${space.id}`)).status).toBe(401);
  });

  it("lets nobody in who was not in before", async () => {
    await aSpace(client);
    const start = await begin("/sign-in", null);
    const back = await finish(await atProvider(start.url, "stranger@example.org"), { session: null, pending: start.pending });
    expect([back.headers.get("location"), sessionOf(back)]).toEqual(["/s?signIn=unknown", null]);
  });

  it("refuses a reply that this browser did not ask for: no cookie, another's state, another's nonce or verifier, a code used twice", async () => {
    const [mine, other] = [await begin("/sign-in", null), await begin("/sign-in", null)];
    const back = await atProvider(mine.url, "cy@example.org");
    const failed = "/s?signIn=failed";
    expect((await client.browser()("GET", `/sign-in/callback${back.search}`)).headers.get("location")).toBe(failed);
    expect((await finish(back, { session: null, pending: other.pending })).headers.get("location")).toBe(failed);
    const read = (cookie: string) => JSON.parse(Buffer.from(cookie.split("=")[1] ?? "", "base64url").toString()) as Record<string, string>;
    const forged = (field: string) =>
      `signin=${Buffer.from(JSON.stringify({ ...read(mine.pending), [field]: read(other.pending)[field] })).toString("base64url")}`;
    for (const field of ["nonce", "verifier"]) {
      const again = await begin("/sign-in", null);
      const reply = await atProvider(again.url, "cy@example.org");
      const pending = `signin=${Buffer.from(JSON.stringify({ ...read(again.pending), [field]: read(forged(field))[field] })).toString("base64url")}`;
      expect((await finish(reply, { session: null, pending })).headers.get("location"), field).toBe(failed);
    }
    expect((await finish(back, { session: null, pending: mine.pending })).headers.get("location")).not.toBe(failed);
    expect((await finish(back, { session: null, pending: mine.pending })).headers.get("location")).toBe(failed);
  });
});
