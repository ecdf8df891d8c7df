import { describe, expect, it } from "vitest";
import { closeDb } from "../db/client";
import { env } from "../env";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

describe("while the database is away", () => {
  it("every read and write answers 503 with the time to come back, and works again afterwards", async () => {
    const { id, bo } = await aTeam(client);
    const save = { opId: op(), round: 1, fields: { "y3.users": { value: 5, baseVersion: 0 } } };
    const there = env().DATABASE_URL;
    env().DATABASE_URL = "postgresql://nobody:nothing@127.0.0.1:1/none";
    await closeDb();
    for (const reply of [
      await client.call("PUT", `/worksheets/${id}/answers/scale`, save, { token: bo }),
      await client.call("GET", `/worksheets/${id}`, undefined, { token: bo }),
      await client.call("PUT", `/worksheets/${id}/ready`, { opId: op(), question: "scale", ready: true }, { token: bo }),
    ]) {
      expect([reply.status, reply.body.code]).toEqual([503, "unavailable"]);
      expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(reply.text).not.toMatch(/nobody|127\.0\.0\.1|SELECT/u);
    }
    await closeDb();
    env().DATABASE_URL = there;
    expect((await client.call("PUT", `/worksheets/${id}/answers/scale`, save, { token: bo })).status).toBe(200);
  });
});
