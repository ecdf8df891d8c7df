import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Sides that stay where they are when a page is read from the right: their logical names turn with it. */
const PHYSICAL_CSS =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-[a-z]+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/u;
const PHYSICAL_PROPS =
  /\b(?:margin|padding|border)(?:Left|Right)\w*\s*[:=]|\btextAlign: "(?:left|right)"|\s(?:ml|mr|pl|pr)=|\bta="(?:left|right)"/u;

const filesBelow = (root: string, ending: RegExp) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter((file) => ending.test(file) && !file.includes(".test."));

const linesWith = (files: readonly string[], pattern: RegExp) =>
  files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );

describe("a page that is read from the right", () => {
  it("turns whole, because no style names left or right", () => {
    expect(
      linesWith(
        ["app", "components"].flatMap((root) => filesBelow(root, /\.css$/u)),
        PHYSICAL_CSS,
      ),
    ).toEqual([]);
    expect(
      linesWith(
        ["app", "components"].flatMap((root) => filesBelow(root, /\.tsx?$/u)),
        PHYSICAL_PROPS,
      ),
    ).toEqual([]);
  });

  it.each(["  margin-left: 4px;", "a { left: 0 }", "text-align: right;", "border-top-left-radius: 2px;"])("does not pass %s", (line) => {
    expect(PHYSICAL_CSS.test(line)).toBe(true);
  });

  it.each(["margin-inline-start: 4px;", "text-align: end;", "inset-inline: 0;", "grid-area: left;", "--left: 3px;"])(
    "passes %s",
    (line) => {
      expect(PHYSICAL_CSS.test(line)).toBe(false);
    },
  );
});
