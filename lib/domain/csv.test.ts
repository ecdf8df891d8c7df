import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("CSV", () => {
  it("quotes what would break a row and disarms what a spreadsheet would run", () => {
    expect(
      toCsv([
        ["a", '=HYPERLINK("x")', "b, c"],
        [1.5, null, "two\nlines"],
      ]),
    ).toBe('a,"\'=HYPERLINK(""x"")","b, c"\r\n1.5,,"two\nlines"\r\n');
  });
});
