import { describe, expect, it } from "vitest";
import { monthlyGrowth, monthsBetween, monthsUntil } from "./growth";

describe("growth since the decision", () => {
  it("is told per month, and how long it takes to double", () => {
    const growth = monthlyGrowth({ from: 120, to: 260, months: 12 });
    expect(growth).toBeCloseTo(1.066554, 6);
    expect(monthsUntil(828.571429, { from: 260, growth })).toBeCloseTo(17.988, 3);
    expect(monthsUntil(520, { from: 260, growth })).toBeCloseTo(10.758, 3);
  });

  it("reaches nothing when it does not grow, and at once what is past", () => {
    expect(monthsUntil(500, { from: 260, growth: 0.98 })).toBeNull();
    expect(monthsUntil(500, { from: 260, growth: null })).toBeNull();
    expect(monthsUntil(200, { from: 260, growth: null })).toBe(0);
  });

  it("cannot be told from nothing or without time", () => {
    expect(monthlyGrowth({ from: 0, to: 260, months: 12 })).toBeNull();
    expect(monthlyGrowth({ from: 120, to: 260, months: 0 })).toBeNull();
  });

  it("counts a year as about twelve months", () => {
    expect(monthsBetween("2026-01-01", "2027-01-01")).toBeCloseTo(11.99, 2);
    expect(monthsBetween("2027-01-01", "2026-01-01")).toBeLessThan(0);
  });
});
