import { beforeAll, describe, expect, it } from "vitest";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, type SpaceTeam } from "../testing/space";

freshDatabase();
const client = new ApiClient();
let space: SpaceTeam;

/** Several times what the slowest takes; what goes back over its input takes minutes. */
const MOST_MS = 6_000;
const MB = 1024 * 1024;
const many = (piece: string, size = 5 * MB - 100) => piece.repeat(Math.floor(size / piece.length));

beforeAll(async () => {
  space = await aSpace(client);
});

/** What this process and its worker thread computed for one request, however busy the machine is. */
async function timed<T>(run: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const reply = await run();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MOST_MS);
  return reply;
}

describe("a text of 5 MB made to take long", () => {
  const parse = (text: string) => timed(() => client.send("/adr/parse", new TextEncoder().encode(text), "text/markdown"));

  it.each([
    ["lines of nothing behind front matter", `---\ntitle: \r${many("\r")}`, ["front_matter_unclosed"]],
    ["fences that open and close", many("~~~\n"), ["no_form"]],
    ["one line of quotation marks", many(">"), ["no_form"]],
    ["one line of brackets", `# A\n\n## Decision Outcome\n\nChosen option: "${many("[")}`, ["no_status"]],
    ["a list of options that never ends", `# A\n\n## Considered Options\n\n${many("- - \\")}`, ["no_status"]],
    ["remarks that never close", many("# <!--"), ["no_form"]],
    ["headings", many("# \n"), ["too_many_sections"]],
    ["front matter nested as deep as it is long", `---\na: ${many("[", 60_000)}\n---\n# A\n`, ["front_matter_invalid"]],
    ["front matter of keys in keys", `---\na: ${many("? ", 15_000)}\n---\n# A\n`, ["front_matter_invalid"]],
  ])("such as %s is read, and what is odd about it named", async (_, text, warnings) => {
    const { status, body } = await parse(text);
    expect(status).toBe(200);
    expect(body.warnings).toEqual(expect.arrayContaining(warnings));
  });
});

describe("a folder made to take long", () => {
  it("is answered file by file", async () => {
    const text = (n: number) => `---\nn: ${n}\na: ${many("? ", 15_000)}\n---\n# A\n\n## Decision\n\nb\n\n## Context\n\nc\n`;
    const files = Array.from({ length: 20 }, (_, n) => ({ path: `${n}.md`, content: Buffer.from(text(n)).toString("base64") }));
    const reply = await timed(() => client.call("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files }, { token: space.bo }));
    expect((reply.body.files as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(Array(20).fill("added"));
  });
});

describe("a worksheet's file made to take long", () => {
  const bring = (parts: string) =>
    timed(() =>
      client.call("POST", "/worksheets/import", undefined, {
        raw: `{"yourName":"Ada","file":{"format":"shortlist-worksheet","version":2,${parts}}}`,
      }),
    );

  it.each([
    ["millions of empty rows", () => `"answers":[${many("{},", 6 * MB)}{}]`, 422, "unreadable"],
    ["as many empty rows as may be", () => `"answers":[${many("{},", 600_000)}{}],"audit":[${many("{},", 600_000)}{}]`, 422, "unreadable"],
    ["one answer of a million numbers", () => `"answers":[{"value":[${many("0,", 6 * MB)}0]}]`, 422, "unreadable"],
    ["keys that nobody knows", () => `${many('"a":0,', 6 * MB)}"b":0`, 422, "unreadable"],
  ])("such as %s is refused by name, with a few of its faults", async (_, make, status, reason) => {
    const reply = await bring(make());
    expect([reply.status, reply.body.reason]).toEqual([status, reason]);
    expect((reply.body.errors as object[]).length).toBeLessThan(60);
  });

  it("such as an answer nested without end is refused by name", async () => {
    const reply = await bring(`"answers":[{"value":${many("[", MB)}${many("]", MB)}}]`);
    expect([reply.status, reply.body.code]).toEqual([400, "malformed"]);
  });
});

describe("a file to verify that was made to take long", () => {
  const verify = (text: string, type = "application/pdf") => timed(() => client.send("/verify", new TextEncoder().encode(text), type));

  it.each([
    ["a table that never ends", () => `%PDF-1.7\nxref\n${many(" ")}\nstartxref\n9\n%%EOF\n`, "unreadable"],
    ["nothing that ends", () => `%PDF-1.7\n${many("startxref 1")}`, "truncated"],
    ["JSON nested without end", () => `{"audit":${many("[", 2 * MB)}${many("]", 2 * MB)}}`, "unknown_kind"],
  ])("such as %s is named", async (_, make, reason) => {
    const { status, body } = await verify(make());
    expect([status, body.verdict]).toEqual([200, "not-ours"]);
    expect(body.reasons).toContain(reason);
  });
});
