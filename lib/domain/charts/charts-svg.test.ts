import { describe, expect, it } from "vitest";
import { chartRows } from "./chart-rows";
import { plotOf } from "./geometry";
import { monthsPlot } from "./months-plot";
import { monthsSvg } from "./months-svg";
import type { PlotInput, PlotSeries } from "./plot-model";
import { plotSvg } from "./plot-svg";
import { escapeXml } from "./svg-text";
import { boxOf } from "./text-width";
import { tornadoPlot } from "./tornado-plot";
import { tornadoSvg } from "./tornado-svg";
import { totalPlot } from "./total-plot";
import { totalSvg } from "./total-svg";

const stairs: PlotSeries = {
  id: "A",
  segments: Array.from({ length: 5 }, (_, k) => ({ from: 400 * k, to: 400 * (k + 1), intercept: 290 * (k + 1), slope: 0 })),
};
const line: PlotSeries = { id: "B", segments: [{ from: 0, to: 2_000, intercept: 38, slope: 0.8 }] };
const money = (usd: number) => `$${Math.round(usd)}`;
const input: PlotInput = {
  series: [stairs, line],
  to: 2_000,
  bands: [{ id: "y3", low: 900, typical: 1_500, high: 1_800 }],
  changes: [{ x: 315, cost: 290 }],
  strip: [{ from: 0, to: 2_000, id: "A" }],
  width: 752,
  height: 400,
  texts: {
    xTick: (load) => `${load}`,
    money,
    names: { A: 'RDS <"&">', B: "DynamoDB" },
    band: () => "3 years",
    dot: (_role, load) => `cross at ${load}/s`,
    cheapest: "cheapest",
    nobody: "none",
  },
};
const about = { title: "Monthly cost against load", description: "Two lines" };

/** Where recharts puts a row: it scales load and money into the area that the plot's margins leave. */
function livePoint({ x, cost }: { x: number; cost: number }, plot: ReturnType<typeof plotOf>): string {
  const { area, yMax } = plot;
  const round = (value: number) => Math.round(value * 100) / 100;
  return `${round(area.left + ((area.right - area.left) * x) / input.to)},${round(area.bottom - ((area.bottom - area.top) * cost) / yMax)}`;
}

describe("a chart's file", () => {
  const plot = plotOf(input);
  const svg = plotSvg(plot, about);

  it("draws every line, dot and step at the coordinates of the live chart", () => {
    for (const { id, path, steps } of plot.series) {
      expect(svg).toContain(`d="${path}"`);
      const rows = chartRows({ series: input.series, to: input.to }).flatMap(({ x, values }) => {
        const cost = values[id];
        return typeof cost === "number" ? [livePoint({ x, cost }, plot)] : [];
      });
      const points = path.slice(1).split("L");
      expect(points.every((point) => rows.includes(point))).toBe(true);
      expect(steps).toBe(id === "A" ? 4 : 0);
    }
    const [dot] = plot.dots;
    expect(svg).toContain(`cx="${dot?.x}" cy="${dot?.y}"`);
    expect(`${dot?.x},${dot?.y}`).toBe(livePoint({ x: 315, cost: 290 }, plot));
  });

  it("is a document of its own: no colour of a page, no markup from a name, a title to be read aloud", () => {
    expect(svg).not.toContain("var(");
    expect(svg).not.toContain('<"&">');
    expect(svg).toContain("<title>Monthly cost against load</title>");
    expect(escapeXml("a\u0000\u0001<b")).toBe("a&lt;b");
  });
});

describe("cost over time", () => {
  const flat = (id: string, cost: number | null) => ({ id, points: Array.from({ length: 37 }, (_, month) => ({ month, cost })) });
  const paths = ["low", "typical", "high"].map((id, index) => ({
    id,
    series: [flat("A", 300), flat("B", 100 * (index + 2))],
    crossings: index === 1 ? [{ month: 18, cost: 300 }] : [],
  }));
  const texts = { panel: (id: string) => id, month: (month: number) => `${month}`, money };

  it("gives every panel the same money axis, side by side where there is room", () => {
    const plot = monthsPlot({ paths, months: 36, width: 752, panelHeight: 220, texts });
    expect(new Set(plot.panels.map(({ top }) => top))).toEqual(new Set([0]));
    expect(new Set(plot.panels.map(({ yTicks }) => JSON.stringify(yTicks.map(({ y }) => y)))).size).toBe(1);
    expect(plot.panels.map(({ series }) => series[0]?.end.y)).toEqual(Array(3).fill(plot.panels[0]?.series[0]?.end.y));
    expect(Math.max(...plot.panels.map(({ left, width }) => left + width))).toBeLessThanOrEqual(752);
    expect(plot.panels[1]?.dots[0]).toMatchObject({ month: 18 });
    const svg = monthsSvg(plot, about);
    for (const { series } of plot.panels) for (const { path } of series) expect(svg).toContain(`d="${path}"`);
  });

  it("puts the panels one below the other on a phone", () => {
    const plot = monthsPlot({ paths, months: 36, width: 300, panelHeight: 180, texts });
    expect(plot.panels.map(({ left }) => left)).toEqual([0, 0, 0]);
    expect(plot.height).toBe(3 * 180 + 2 * 20);
  });

  it("marks a point once where several designs cross each other in it", () => {
    const [path] = paths;
    if (path === undefined) throw new Error("There is a path to draw.");
    const met = { month: 12, cost: 500 };
    const plot = monthsPlot({ paths: [{ ...path, crossings: [met, met] }], months: 36, width: 752, panelHeight: 220, texts });
    expect(plot.panels[0]?.dots).toHaveLength(1);
  });

  it("ends a line where its design carries no more, and leaves out one that carries nothing", () => {
    const ended = {
      id: "low",
      series: [
        flat("A", null),
        {
          id: "B",
          points: [
            { month: 0, cost: 5 },
            { month: 1, cost: null },
          ],
        },
      ],
      crossings: [],
    };
    const plot = monthsPlot({ paths: [ended], months: 36, width: 752, panelHeight: 220, texts });
    expect(plot.panels[0]?.series.map(({ id, path }) => [id, path.split("L").length])).toEqual([["B", 1]]);
  });
});

