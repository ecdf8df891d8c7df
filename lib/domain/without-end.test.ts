import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "./adr/markdown-escape";
import { TEXT_LIMITS } from "./text";
import { withoutEnd } from "./without-end";
import { withLine } from "./workshop/premortem";

describe("the end of a text", () => {
  it.each([
    ["a #b##", "#", "a #b"],
    ["...", ".,", ""],
    ["", "#", ""],
    ["a", "", "a"],
  ])("of %j without %j is %j", (text, signs, rest) => {
    expect(withoutEnd(text, signs)).toBe(rest);
  });

  it.each<[string, (text: string) => string]>([
    ["#", escapeMarkdown],
    [" ", (text) => withLine(text, "more")],
    [".", (text) => withoutEnd(text, ".,;:!")],
  ])("is found in one pass in a section full of %j", (sign, read) => {
    const text = `${sign.repeat(TEXT_LIMITS.section - 1)}x`;
    const before = process.cpuUsage();
    read(text);
    // A tenth of what going back over it takes.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(150);
  });
});
