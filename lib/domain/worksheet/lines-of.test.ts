import { expect, it } from "vitest";
import { linesOf } from "./lines-of";

it("takes a list apart into its lines, whatever bullets stand before them", () => {
  expect(linesOf("- Writes pass 10,000/s\n\n  * Ada leaves\n•  a - b\nplain")).toEqual([
    "Writes pass 10,000/s",
    "Ada leaves",
    "a - b",
    "plain",
  ]);
  expect(linesOf(" \n-\n")).toEqual([]);
});
