import { describe, expect, it } from "vitest";
import { aCostRequest } from "../costs/builders";
import { computeCosts } from "../costs/compute-costs";
import { changesOf, costPlotInput, firstView, seriesOf } from "../costs/cost-plot";
import { chartRows } from "./chart-rows";
import { plotOf } from "./geometry";
import { niceTicks, threeTicks } from "./nice-ticks";
import type { PlotInput, PlotSeries, PlotTexts } from "./plot-model";

const texts: PlotTexts = {
  xTick: (load, isLast) => (isLast ? `${load}/s` : `${load}`),
  money: (usd) => `$${Math.round(usd)}`,
  names: { A: "RDS PostgreSQL", B: "DynamoDB", C: "Spanner" },
  band: ({ id }) => `${id}, your own spread`,
  dot: (role, load) => `${role} at ${load}/s`,
  cheapest: "cheapest",
  nobody: "none",
};

const stairs: PlotSeries = {
  id: "A",
  segments: Array.from({ length: 10 }, (_, k) => ({ from: 400 * k, to: 400 * (k + 1), intercept: 290 * (k + 1), slope: 0 })),
};
const line: PlotSeries = { id: "B", segments: [{ from: 0, to: 4_000, intercept: 38, slope: 0.8 }] };
const input: PlotInput = {
  series: [stairs, line],
  to: 4_000,
  bands: [{ id: "y3", low: 900, typical: 1_500, high: 2_600 }],
  changes: [
    { x: 315, cost: 290 },
    { x: 400, cost: 358 },
    { x: 3_215, cost: 2_610 },
  ],
  strip: [
    { from: 0, to: 315, id: "B" },
    { from: 315, to: 4_000, id: "A" },
  ],
  width: 805,
  height: 408,
  texts,
};

describe("the plot", () => {
  const plot = plotOf(input);

  it("puts zero at the lower left and the end of the axis at the right edge", () => {
    expect(plot.xTicks.map(({ value }) => value)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
    expect(plot.xTicks[0]?.x).toBe(plot.area.left);
    expect(plot.xTicks.at(-1)?.x).toBe(plot.area.right);
    expect(plot.yTicks[0]).toMatchObject({ value: 0, y: plot.area.bottom });
    expect(plot.yTicks.at(-1)).toMatchObject({ value: plot.yMax, y: plot.area.top });
  });

  it("draws a jump exactly at the capacity of a node", () => {
    const [, path = ""] = plot.series[0]?.path.split("M") ?? [];
    const xs = path.split("L").map((point) => Number(point.split(",")[0]));
    expect(plot.series[0]?.steps).toBe(9);
    expect(xs.filter((x) => x === plot.area.left + (plot.area.right - plot.area.left) / 10)).toHaveLength(2);
  });

  it("labels the first change and where it settles, and shades between", () => {
    expect(plot.dots.map(({ role, load }) => [role, load])).toEqual([
      ["first", 315],
      ["settled", 3_215],
    ]);
    expect(plot.zone?.width).toBeCloseTo((plot.dots[1]?.x ?? 0) - (plot.dots[0]?.x ?? 0), 6);
  });

  it("keeps labels of lines that end close together apart", () => {
    const close = plotOf({ ...input, series: [line, { id: "C", segments: [{ from: 0, to: 4_000, intercept: 40, slope: 0.8 }] }] });
    const [a = 0, b = 0] = close.series.map(({ label }) => label.y);
    expect(Math.abs(a - b)).toBeGreaterThanOrEqual(17);
  });

  it("covers the axis with the strip, without gaps", () => {
    expect(plot.strip.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(plot.area.right - plot.area.left, 1);
  });

  it("joins neighbouring pieces of one design", () => {
    const split = [
      { from: 0, to: 100, id: "B" },
      { from: 100, to: 315, id: "B" },
      { from: 315, to: 4_000, id: "A" },
    ];
    expect(plotOf({ ...input, strip: split }).strip).toEqual(plot.strip);
  });

  it("survives a log axis with a series that starts at zero", () => {
    const log = plotOf({ ...input, isLog: true });
    expect(log.xTicks.map(({ value }) => value)).toEqual([1, 10, 100, 1_000]);
    expect(log.series.every(({ path }) => !path.includes("NaN") && !path.includes("Infinity"))).toBe(true);
  });

  it("cuts the view, keeps a line that ends earlier at its own end, and leaves out a last change beyond", () => {
    const short = plotOf({ ...input, series: [{ id: "A", segments: [{ from: 0, to: 800, intercept: 290, slope: 0 }] }], to: 1_000 });
    expect(short.series[0]?.end.cost).toBe(290);
    expect(short.series[0]?.end.x).toBeCloseTo(short.area.left + (short.area.right - short.area.left) * 0.8, 6);
    expect(short.dots.map(({ role }) => role)).toEqual(["first"]);
    expect((short.zone?.x ?? 0) + (short.zone?.width ?? 0)).toBe(short.area.right);
  });
});

describe("the live chart and the static figure", () => {
  const reply = computeCosts(
    aCostRequest({ workload: { readShare: 0.5 }, designs: { A: "rds-postgres-multi-az", B: "cockroachdb-basic" } }),
  );
  const to = firstView(reply);
  const series = seriesOf(reply, ["A", "B"]);
  const plot = plotOf(costPlotInput(reply, ["A", "B"], { to, isLog: false, width: 752, height: 400, texts }));
  const rows = chartRows({ series, to });

  it("show the same crossovers", () => {
    const inView = changesOf(reply).filter(({ x }) => x <= to);
    expect(inView.length).toBeGreaterThan(1);
    expect(plot.dots.map(({ load, cost }) => ({ x: load, cost }))).toEqual([inView[0], inView.at(-1)]);
    for (const { x, cost } of inView) {
      const heights = ["A", "B"].map((id) => interpolate(rows, id, x));
      expect(heights.some((values) => values.some((value) => Math.abs(value - cost) < 0.01))).toBe(true);
    }
  });

  it("have the same number of steps", () => {
    for (const { id, steps } of plot.series) expect(jumpsIn(rows, id)).toBe(steps);
  });

  it("need one row per side of a breakpoint and none between", () => {
    expect(rows.length).toBeLessThan(2 * (series[0]?.segments.length ?? 0) + 6);
  });
});

describe("ticks", () => {
  it("are three, evenly apart and inside the axis on a phone", () => {
    expect([4_920, 1_800, 3_780, 4_000, 0.07, 10].map((to) => threeTicks(to)[2])).toEqual([4_000, 1_600, 3_000, 4_000, 0.06, 10]);
  });

  it("are round and cover the maximum", () => {
    expect(niceTicks(3_238, 4)).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
    expect(niceTicks(0.07, 4)).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
    expect(niceTicks(4_000, 4).at(-1)).toBe(4_000);
  });
});

type Rows = ReturnType<typeof chartRows>;

function jumpsIn(rows: Rows, id: string): number {
  return rows
    .slice(1)
    .filter((row, index) => row.x === rows[index]?.x && Math.abs((row.values[id] ?? 0) - (rows[index]?.values[id] ?? 0)) > 1e-6).length;
}

function interpolate(rows: Rows, id: string, x: number): number[] {
  const index = rows.findLastIndex((row) => row.x < x);
  const [before, after] = [rows[index], rows[index + 1]];
  if (!before || !after) return [];
  const share = (x - before.x) / (after.x - before.x);
  const low = before.values[id] ?? Number.NaN;
  return [low + ((after.values[id] ?? Number.NaN) - low) * share];
}
