import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, cookieOf, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

const good = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin", "x-shortlist": "1" };
const without = (name: keyof typeof good) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe("a call with the session cookie", () => {
  it.each([
    ["no Origin", without("origin")],
    ["the Origin null", { ...good, origin: "null" }],
    ["a foreign Origin", { ...good, origin: "https://evil.example" }],
    [
      "a foreign Origin and a forged X-Forwarded-Host",
      { ...good, origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
    ],
    ["Sec-Fetch-Site cross-site", { ...good, "sec-fetch-site": "cross-site" }],
    ["a text/plain body", { ...good, "content-type": "text/plain" }],
    ["a form body", { ...good, "content-type": "application/x-www-form-urlencoded" }],
    ["no header of ours", without("x-shortlist")],
  ])("is refused with %s, and changes nothing", async (_name, headers) => {
    const { memberLink, id } = await aTeam(client);
    const opened = await client.browser()("POST", "/sessions", { token: memberLink });
    const joined = await client.browser(cookieOf(opened))("POST", `/worksheets/${id}/members`, { name: "Dee" });
    const reply = await client.call(
      "PUT",
      `/worksheets/${id}/ready`,
      { opId: op(), question: "scale", ready: true },
      { headers: { ...headers, cookie: cookieOf(joined) } },
    );
    expect([reply.status, reply.body.code]).toEqual([403, "forbidden"]);
    const view = await client.browser(cookieOf(joined))("GET", `/worksheets/${id}`);
    expect((view.body.members as { ready: string[] }[]).flatMap((member) => member.ready)).toEqual([]);
  });

  it("is not needed by scripts: a bearer token shuts the cookie out", async () => {
    const { id, bo } = await aTeam(client);
    const reply = await client.call(
      "PUT",
      `/worksheets/${id}/ready`,
      { opId: op(), question: "scale", ready: true },
      { token: bo, headers: { origin: "https://elsewhere.example" } },
    );
    expect(reply.status).toBe(200);
  });
});

describe("every reply", () => {
  it.each(["/worksheets/x", "/nowhere", "/rules"])("of %s carries the headers that keep it private", async (path) => {
    const reply = await client.call("GET", path);
    expect(reply.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("referrer-policy")).toBe("no-referrer");
    expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    expect(reply.headers.get("cache-control")).toContain("no-store");
  });
});
