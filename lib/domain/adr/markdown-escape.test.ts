import { describe, expect, it } from "vitest";
import { escapeMarkdown, escapeMarkdownLine } from "./markdown-escape";
import { yamlScalar } from "./yaml-scalar";

describe("escapeMarkdown", () => {
  it.each([
    ["# not a heading", "\\# not a heading"],
    ["C# and F#", "C# and F\\#"],
    ["1. not a list", "1\\. not a list"],
    ["12.5 GB", "12.5 GB"],
    ["- not a list", "\\- not a list"],
    ["-5 degrees", "-5 degrees"],
    ["---", "\\---"],
    ["=====", "\\====="],
    ["> not a quote", "\\> not a quote"],
    ["a * b _ c ` d ~ e", "a \\* b \\_ c \\` d \\~ e"],
    ["[x](javascript:y) ![i](u)", "\\[x\\](javascript:y) !\\[i\\](u)"],
    ["<img src=x> &lt; & Co", "\\<img src=x> \\&lt; & Co"],
    ["from $1,160 to $2,030", "from $1,160 to $2,030"],
    ["$x$ and $$y$$", "\\$x$ and \\$\\$y$$"],
    ["one\r\ntwo\n\nthree", "one\\\ntwo\\\nthree"],
    ["    not code", "not code"],
    ["a\u202Eb\u0000", "aU+202EbU+0000"],
  ])("writes %j as text", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it("keeps a heading, a list item and a table cell on one line", () => {
    expect(escapeMarkdownLine("a\n| b\u2028c")).toBe("a \\| b c");
  });
});

describe("yamlScalar", () => {
  it.each([
    ['a: "b" #c', '"a: \\"b\\" #c"'],
    ["back\\slash\nline", '"back\\\\slash line"'],
    ["", '""'],
  ])("quotes %j", (text, scalar) => {
    expect(yamlScalar(text)).toBe(scalar);
  });
});
