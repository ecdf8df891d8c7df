import fc from "fast-check";
import { describe, expect, it } from "vitest";
import costing from "../../../messages/en/costing.json";
import { formatMessage } from "../messages/format";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { isoMonth, monthsAtLoad, valueInMonth } from "./growth-path";

const point = (month: number, peakRequestsPerSecond: number, storedGb?: number) => ({
  month,
  peakRequestsPerSecond,
  ...(storedGb === undefined ? {} : { storedGb }),
});

describe("growth", () => {
  const path = { id: "typical", points: [point(0, 100), point(12, 400), point(36, 800)] };
  const loads = path.points.map(({ month, peakRequestsPerSecond }) => ({ month, value: peakRequestsPerSecond }));

  it("is geometric between the points and flat after the last", () => {
    expect([0, 6, 12, 24, 36, 48].map((month) => Math.round(valueInMonth(loads, month)))).toEqual([100, 200, 400, 566, 800, 800]);
  });

  it("is straight from nothing", () => {
    expect(
      valueInMonth(
        [
          { month: 0, value: 0 },
          { month: 10, value: 50 },
        ],
        5,
      ),
    ).toBe(25);
  });

  it("passes a load in the month in which it reaches it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 35 }), (month) => {
        expect(monthsAtLoad(path, valueInMonth(loads, month), 36)[0]).toBeCloseTo(month, 6);
      }),
    );
    expect(monthsAtLoad(path, 50, 36)).toEqual([]);
  });

  it("becomes a date", () => {
    expect([0, 1, 2, 33.2].map((month) => isoMonth("2026-11", month))).toEqual(["2026-11", "2026-12", "2027-01", "2029-08"]);
  });
});

describe("cost over time", () => {
  const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
  const asked = (points: ReturnType<typeof point>[]) =>
    computeCosts(aCostRequest({ workload: { readShare: 0.5 }, designs, growth: { start: "2026-11", paths: [{ id: "typical", points }] } }));

  it("bills each month what the curve says at its load", () => {
    const reply = asked([point(0, 100), point(36, 1_000)]);
    for (const { load, costs } of reply.overTime?.paths[0]?.months ?? [])
      for (const { id, curve } of reply.designs) {
        const segment = curve.segments.find(({ to }) => load <= to);
        expect(Number(costs[id])).toBeCloseTo(Number(segment?.intercept) + Number(segment?.slope) * load, 3);
      }
  });

  it("dates every exact crossing that the path passes", () => {
    const reply = asked([point(0, 100), point(36, 1_000)]);
    const passed = reply.crossovers.filter(({ x }) => x > 100 && x < 1_000);
    const crossings = reply.overTime?.paths[0]?.crossings ?? [];
    expect(passed.length).toBeGreaterThan(0);
    expect(crossings.map(({ load }) => load)).toEqual(passed.map(({ x }) => x));
    expect(crossings.every(({ date }) => /^20\d\d-\d\d$/u.test(date ?? ""))).toBe(true);
  });

  it("finds the month by halving where data goes its own way, and agrees with a scan by days", () => {
    const reply = asked([point(0, 100, 20), point(36, 1_000, 400)]);
    const { months = [], crossings = [] } = reply.overTime?.paths[0] ?? {};
    for (const { month, costs } of months) {
      const last = crossings.filter((crossing) => crossing.month <= month).at(-1);
      const leader = last?.cheaperAfter ?? crossings[0]?.cheaperBefore;
      if (leader && costs.A && costs.B) expect(Number(costs.A) < Number(costs.B) ? "A" : "B", `month ${month}`).toBe(leader);
    }
    expect(months.at(-1)?.storedGb).toBeGreaterThan(380);
  });

  it("swaps the sides when the load falls", () => {
    const falling = asked([point(0, 1_000), point(36, 100)]).overTime?.paths[0]?.crossings[0];
    const rising = asked([point(0, 100), point(36, 1_000)]).overTime?.paths[0]?.crossings.at(-1);
    expect(falling?.load).toBe(rising?.load);
    expect([falling?.cheaperBefore, falling?.cheaperAfter]).toEqual([rising?.cheaperAfter, rising?.cheaperBefore]);
  });

  it("sums the months after today, and gives no sum where a month cannot be carried", () => {
    const flat = asked([point(0, 100)]).overTime?.paths[0];
    expect(Number(flat?.totals.A)).toBeCloseTo(36 * Number(flat?.months[1]?.costs.A), 4);
    expect(asked([point(0, 100), point(36, 90_000)]).overTime?.paths[0]?.totals.A).toBeNull();
  });

  it("says of a path that never changes which of the two is cheaper on it, and of one that starts with the other from when", () => {
    const request = aCostRequest({ workload: { readShare: 0.5 }, designs: { A: "rds-postgres-multi-az", B: "cockroachdb-basic" } });
    const { crossovers } = computeCosts(request);
    const [first, last] = [crossovers[0]?.x ?? 0, crossovers.at(-1)?.x ?? 0];
    const between = computeCosts({
      ...request,
      growth: {
        start: "2026-11",
        paths: [
          { id: "low", points: [point(0, first / 2), point(36, first / 1.5)] },
          { id: "typical", points: [point(0, last * 1.05), point(36, last * 1.1)] },
          { id: "high", points: [point(0, first / 2), point(36, last * 1.1)] },
        ],
      },
    }).overTime?.sentences[0];
    expect(between?.params).toMatchObject({ when1: "never", when2: "not", turn3: "until" });
    expect(between && formatMessage({ costing }, between, "en")).toContain("typical at no time");
  });

  it("passes a load at which it rests from the start when it begins to rise", () => {
    const resting = { id: "low", points: [point(0, 41), point(12, 41), point(36, 61)] };
    expect(monthsAtLoad(resting, 41, 36)).toEqual([12]);
    expect(monthsAtLoad({ id: "down", points: [point(0, 41), point(36, 20)] }, 41, 36)).toEqual([]);
    expect(monthsAtLoad({ id: "through", points: [point(0, 20), point(12, 41), point(36, 61)] }, 41, 36)).toEqual([12]);
  });

  it("says until when in a sentence", () => {
    const [sentence] = asked([point(0, 100), point(36, 1_000)]).overTime?.sentences ?? [];
    expect(sentence && formatMessage({ costing }, sentence, "en")).toMatch(/^[AB] is cheaper than [AB] until about 20\d\d-\d\d/u);
  });

  it("costs never less for more growth", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 0, max: 800 }), (end, more) => {
        const total = (peak: number) => Number(asked([point(0, 100), point(36, peak)]).overTime?.paths[0]?.totals.B);
        expect(total(end + more)).toBeGreaterThanOrEqual(total(end) - 1e-6);
      }),
      { numRuns: 8 },
    );
  });
});
