import { describe, expect, it } from "vitest";
import { explainGaps, freeNumber } from "./numbering";

const skip = { first: 5, last: 9, reason: "The old wiki has them", byName: "Ada" };

describe("the gaps of a numbering", () => {
  it("are none where nothing is taken, and none in a row of numbers", () => {
    expect(explainGaps({ taken: [], skips: [] })).toEqual([]);
    const taken = [1, 2, 3].map((number) => ({ number, how: "accepted" as const }));
    expect(explainGaps({ taken, skips: [] })).toEqual([]);
  });

  it("tell apart what was skipped by somebody and what the imported folder did not hold", () => {
    const taken = [
      { number: 2, how: "imported" as const },
      { number: 4, how: "imported" as const },
      { number: 10, how: "accepted" as const },
    ];
    expect(explainGaps({ taken, skips: [skip] })).toEqual([
      { first: 1, last: 1, why: "not_imported", reason: "", by: "" },
      { first: 3, last: 3, why: "not_imported", reason: "", by: "" },
      { first: 5, last: 9, why: "skipped", reason: "The old wiki has them", by: "Ada" },
    ]);
  });

  it("count what was skipped even before anything stands above it, but not what was taken after all", () => {
    expect(explainGaps({ taken: [{ number: 7, how: "moved_in" }], skips: [skip] })).toMatchObject([
      { first: 1, last: 4, why: "before_first" },
      { first: 5, last: 6, why: "skipped" },
      { first: 8, last: 9, why: "skipped" },
    ]);
  });
});

describe("the next free number", () => {
  it.each([
    [1, [], 1],
    [3, [3, 4, 6], 5],
    [9_999, [9_999], null],
  ])("from %d beside %j is %j", (from, taken, expected) => {
    expect(freeNumber(from, new Set(taken))).toBe(expected);
  });
});
