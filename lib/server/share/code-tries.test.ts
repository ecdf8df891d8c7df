import { afterEach, describe, expect, it } from "vitest";
import { createApi } from "../api/app";
import { env } from "../env";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const makeCode = async ({ id, facilitator }: Team) =>
  String((await client.call("POST", `/worksheets/${id}/code`, { opId: op() }, { token: facilitator })).body.code);
const wrongCode = (n: number) => [...Array(6).keys()].map((place) => ALPHABET[(n >> (place * 2)) % 4]).join("");

/** Tries a code from an address, behind a proxy that this process trusts, at one of its processes. */
async function tryCode(code: string, { address, at = createApi() }: { address: string; at?: ReturnType<typeof createApi> }) {
  const headers = {
    origin: "http://localhost:3000",
    "sec-fetch-site": "same-origin",
    "x-shortlist": "1",
    "content-type": "application/json",
    "x-forwarded-for": address,
  };
  const bindings = { incoming: { socket: { remoteAddress: "10.0.0.1" } } };
  return at.request("/api/v1/sessions", { method: "POST", headers, body: JSON.stringify({ code }) }, bindings);
}

afterEach(async () => {
  env().TRUSTED_PROXIES = "";
  await database.admin().query("DELETE FROM failed_try");
});

describe("a thousand wrong join codes a minute", () => {
  it("from one address are looked up twenty times, also when all are sent at one moment, and the team loses nothing", async () => {
    env().TRUSTED_PROXIES = "10.0.0.1";
    const team = await aTeam(client);
    const code = await makeCode(team);
    const api = createApi();
    const fields = { "y3.users": { value: 5, baseVersion: 0 } };
    const [saved, ...replies] = await Promise.all([
      client.call("PUT", `/worksheets/${team.id}/answers/scale`, { opId: op(), round: 1, fields }, { token: team.bo }),
      ...Array.from({ length: 1_000 }, (_, n) => tryCode(wrongCode(n), { address: "203.0.113.7", at: api })),
    ]);
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(980);
    expect(saved.status).toBe(200);
    // Even the right one is not looked up now, the time to wait is said, and others and links are not kept waiting.
    const held = await tryCode(code, { address: "203.0.113.7" });
    expect([held.status, Number(held.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await tryCode(code, { address: "198.51.100.4" })).status).toBe(200);
    expect((await client.browser()("POST", "/sessions", { token: team.memberLink })).status).toBe(200);
  });

  it("from a thousand addresses are looked up three hundred times", async () => {
    env().TRUSTED_PROXIES = "10.0.0.1";
    const api = createApi();
    const replies = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => tryCode(wrongCode(n), { address: `203.0.${n >> 8}.${n % 256}`, at: api })),
    );
    expect(replies.filter(({ status }) => status === 404)).toHaveLength(300);
  });

  it("are forgotten after their minute, by the database's clock", async () => {
    env().TRUSTED_PROXIES = "10.0.0.1";
    const code = await makeCode(await aTeam(client));
    for (let n = 0; n < 20; n++) await tryCode(wrongCode(n), { address: "203.0.113.8" });
    expect((await tryCode(code, { address: "203.0.113.8" })).status).toBe(429);
    await database.admin().query("UPDATE failed_try SET until = until - interval '1 minute'");
    expect((await tryCode(code, { address: "203.0.113.8" })).status).toBe(200);
  });
});