describe("total cost", () => {
  const parts = [4_000, 6_000, 500, 20, 0].map((usd, index) => ({ component: `c${index}`, usd }));
  const rows = [
    { id: "A", name: "RDS PostgreSQL", parts, low: 8_000, high: 16_000, total: "$10,520" },
    { id: "B", name: "DynamoDB", parts: parts.slice(0, 2), low: null, high: null, total: "at least $10,000" },
  ];

  it("stacks the components without gaps, and the parts of a bar are as wide as their sum", () => {
    const plot = totalPlot({ rows, width: 752, texts: { money } });
    const [bar] = plot.bars;
    bar?.parts.forEach((part, index) => {
      const next = bar.parts[index + 1];
      if (next) expect(part.x + part.width).toBeCloseTo(next.x, 1);
    });
    const max = plot.xTicks.at(-1)?.value ?? 1;
    expect(bar?.parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo((751 * 10_520) / max, 0);
    expect(bar?.whisker?.to).toBeGreaterThan(bar?.whisker?.from ?? 0);
    expect(plot.bars[1]?.whisker).toBeNull();
    const svg = totalSvg(plot, about);
    expect(svg.match(/<rect/gu)).toHaveLength(1 + 7);
    expect(svg).toContain("at least $10,000");
  });

  it("keeps every text inside a phone", () => {
    const plot = totalPlot({ rows, width: 280, texts: { money } });
    for (const { total } of plot.bars) expect(total.x).toBeLessThanOrEqual(280);
  });
});

describe("the tornado", () => {
  const texts = { money, ahead: "A is cheaper", behind: "B is cheaper" };
  const rows = [
    { id: "rate", name: "Engineer hour", atLow: 300, atHigh: -100, flips: "flips the ranking" },
    { id: "load", name: "Load", atLow: 50, atHigh: 90, flips: null },
  ];

  it("puts zero, the lead and every end on one axis, and a row that crosses zero is one that flips", () => {
    const plot = tornadoPlot({ rows, lead: 80, width: 401, texts });
    expect(plot.xTicks.map(({ value }) => value)).toEqual([-200, 0, 200, 400]);
    expect([plot.zeroX, plot.leadX]).toEqual([133.33, 186.67]);
    expect(plot.rows.map(({ lowX, highX, flips }) => [Math.min(lowX, highX) < plot.zeroX, flips])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(plot.rows[0]?.label.text).toBe("Engineer hour ⇄ flips the ranking");
    expect(plot.sides.map(({ text }) => text)).toEqual(["B is cheaper", "A is cheaper"]);
  });

  it("draws the shorter part over the longer one where both ends lie on one side", () => {
    const plot = tornadoPlot({ rows: [{ id: "a", name: "a", atLow: 300, atHigh: 200, flips: null }], lead: 80, width: 401, texts });
    expect(plot.rows[0]?.parts.map(({ end }) => end)).toEqual(["low", "high"]);
  });

  it("has the same rectangles in its file, keeps texts inside a phone, and draws something where nothing moves", () => {
    const plot = tornadoPlot({ rows, lead: 80, width: 752, texts });
    const svg = tornadoSvg(plot, { ...about, low: "at its low", high: "at its high" });
    for (const { y, parts } of plot.rows) for (const { x, width } of parts) expect(svg).toContain(`x="${x}" y="${y}" width="${width}"`);
    const narrow = tornadoPlot({
      rows: [{ id: "a", name: "W".repeat(60), atLow: 0, atHigh: 0, flips: "flips" }],
      lead: 0,
      width: 280,
      texts,
    });
    for (const text of [...narrow.sides, ...narrow.xTicks.map(({ label }) => label), ...narrow.rows.map(({ label }) => label)]) {
      expect(boxOf(text).right).toBeLessThan(280.01);
    }
    expect(narrow.rows[0]?.parts[0]?.width).toBe(2);
  });
});
