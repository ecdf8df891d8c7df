import { describe, expect, it } from "vitest";
import { keepMonthsSchema, keptUntil } from "./retention";

describe("until when a worksheet is kept", () => {
  it("counts from the latest milestone, in whichever order they come", () => {
    const times = ["2026-03-01T00:00:00.000Z", "2026-11-21T08:30:00.000Z", "2026-05-01T00:00:00.000Z"];
    expect(keptUntil(times, 12)).toBe("2027-11-21T08:30:00.000Z");
    expect(keptUntil(times.toReversed(), 84)).toBe("2033-11-21T08:30:00.000Z");
  });

  it.each([
    ["2026-08-31T10:00:00.000Z", 6, "2027-02-28T10:00:00.000Z"],
    ["2027-08-31T10:00:00.000Z", 6, "2028-02-29T10:00:00.000Z"],
    ["2028-02-29T10:00:00.000Z", 12, "2029-02-28T10:00:00.000Z"],
    ["2026-12-31T23:59:59.000Z", 6, "2027-06-30T23:59:59.000Z"],
  ])("ends in the month it counts to: %s and %i months", (from, months, until) => {
    expect(keptUntil([from], months)).toBe(until);
  });

  it("is nothing without a time", () => {
    expect(keptUntil(["yesterday"], 12)).toBeNull();
    expect(keptUntil([], 12)).toBeNull();
  });

  it("is one of few terms", () => {
    expect([6, 12, 36, 84].every((months) => keepMonthsSchema.safeParse(months).success)).toBe(true);
    expect([0, 7, -12, 12.5, "12"].some((months) => keepMonthsSchema.safeParse(months).success)).toBe(false);
  });
});
