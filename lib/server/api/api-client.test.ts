import { describe, expect, it } from "vitest";
import { type Send, ShortlistRefusal, shortlistClient } from "@/lib/api-client/shortlist-client";
import { op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { createApi } from "./app";

freshDatabase();
const app = createApi();
const send: Send = async ({ method, path, headers, body }) => {
  const reply = await app.request(path, {
    method,
    headers,
    ...(body === null ? {} : { body: typeof body === "string" ? body : new Uint8Array(body) }),
  });
  return { status: reply.status, text: await reply.text() };
};
const api = shortlistClient({ send });

describe("the generated client", () => {
  it("walks from a new worksheet to its answers, every call and reply typed", async () => {
    const { id, memberToken } = await api.call("postWorksheets", { body: { title: "Which store?", yourName: "Ada", template: "cms" } });
    const ada = api.as(memberToken);
    const saved = await ada.call("putWorksheetsAnswersByQuestion", {
      id,
      question: "scale",
      body: { opId: op(), round: 1, fields: { "y3.users": { value: 12, baseVersion: 0 } } },
    });
    expect(saved.versions).toEqual({ "y3.users": 1 });
    const view = await ada.call("getWorksheetsById", { id });
    expect([view.you.name, view.frame.ops?.clouds, view.answers.length]).toEqual(["Ada", ["aws"], 1]);
  });

  it("gives files as text, and writes a query", async () => {
    const { id, memberToken } = await api.call("postWorksheets", { body: { title: "Which store?", yourName: "Ada" } });
    expect(await api.as(memberToken).call("getWorksheetsAnswersCsv", { id })).toContain(",");
    const asked: string[] = [];
    const recording = shortlistClient({ send: async ({ path }) => ({ status: 200, text: asked.push(path) > 0 ? "a,b" : "" }) });
    expect(await recording.call("getNeutrality", { query: { format: "csv" } })).toBe("a,b");
    expect(asked).toEqual(["/api/v1/neutrality?format=csv"]);
  });

  it("throws a refusal with its code and the paths of what was wrong", async () => {
    const refused = await api
      .call("postEvaluate", { body: { answers: { scale: { y3: { writes_s: -5 } } } } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ShortlistRefusal);
    expect(refused).toMatchObject({ status: 422, code: "invalid_input", errors: [{ path: "answers.scale.y3.writes_s" }] });
    await expect(api.call("getWorksheetsById", { id: "x" })).rejects.toMatchObject({ status: 401 });
  });
});
