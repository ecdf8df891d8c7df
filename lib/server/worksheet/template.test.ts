import { describe, expect, it } from "vitest";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();
const start = (more: object) => client.call("POST", "/worksheets", { title: "Where do the pages live?", yourName: "Ada", ...more });
const viewOf = async (reply: { body: Record<string, unknown> }) =>
  (await client.call("GET", `/worksheets/${reply.body.id}`, undefined, { token: reply.body.memberToken as string })).body;

describe("a worksheet from a template", () => {
  it("has the frame that the template states, beneath what was given, and nobody's answers", async () => {
    const view = await viewOf(await start({ template: "cms", frame: { frame: { local_parity: "yes", drivers: ["Django 5"] } } }));
    expect(view).toMatchObject({
      template: "cms",
      frame: { ops: { clouds: ["aws"] }, frame: { local_parity: "yes", drivers: ["Django 5"] } },
      answers: [],
      positions: [],
    });
  });

  it("counts nobody as having started, so that a suggestion never looks like an answer", async () => {
    const view = await viewOf(await start({ template: "platform_standard" }));
    expect((view.members as { started: string[]; ready: string[] }[])[0]).toMatchObject({ started: [], ready: [] });
  });

  it("is refused with the field's name when no such template exists", async () => {
    const reply = await start({ template: "spreadsheet" });
    expect([reply.status, (reply.body.errors as { path: string }[])[0]?.path]).toEqual([422, "template"]);
  });
});
