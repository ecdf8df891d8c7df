import { describe, expect, test } from "vitest";
import { parseJoinText } from "./join-credential";

const TOKEN = `m_${"aB3-_".repeat(8)}xyz`;

describe("what people type or paste to join", () => {
  test.each([
    ["K7QM-2F", { code: "K7QM-2F" }],
    ["k7qm-2f", { code: "K7QM-2F" }],
    ["  k7qm2f ", { code: "K7QM-2F" }],
    ["K7QM 2F", { code: "K7QM-2F" }],
    [`https://example.org/j#${TOKEN}`, { token: TOKEN }],
    [`/j#${TOKEN}`, { token: TOKEN }],
    [TOKEN, { token: TOKEN }],
  ])("%s is understood", (text, expected) => {
    expect(parseJoinText(text)).toEqual(expected);
  });

  test.each(["", "   ", "not a code!", "https://example.org/j#", "https://example.org/w/123", "Ä7QM-2F"])(
    "%j is neither a code nor a link",
    (text) => {
      expect(parseJoinText(text)).toBeNull();
    },
  );
});
