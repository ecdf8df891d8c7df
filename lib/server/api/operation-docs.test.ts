import { describe, expect, it } from "vitest";
import { z } from "zod";
import { curlOf, operationsOf } from "@/lib/domain/api-docs/operations";
import type { OpenApi } from "@/lib/domain/api-docs/schema";
import { createApi } from "./app";
import { openApiDocument } from "./openapi";

process.env.DATABASE_URL ??= "postgres://nobody@localhost/none";
process.env.APP_SECRET ??= "a secret that only tests know, 32+";
const document = openApiDocument(createApi(), "http://localhost:3000") as unknown as OpenApi;
const operations = operationsOf(document);

describe("every call", () => {
  it("has a name of its own, a summary, a description and its refusals", () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.filter(({ summary, description }) => summary === "" || description.length < 20).map(({ id }) => id)).toEqual([]);
    expect(operations.filter(({ errors }) => errors.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it("has an example of what is sent and of what comes back, where either is JSON", () => {
    const without = operations.filter(({ body, reply }) => {
      const lacksBody = body?.type === "application/json" && body.example === null;
      return lacksBody || (reply.type === "application/json" && reply.example === null);
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it.each(operations.filter(({ body }) => body?.type === "application/json").map((operation) => [operation.id, operation] as const))(
    "%s: its example would be accepted",
    (_id, { method, path, body }) => {
      const schema = document.paths[path]?.[method]?.requestBody?.content["application/json"]?.schema;
      const resolved = JSON.parse(
        JSON.stringify({ ...schema, $defs: document.components?.schemas }).replaceAll("#/components/schemas/", "#/$defs/"),
      );
      const parsed = z.fromJSONSchema(resolved).safeParse(body?.example);
      expect(parsed.error?.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}`) ?? []).toEqual([]);
    },
  );

  it("is a command that a shell reads whole", () => {
    for (const operation of operations) {
      const command = curlOf(operation);
      expect(command).toMatch(/^(?:jq '.+' \S+ \| )?curl /u);
      expect((command.replaceAll("'\\''", "").match(/'/gu) ?? []).length % 2, operation.id).toBe(0);
    }
  });
});
