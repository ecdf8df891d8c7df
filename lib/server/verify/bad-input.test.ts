import { PDF } from "@libpdf/core";
import { beforeAll, describe, expect, it } from "vitest";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSealedFile, aSealKey } from "../testing/sealed-file";

freshDatabase();
const client = new ApiClient();
let file: Uint8Array;

beforeAll(async () => {
  file = await aSealedFile({ key: await aSealKey() });
});

const send = (bytes: Uint8Array, type = "application/pdf") => client.send("/verify", bytes, type);
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("what people bring to be verified", () => {
  it("of 50 MB is refused before it is read", async () => {
    const { status, body } = await send(new Uint8Array(50 * 1024 * 1024));
    expect([status, body.code]).toEqual([413, "too_large"]);
  });

  it.each([
    ["nothing at all", () => new Uint8Array(), "empty"],
    ["a picture", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "unknown_kind"],
    ["a PDF that is only a head", () => bytesOf("%PDF-1.7\n"), "truncated"],
    ["broken JSON", () => bytesOf('{"record": '), "not_json"],
    ["other JSON", () => bytesOf('{"hello": "world"}'), "unknown_kind"],
    [
      "a table that points to itself",
      () => bytesOf("%PDF-1.7\nxref\n0 0\ntrailer <</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF\n"),
      "unreadable",
    ],
    [
      "objects nested 10,000 deep",
      () => bytesOf(`%PDF-1.7\nxref\n0 0\ntrailer ${"[".repeat(10_000)}\nstartxref\n9\n%%EOF\n`),
      "unreadable",
    ],
    ["an unsealed PDF", async () => (await PDF.load(file)).extractPages([0]).then((pdf) => pdf.save()), "no_seal"],
    ["a file sealed elsewhere", () => file, "foreign_root"],
  ])("%s is named", async (_, make, reason) => {
    const { status, body } = await send(await make());
    expect([status, body.verdict]).toEqual([200, "not-ours"]);
    expect(body.reasons).toContain(reason);
  });

  it("an encrypted PDF is named", async () => {
    const text = Buffer.from(file).toString("latin1");
    const at = text.lastIndexOf("trailer\n<<");
    const encrypted = `${text.slice(0, at)}trailer\n<</Encrypt 1 0 R${text.slice(at + 10)}`;
    expect((await send(new Uint8Array(Buffer.from(encrypted, "latin1")))).body.reasons).toEqual(["encrypted"]);
  });
});
