import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex, sha256HexOfBytes } from "./sha256";

const reference = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

describe("sha256Hex", () => {
  it("agrees with the platform for every length around a block", () => {
    for (let length = 0; length <= 130; length++) expect(sha256Hex("x".repeat(length))).toBe(reference("x".repeat(length)));
  });

  it("hashes the UTF-8 of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => sha256Hex(text) === reference(text)));
  });

  it("hashes any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1_000 }), (bytes) => sha256HexOfBytes(bytes) === reference(bytes)));
  });
});
