import { describe, expect, it } from "vitest";
import { numberAxis, placeDots } from "./number-axis";

const marks = (values: number[], isPercent = false) => numberAxis(values, isPercent).ticks.map((tick) => tick.value);

describe("an axis for numbers", () => {
  it.each([
    [
      [50, 200, 5000],
      [100, 1000],
    ],
    [
      [80, 80_000],
      [100, 1000, 10_000, 100_000],
    ],
    [
      [180, 200, 220],
      [180, 220],
    ],
    [
      [0, 10, 1000],
      [0, 10, 100, 1000],
    ],
    [[200], [200]],
    [[0, 0], [0]],
    [[], []],
  ])("of %j is marked inside its range", (values, expected) => {
    expect(marks(values)).toEqual(expected);
  });

  it("has at most five marks however wide the range", () => {
    expect(marks([0.01, 1e12]).length).toBeLessThanOrEqual(5);
  });

  it("keeps order and stays inside, whatever the numbers", () => {
    for (const values of [
      [50, 5000],
      [0, 3, 1e15],
      [1e-3, 1],
      [7, 7.0001],
    ]) {
      const { place, ticks } = numberAxis(values);
      const at = values.map(place);
      expect(at).toEqual([...at].sort((a, b) => a - b));
      for (const position of [...at, ...ticks.map((tick) => tick.at)]) {
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(1);
      }
    }
  });

  it("runs from 0 to 100 for percentages", () => {
    expect(marks([80, 90], true)).toEqual([0, 25, 50, 75, 100]);
    expect(numberAxis([80], true).place(50)).toBe(0.5);
  });
});

describe("placed dots", () => {
  const dot = (memberId: string, at: number, firstAt: number | null = null) => ({ memberId, at, firstAt });

  it("stack when equal and share a lane when apart", () => {
    const placed = placeDots({ dots: [dot("ada", 0.5), dot("bo", 0.5), dot("cy", 0.8)], width: 0.1 });
    expect(placed.map(({ memberId, lane }) => [memberId, lane])).toEqual([
      ["ada", 0],
      ["bo", 1],
      ["cy", 0],
    ]);
  });

  it("leave the way of a moved dot free", () => {
    const placed = placeDots({ dots: [dot("ada", 0.2, 0.9), dot("bo", 0.5)], width: 0.1 });
    expect(placed.map((each) => each.lane)).toEqual([0, 1]);
  });
});
