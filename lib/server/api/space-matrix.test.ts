import { describe, expect, it } from "vitest";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, type SpaceTeam } from "../testing/space";
import { createApi } from "./app";

const database = freshDatabase();
const client = new ApiClient();

const UUID = "01900000-0000-7000-8000-000000000000";
const everybody = ["facilitator", "bo", "observer"] as const;
type Who = (typeof everybody)[number];

/** A valid body per route of a space, who may call it, and whether a key with every scope may. */
const MATRIX: Record<string, { body?: Record<string, unknown>; may: readonly Who[]; key?: true }> = {
  "GET /spaces/{id}": { may: everybody },
  "PUT /spaces/{id}": { body: { opId: UUID, name: "x" }, may: ["facilitator"] },
  "GET /spaces/{id}/numbers": { may: everybody },
  "POST /spaces/{id}/members": { body: { name: "Eve" }, may: [] },
  "PUT /spaces/{id}/members/{memberId}": { body: { opId: UUID, role: "member" }, may: ["facilitator"] },
  "POST /spaces/{id}/members/{memberId}/removal": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /spaces/{id}/members/{memberId}/erasure": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /spaces/{id}/deletion": { body: { opId: UUID, name: "Another one", worksheets: "keep" }, may: ["facilitator"] },
  "POST /spaces/{id}/restoration": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /spaces/{id}/members/{memberId}/return-link": { body: { opId: UUID }, may: ["facilitator"] },
  "GET /spaces/{id}/links": { may: ["facilitator"] },
  "POST /spaces/{id}/links": { body: { opId: UUID, kind: "member" }, may: ["facilitator"] },
  "DELETE /spaces/{id}/links/{linkId}": { may: ["facilitator"] },
  "GET /spaces/{id}/keys": { may: ["facilitator"] },
  "POST /spaces/{id}/keys": { body: { opId: UUID, name: "x", scopes: ["read:log"], days: 1 }, may: ["facilitator"] },
  "DELETE /spaces/{id}/keys/{keyId}": { may: ["facilitator"] },
  "GET /spaces/{id}/webhooks": { may: ["facilitator"] },
  "POST /spaces/{id}/webhooks": { body: { opId: UUID, url: "https://1.1.1.1/hook", events: ["trigger.fired"] }, may: ["facilitator"] },
  "DELETE /spaces/{id}/webhooks/{webhookId}": { may: ["facilitator"] },
  "POST /spaces/{id}/webhooks/{webhookId}/ping": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /spaces/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/redelivery": { body: { opId: UUID }, may: ["facilitator"] },
  "GET /spaces/{id}/feeds": { may: ["facilitator", "bo"] },
  "POST /spaces/{id}/feeds": { body: { opId: UUID, name: "x" }, may: ["facilitator", "bo"] },
  "DELETE /spaces/{id}/feeds/{feedId}": { may: ["facilitator", "bo"] },
  // No decision has that number: whoever may is told so.
  "POST /spaces/{id}/decisions/{number}/metrics": {
    body: { metrics: [{ metric: "writes_s", value: 1, unit: "per_second", at: "2026-11-20T00:00:00Z", source: "x" }] },
    may: everybody,
    key: true,
  },
  "POST /spaces/{id}/worksheets": { body: { opId: UUID, title: "Which store?" }, may: ["facilitator", "bo"] },
  "GET /spaces/{id}/sign-in": { may: everybody },
  "GET /spaces/{id}/log": { may: everybody, key: true },
  "GET /spaces/{id}/log/facets": { may: everybody, key: true },
  "GET /spaces/{id}/log.zip": { may: everybody, key: true },
  "GET /spaces/{id}/log/{entryId}": { may: everybody, key: true },
  "GET /spaces/{id}/log/{entryId}/imported": { may: everybody, key: true },
  "GET /spaces/{id}/log/{entryId}/source": { may: everybody, key: true },
  "PUT /spaces/{id}/log/{entryId}/tags": { body: { opId: UUID, tags: ["x"] }, may: ["facilitator", "bo"] },
  "PUT /spaces/{id}/log/{entryId}/replaced": { body: { opId: UUID, by: null }, may: ["facilitator", "bo"] },
  "POST /spaces/{id}/log/imports": { body: { opId: UUID, files: [{ path: "a.md", content: "" }] }, may: ["facilitator", "bo"] },
};

const ROUTES = Object.entries(createApi().getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } }).paths ?? {})
  .flatMap(([path, methods]) => Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`))
  .filter((route) => route.includes("/spaces/{id}"));

async function call(route: string, id: string, token: string) {
  const [method = "", path = ""] = route.split(" ");
  const body = MATRIX[route]?.body;
  const fresh = body && "opId" in body ? { ...body, opId: op() } : body;
  return client.call(method, path.replace("{id}", id).replace(/\{\w+\}/gu, UUID), fresh, { token });
}

async function eventsOf(id: string): Promise<number> {
  const rows = await database.admin().query<{ n: string }>("SELECT count(*) AS n FROM audit_event WHERE chain = $1", [id]);
  return Number(rows.rows[0]?.n);
}

describe("every route of a space", () => {
  it("has its row in this matrix", () => {
    expect(ROUTES.filter((route) => MATRIX[route] === undefined)).toEqual([]);
    expect(ROUTES.length).toBeGreaterThan(12);
  });

  it.each(ROUTES)(
    "%s answers 404 to everybody and every key of another space and 401 to a dead token, and changes nothing",
    async (route) => {
      const [mine, other] = [await aSpace(client), await aSpace(client, "Another one")];
      const { key } = await aKey(client, other, ["read:log", "write:metrics", "write:reviews"]);
      const before = await eventsOf(mine.id);
      for (const token of [other.facilitator, other.bo, other.observer, other.memberLink, key]) {
        const { status } = await call(route, mine.id, token);
        expect(status).toBe(404);
      }
      expect((await call(route, mine.id, `sf_${"A".repeat(43)}`)).status).toBe(route.endsWith("{id}/members") ? 404 : 401);
      expect(await eventsOf(mine.id)).toBe(before);
    },
  );

  it.each(ROUTES)("%s answers 403 to whoever may not, and to a key unless it is made for that", async (route) => {
    const space: SpaceTeam = await aSpace(client);
    for (const who of everybody) {
      const { status } = await call(route, space.id, space[who]);
      if (MATRIX[route]?.may.includes(who)) expect([401, 403, 405, 500], `${who} may`).not.toContain(status);
      else expect(route.endsWith("{id}/members") ? [404] : [403], `${who} may not`).toContain(status);
    }
    const { key } = await aKey(client, space, ["read:log", "write:metrics", "write:reviews"]);
    const { status } = await call(route, space.id, key);
    if (MATRIX[route]?.key) expect([401, 403, 405, 500]).not.toContain(status);
    else expect(route.endsWith("{id}/members") ? [404] : [403]).toContain(status);
  });
});
