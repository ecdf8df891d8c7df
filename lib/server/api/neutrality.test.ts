import { describe, expect, it } from "vitest";
import { neutralitySchema } from "@/lib/domain/neutrality/schema";
import { createApi } from "./app";

const api = createApi();

describe("GET /neutrality", () => {
  it("counts over the whole grid while other calls are answered, says that nobody pays, and is not sent twice", async () => {
    const order: string[] = [];
    const counting = Promise.resolve(api.request("/api/v1/neutrality")).finally(() => order.push("neutrality"));
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      await api.request("/health");
      order.push("health");
    }
    const first = await counting;
    expect(order).toEqual(["health", "health", "health", "neutrality"]);
    expect(first.status).toBe(200);
    const body = (await first.json()) as { statement: string };
    expect(neutralitySchema.parse(body).points).toBe(3_456);
    expect(body.statement).toContain("No vendor pays");
    const again = await api.request("/api/v1/neutrality", { headers: { "If-None-Match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("is there as CSV", async () => {
    const reply = await api.request("/api/v1/neutrality?format=csv");
    expect(reply.headers.get("content-type")).toContain("text/csv");
    expect(await reply.text()).toMatch(/^kind,name,vendor/);
  });

  it("refuses other formats", async () => {
    expect((await api.request("/api/v1/neutrality?format=xml")).status).toBe(422);
  });
});
