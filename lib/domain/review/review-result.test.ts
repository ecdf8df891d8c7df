import { describe, expect, it } from "vitest";
import type { AnswerView } from "../worksheet/schema";
import { expectedAfter } from "./expected";
import { reviewResult } from "./review-result";
import type { Actual } from "./schema";
import { calibrationOf, verdictOf } from "./verdict";

const answer = (field: string, value: AnswerView["value"], memberId = "ada"): AnswerView => ({
  memberId,
  field,
  round: 1,
  value,
  unknown: false,
  basis: "educated_guess",
  reason: null,
  version: 1,
  late: false,
});
const growing = (metric: string, [now, y1, y3]: readonly [number, number, number], memberId?: string) => [
  answer(`scale.now.${metric}`, now, memberId),
  answer(`scale.y1.${metric}`, y1, memberId),
  answer(`scale.y3.${metric}`, y3, memberId),
];
const actual = (metric: Actual["metric"], value: number): Actual => ({ metric, value, basis: "measured", source: "" });
const source = (answers: AnswerView[]) => ({ frame: {}, positions: [], answers, since: "2026-01-01" });
const RELATIONAL = [answer("workload.primary", "relational"), answer("workload.joins_needed", "yes")];

describe("what a team expected", () => {
  it("follows its path between the years", () => {
    const { band, start } = expectedAfter({
      metric: "writes_s",
      months: 14,
      answers: growing("writes_s", [120, 200, 1000]),
      positions: [],
    });
    expect(start).toBe(120);
    expect(band?.mid).toBeCloseTo(228.706, 3);
  });

  it("spans what the members said, each along their own path", () => {
    const answers = [...growing("writes_s", [120, 200, 1000]), ...growing("writes_s", [10, 20, 30], "bo")];
    expect(expectedAfter({ metric: "writes_s", months: 12, answers, positions: [] }).range).toEqual({ low: 20, high: 200 });
  });

  it("is nothing when nobody gave a number", () => {
    expect(expectedAfter({ metric: "users", months: 12, answers: RELATIONAL, positions: [] })).toMatchObject({
      band: null,
      range: null,
      start: null,
    });
  });
});

describe("the verdict on a number", () => {
  const expectation = { expected: { low: 50, mid: 200, high: 600 }, range: { low: 50, high: 5000 } };

  it.each([
    [260, "on_track"],
    [4000, "inside_someones"],
    [80_000, "nobody_expected"],
    [null, "unknown"],
  ] as const)("calls %s %s", (value, verdict) => {
    expect(verdictOf({ actual: value, ...expectation })).toBe(verdict);
  });

  it("tells how low or high the team typically was", () => {
    const row = (ratio: number) => ({ actual: 1, expected: { low: 0, mid: 1, high: 2 }, ratio, verdict: "on_track" as const });
    expect(calibrationOf([row(2), row(0.5)])).toEqual({ compared: 2, inside: 2, ratio: 1 });
    expect(calibrationOf([])).toEqual({ compared: 0, inside: 0, ratio: null });
  });
});

describe("a review", () => {
  const answers = [...RELATIONAL, ...growing("writes_s", [120, 200, 1000]), ...growing("reads_s", [500, 800, 3000])];

  it("on track leaves the list as it is", () => {
    const result = reviewResult(source(answers), { on: "2027-03-01", actuals: [actual("writes_s", 240)] });
    expect(result.rows.find(({ metric }) => metric === "writes_s")?.verdict).toBe("on_track");
    expect(result.list).toMatchObject({ isSame: true, moved: [] });
  });

  it("with 80,000 writes a second says who leaves and by which rule", () => {
    const result = reviewResult(source(answers), { on: "2027-01-01", actuals: [actual("writes_s", 80_000)] });
    expect(result.list.isSame).toBe(false);
    const gone = result.list.moved.find(({ id }) => id === result.list.before[0]?.id);
    expect(gone).toMatchObject({ after: "eliminated" });
    expect(gone?.rule).toMatch(/^[A-Z]+-\d+/u);
    expect(result.rows[0]).toBeDefined();
  });

  it("says how long it is until the list would change", () => {
    const stored = [...RELATIONAL, ...growing("data_gb", [120, 200, 1000])];
    const result = reviewResult(source(stored), { on: "2027-01-01", actuals: [actual("data_gb", 260)] });
    const row = result.rows.find(({ metric }) => metric === "data_gb");
    expect(row?.monthlyGrowth).toBeCloseTo(1.0666, 3);
    expect(row?.thresholds.length).toBeGreaterThan(0);
    for (const { at, months } of row?.thresholds ?? [])
      expect(months).toBeCloseTo(Math.log(at / 260) / Math.log(row?.monthlyGrowth ?? 0), 5);
  });

  it("compares what the designs cost then and now", () => {
    const actuals = [actual("writes_s", 1200), actual("reads_s", 5000)];
    const result = reviewResult(source(answers), { on: "2027-01-01", actuals });
    expect(result.costs.length).toBeGreaterThan(0);
    for (const { before, after } of result.costs)
      if (before !== null && after !== null) expect(Number(after)).toBeGreaterThanOrEqual(Number(before));
    expect(result.load?.actual).toBe(6200);
  });

  it("in the first sixty days has nothing to compare", () => {
    expect(reviewResult(source(answers), { on: "2026-02-01", actuals: [] }).isTooEarly).toBe(true);
  });

  it("without numbers knows nothing and changes nothing", () => {
    const result = reviewResult(source(answers), { on: "2027-01-01", actuals: [] });
    expect(result.list.isSame).toBe(true);
    expect(result.rows.every(({ verdict }) => verdict === "unknown")).toBe(true);
  });
});
