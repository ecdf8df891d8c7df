import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFile, corpusSchema } from "@/lib/domain/adr-import/check-corpus";
import { parsedAdrSchema } from "@/lib/domain/adr-import/schema";
import { createApi } from "./app";

const api = createApi();
const post = (body: string | Uint8Array<ArrayBuffer>, name = "") =>
  api.request(`/api/v1/adr/parse?name=${encodeURIComponent(name)}`, { method: "POST", headers: { "content-type": "text/markdown" }, body });

/** Our own samples always; a folder of real records where one is named. */
const folders = ["lib/domain/adr-import/samples", process.env.ADR_CORPUS ?? ""].filter((folder) =>
  existsSync(join(folder, "expected.json")),
);
const samples = folders.flatMap((folder) =>
  corpusSchema.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"))).records.map((record) => ({ folder, record })),
);

describe("the records of a folder", () => {
  it.each(samples.map(({ folder, record }) => [record.file, folder, record] as const))("%s reads as expected", (file, folder, record) => {
    expect(checkFile(record, readFileSync(join(folder, file)))).toEqual([]);
  });

  it("fail by the field that reads otherwise", () => {
    const [sample] = samples;
    if (sample === undefined) throw new Error("There are samples.");
    const bytes = readFileSync(join(sample.folder, sample.record.file));
    expect(checkFile({ ...sample.record, status: "rejected", chars: 1 }, bytes).map(({ field }) => field)).toEqual(["status", "chars"]);
    expect(checkFile(sample.record, null).map(({ field }) => field)).toEqual(["file"]);
  });
});

describe("POST /adr/parse", () => {
  it("reads a record and says what it does not state", async () => {
    const reply = await post("# A\n\n## Context\n\nb\n\n## Decision\n\nc\n", "0007-a.md");
    const adr = parsedAdrSchema.parse(await reply.json());
    expect([reply.status, adr.number, adr.status, adr.warnings]).toEqual([200, "7", "unknown", ["no_status"]]);
  });

  it("reads bytes that are no UTF-8", async () => {
    const reply = await post(new Uint8Array([0x23, 0x20, 0xe9, 0x0a]));
    expect(((await reply.json()) as { title: string }).title).toBe("é");
  });

  it.each([
    ["", 422, "empty"],
    ["\0", 422, "binary"],
  ])("refuses %j by name", async (body, status, reason) => {
    const reply = await post(body);
    const problem = (await reply.json()) as { errors: { message: string }[] };
    expect([reply.status, problem.errors[0]?.message]).toEqual([status, reason]);
  });

  it("takes 5 MB and refuses more", async () => {
    expect((await post(`# A\n${"a".repeat(5 * 1024 * 1024 - 4)}`)).status).toBe(200);
    expect((await post("a".repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
  });
});
