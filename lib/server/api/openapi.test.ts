import { describe, expect, it } from "vitest";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

describe("the OpenAPI document", () => {
  it("names every route with a summary, and every reference resolves", async () => {
    const { status, body, text } = await client.call("GET", "/openapi.json");
    expect([status, body.openapi]).toEqual([200, "3.1.0"]);
    const paths = body.paths as Record<string, Record<string, { summary?: string }>>;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(["/api/v1/evaluate", "/api/v1/costs", "/api/v1/worksheets/{id}/answers/{question}"]),
    );
    const silent = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, route]) => !route.summary)
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
    const components = body.components as { schemas: Record<string, unknown> };
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/gu)].map((match) => match[1] ?? "");
    expect(named.filter((name) => components.schemas[name] === undefined)).toEqual([]);
  });
});

describe("the calls without a worksheet", () => {
  it("evaluate an empty body's answers and eliminate nothing", async () => {
    const { status, body } = await client.call("POST", "/evaluate", {});
    const candidates = body.candidates as { status: string }[];
    expect([status, candidates.length]).toEqual([200, 87]);
    expect(candidates.filter((candidate) => candidate.status === "eliminated")).toEqual([]);
  });

  it.each([
    ["/evaluate", { answers: { workload: { primary: "spreadsheet" } } }, "answers.workload.primary"],
    ["/evaluate", { answers: { scale: { y3: { writes_s: -5 } } } }, "answers.scale.y3.writes_s"],
    ["/evaluate", { answer: {} }, "answer"],
    ["/evaluate", { candidates: ["postgresql", "no-such-system"] }, "candidates.1"],
    ["/evaluate", { overrides: [{ candidate: "gone", action: "restore", reason: "why" }] }, "overrides.0.candidate"],
    ["/evaluate", { custom: [{ id: "ours", name: "Ours", lock_in: 40 }] }, "custom.0.lock_in"],
    ["/evaluate", { bands: { "scale.y3.speed": { low: 1, high: 2 } } }, "bands.scale.y3.speed"],
    ["/costs", {}, "workload"],
  ])("%s refuses %j and names the path", async (path, body, wrong) => {
    const reply = await client.call("POST", path, body);
    expect(reply.status).toBe(422);
    expect((reply.body.errors as { path: string }[]).map((error) => error.path)).toContain(wrong);
  });

  it("give the catalogue, the price book and the rules", async () => {
    const listOf = async (path: string, key: string) => (await client.call("GET", path)).body[key] as Record<string, unknown>[];
    expect(await listOf("/catalogue", "systems")).toHaveLength(87);
    expect((await listOf("/prices", "prices")).filter((price) => !price.asOf)).toEqual([]);
    expect((await listOf("/rules", "rules")).length).toBeGreaterThan(60);
    expect((await client.call("GET", "/catalogue/nothing")).status).toBe(404);
  });
});
