import { describe, expect, it } from "vitest";
import { type Cells, rowBasis, rowUnknown, sharedReason, typedCell, withBasis, withReason, withRowUnknown } from "./grid-row";
import { BLANK_ANSWER } from "./own-answers";

const blank: Cells = { "now.users": BLANK_ANSWER, "y1.users": BLANK_ANSWER, "y3.users": BLANK_ANSWER };
const one: Cells = { ...blank, "y1.users": { ...BLANK_ANSWER, value: 900 } };

describe("a row of the scale grid", () => {
  it("puts its basis on every number and on no blank", () => {
    expect(Object.keys(withBasis({ ...one, "y3.users": { ...BLANK_ANSWER, isUnknown: true } }, "measured"))).toEqual([
      "y1.users",
      "y3.users",
    ]);
    expect(rowBasis({ ...one, ...withBasis(one, "measured") })).toBe("measured");
  });

  it("keeps a basis and a reason that were given before any number", () => {
    expect(withBasis(blank, "wild_guess")).toEqual({ "now.users": { ...BLANK_ANSWER, basis: "wild_guess" } });
    expect(sharedReason({ ...blank, ...withReason(blank, "Black Friday") })).toBe("Black Friday");
  });

  it("gives a new number the basis and reason of its row", () => {
    const cell = typedCell({ cell: BLANK_ANSWER, value: 35, draft: null, basis: "measured", reason: "Black Friday" });
    expect(cell).toEqual({ value: 35, draft: null, isUnknown: false, basis: "measured", reason: "Black Friday" });
  });

  it("keeps the last number while something else is being typed", () => {
    expect(typedCell({ cell: { ...BLANK_ANSWER, value: 35 }, value: null, draft: "35 or", basis: null, reason: "" })).toMatchObject({
      value: 35,
      draft: "35 or",
    });
  });

  it("says that the rest is unknown without touching the numbers", () => {
    const rest = withRowUnknown(one, true);
    expect(Object.keys(rest)).toEqual(["now.users", "y3.users"]);
    expect(rowUnknown({ ...one, ...rest })).toBe("rest");
    expect(rowUnknown({ ...blank, ...withRowUnknown(blank, true) })).toBe("all");
    expect(rowUnknown(one)).toBe("no");
  });

  it("takes it back to blanks", () => {
    const all = { ...one, ...withRowUnknown(one, true) };
    expect({ ...all, ...withRowUnknown(all, false) }).toEqual(one);
  });

  it("is not unknown when every cell holds a number", () => {
    expect(rowUnknown({ a: { ...BLANK_ANSWER, value: 1 }, b: { ...BLANK_ANSWER, value: 0 } })).toBe("no");
  });
});
