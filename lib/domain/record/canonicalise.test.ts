import { describe, expect, it } from "vitest";
import { canonicalise } from "./canonicalise";

describe("canonicalise", () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ "\u20ac": 1, "\r": 2, "1": 3, "\ud83d\ude00": 4, "\ufb33": 5 }, '{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5}'],
    [[1e21, 1e-7, -0, 0.1 + 0.2, 100], "[1e+21,1e-7,0,0.30000000000000004,100]"],
    [{ gone: undefined, kept: null }, '{"kept":null}'],
    ['"\\\u0007', '"\\"\\\\\\u0007"'],
  ])("gives %j its one text", (value, text) => {
    expect(canonicalise(value)).toBe(text);
  });

  it.each([
    ["half of a surrogate pair", { name: "a\ud800b" }],
    ["half of a surrogate pair", { "\udc00": 1 }],
    ["not finite", [Number.NaN]],
    ["not finite", Number.POSITIVE_INFINITY],
    ["not JSON", undefined],
  ])("refuses what has no text, saying %s", (reason, value) => {
    expect(() => canonicalise(value)).toThrow(reason);
  });

  it("refuses a value that refers to itself", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonicalise(loop)).toThrow("refers to itself");
  });
});
