import { describe, expect, it } from "vitest";
import { hashToken } from "../ids";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn } from "../testing/space";
import { requireScope, requireWorksheetScope } from "./access";

const database = freshDatabase();
const client = new ApiClient();
const bearer = (token: string) => ({ kind: "bearer", hash: hashToken(token) }) as const;

describe("a key", () => {
  it("does what its scopes name in its own space, and nothing else", async () => {
    const [space, other] = [await aSpace(client), await aSpace(client, "Another one")];
    const { id, key } = await aKey(client, space, ["write:metrics"]);
    expect(await requireScope(bearer(key), { spaceId: space.id, scope: "write:metrics" })).toMatchObject({ keyId: id, name: "cron" });
    await expect(requireScope(bearer(key), { spaceId: space.id, scope: "write:reviews" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(requireScope(bearer(key), { spaceId: other.id, scope: "write:metrics" })).rejects.toMatchObject({ code: "not_found" });
    await expect(requireScope(null, { spaceId: space.id, scope: "write:metrics" })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(requireScope(bearer(space.facilitator), { spaceId: space.id, scope: "write:metrics" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("opens worksheets of its space only, and those not as a person", async () => {
    const [space, team, alone] = [await aSpace(client), await aTeam(client), await aTeam(client, "Alone")];
    await moveIn(client, team, space);
    const { key } = await aKey(client, space, ["write:reviews"]);
    expect(await requireWorksheetScope(bearer(key), { worksheetId: team.id, scope: "write:reviews" })).toMatchObject({ spaceId: space.id });
    await expect(requireWorksheetScope(bearer(key), { worksheetId: alone.id, scope: "write:reviews" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await client.call("GET", `/worksheets/${team.id}`, undefined, { token: key })).status).toBe(401);
  });

  it("ends when revoked and when it expires", async () => {
    const space = await aSpace(client);
    const [revoked, expired] = [await aKey(client, space, ["read:log"], null), await aKey(client, space, ["read:log"], 1)];
    const use = ({ key }: { key: string }) => requireScope(bearer(key), { spaceId: space.id, scope: "read:log" });
    await use(revoked);
    expect((await client.call("DELETE", `/spaces/${space.id}/keys/${revoked.id}`, undefined, { token: space.facilitator })).status).toBe(
      204,
    );
    await expect(use(revoked)).rejects.toMatchObject({ code: "unauthenticated" });
    await use(expired);
    await database.admin().query("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [expired.id]);
    await expect(use(expired)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is shown once, kept as a hash, listed with when it was last used, and made anew by a repeat", async () => {
    const space = await aSpace(client);
    const body = { opId: op(), name: "cron", scopes: ["read:log"], days: 7 };
    const make = () => client.call("POST", `/spaces/${space.id}/keys`, body, { token: space.facilitator });
    const [first, second] = [(await make()).body, (await make()).body];
    expect([second.id, second.key === first.key]).toEqual([first.id, false]);
    await expect(requireScope(bearer(String(first.key)), { spaceId: space.id, scope: "read:log" })).rejects.toThrow();
    await requireScope(bearer(String(second.key)), { spaceId: space.id, scope: "read:log" });
    const list = await client.call("GET", `/spaces/${space.id}/keys`, undefined, { token: space.facilitator });
    const [key] = list.body.keys as Record<string, unknown>[];
    expect(key).toMatchObject({ name: "cron", scopes: ["read:log"], by: "Ada", ending: String(second.key).slice(-4), revokedAt: null });
    expect(key?.lastUsedAt).not.toBeNull();
    const tables = await database
      .admin()
      .query<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'");
    for (const { name } of tables.rows) {
      const rows = await database.admin().query(`SELECT t::text AS text FROM ${name} t`);
      expect(rows.rows.map((row: { text: string }) => row.text).join("\n")).not.toContain(String(second.key).slice(2));
    }
  });
});
