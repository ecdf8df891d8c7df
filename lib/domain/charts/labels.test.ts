import { describe, expect, it } from "vitest";
import { chartMoney } from "./chart-money";
import { plotOf } from "./geometry";
import { dotLabel, endLabel } from "./place-labels";
import type { Plot, PlotInput } from "./plot-model";
import { type Box, boxOf, overlaps, type PlotText, textWidth } from "./text-width";

const LONG = "Azure SQL Database, serverless, General Purpose, two zones";
const input: PlotInput = {
  series: [
    { id: "A", segments: [{ from: 0, to: 4_000, intercept: 38, slope: 2.06 }] },
    {
      id: "B",
      segments: [
        { from: 0, to: 1_000, intercept: 600, slope: 0 },
        { from: 1_000, to: 4_000, intercept: 2_640, slope: 0 },
      ],
    },
    { id: "A2", segments: [{ from: 0, to: 4_000, intercept: 700, slope: 0.5 }] },
  ],
  to: 3_800,
  bands: [
    { id: "y1", low: 40, typical: 90, high: 420 },
    { id: "y3", low: 60, typical: 200, high: 3_100 },
  ],
  changes: [
    { x: 273, cost: 600 },
    { x: 1_000, cost: 2_098 },
    { x: 3_215, cost: 2_640 },
  ],
  strip: [
    { from: 0, to: 273, id: "A" },
    { from: 273, to: 3_800, id: "B" },
  ],
  width: 752,
  height: 400,
  texts: {
    xTick: (load, isLast) => (isLast ? `${load.toLocaleString("en")}/s` : load.toLocaleString("en")),
    money: (usd) => chartMoney(usd),
    names: { A: LONG, B: LONG, A2: "Aurora Serverless v2" },
    band: ({ id }) => `${id === "y1" ? "1 year" : "3 years"}, your own spread`,
    dot: (role, load) => `${role} after ${load.toLocaleString("en")}/s`,
    cheapest: "cheapest",
    nobody: "none",
  },
};
const crowd = Array.from({ length: 12 }, (_, k) => ({
  id: `D${k + 1}`,
  segments: [{ from: 0, to: 3_800, intercept: 50 * k, slope: 2 }],
}));
const phone = { width: 294, height: 220 };

function textsOf(plot: Plot): PlotText[] {
  const labelled = [...plot.xTicks, ...plot.yTicks, ...plot.series, ...plot.bands, ...plot.dots, ...plot.strip];
  return [plot.cheapest, ...labelled.flatMap(({ label }) => label ?? [])];
}

function outside(plot: Plot): string[] {
  const isOut = ({ left, right, top, bottom }: Box) => left < 0 || top < 0 || right > plot.width || bottom > plot.height;
  return textsOf(plot)
    .filter((text) => isOut(boxOf(text)))
    .map(({ text }) => text);
}

describe("the texts on the plot", () => {
  const crowdTexts = { ...input.texts, names: Object.fromEntries(crowd.map(({ id }) => [id, LONG])) };
  const dear = input.series.map(({ id, segments }) => ({
    id,
    segments: segments.map((part) => ({ ...part, intercept: 1e9, slope: 3e7 })),
  }));
  const plots: [string, Plot][] = [
    ["long names", plotOf(input)],
    ["long names on a phone", plotOf({ ...input, ...phone })],
    ["twelve designs", plotOf({ ...input, series: crowd, texts: crowdTexts })],
    ["twelve designs on a phone", plotOf({ ...input, ...phone, series: crowd, texts: crowdTexts })],
    ["a log axis on a phone", plotOf({ ...input, ...phone, isLog: true })],
    ["prices in billions on a phone", plotOf({ ...input, ...phone, series: dear })],
    ["loads in millions on a phone", plotOf({ ...input, ...phone, to: 4_000_000 })],
  ];

  it.each(plots)("stay inside the picture with %s", (_, plot) => {
    expect(outside(plot)).toEqual([]);
  });

  it.each(plots)("leave the axes' texts apart with %s", (_, plot) => {
    for (const ticks of [plot.xTicks, plot.yTicks]) expect(collisions(ticks.map(({ label }) => label))).toEqual([]);
  });

  it.each(plots)("keep the names at the lines' ends and the captions apart with %s", (_, plot) => {
    expect(collisions(plot.series.map(({ label }) => label))).toEqual([]);
    expect(collisions(plot.bands.map(({ label }) => label))).toEqual([]);
  });

  it("name every price in full and shorten the name before it", () => {
    expect(plotOf(input).series.map(({ label }) => label.text)).toEqual([
      expect.stringMatching(/^A · Azure SQL.*… \$7,870$/u),
      expect.stringMatching(/^B · Azure SQL.*… \$2,640$/u),
      "A2 · Aurora Serverless v2 $2,600",
    ]);
    expect(plotOf({ ...input, ...phone }).series.map(({ label }) => label.text)).toEqual(["A $7,870", "B $2,640", "A2 $2,600"]);
    expect(endLabel({ id: "A2", name: LONG, price: "$123,000", room: 20 })).toBe("A2 $123,000");
  });

  it("give a phone three ticks on each axis and 220 px of height", () => {
    const plot = plotOf({ ...input, ...phone, to: 4_000 });
    expect(plot.xTicks.map(({ label }) => label.text)).toEqual(["0", "2,000", "4,000/s"]);
    expect(plot.yTicks.map(({ label }) => label.text)).toEqual(["$0", "$5,000", "$10,000"]);
    expect(plot.height).toBe(220);
  });

  it("put the captions of the estimates on one row where both fit", () => {
    const apart = plotOf({
      ...input,
      bands: [
        { id: "y1", low: 100, typical: 300, high: 600 },
        { id: "y3", low: 1_500, typical: 2_000, high: 3_000 },
      ],
    });
    expect(new Set(apart.bands.map(({ label }) => label.y)).size).toBe(1);
    expect(new Set(plotOf(input).bands.map(({ label }) => label.y)).size).toBe(1);
    expect(new Set(plotOf({ ...input, ...phone }).bands.map(({ label }) => label.y)).size).toBe(2);
  });

  it("keep a dot's text off the lines when there is a free side", () => {
    const area = { left: 0, right: 500, top: 0, bottom: 300 };
    const line = [
      { x: 0, y: 200 },
      { x: 250, y: 150 },
      { x: 500, y: 190 },
    ];
    const label = dotLabel({ at: { x: 250, y: 150 }, text: "cross at 246/s", area, lines: [line], taken: [] });
    expect(boxOf(label).bottom).toBeLessThan(150);
  });
});

describe("widths of texts", () => {
  it("are never below what Inter takes in the browser", () => {
    expect(textWidth("0123456789", 13)).toBeGreaterThanOrEqual(76);
    expect(textWidth("$10,000", 13)).toBeGreaterThanOrEqual(54);
    expect(textWidth("A2 · Aurora Serverless v2 $8,280", 13)).toBeGreaterThanOrEqual(211.2);
    expect(textWidth("3 years, your own spread", 13)).toBeGreaterThanOrEqual(155.5);
  });
});

describe("money on a chart", () => {
  it("is short from a million on", () => {
    expect([0, 8_279.8, 999_000, 1_234_000, 2.5e9].map((usd) => chartMoney(usd))).toEqual(["$0", "$8,280", "$999,000", "$1.23M", "$2.5B"]);
  });
});

function collisions(texts: readonly PlotText[]): string[] {
  const boxes = texts.map((text) => ({ text: text.text, box: boxOf(text) }));
  return boxes.flatMap(({ text, box }, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlaps(box, other.box) ? `${text} | ${other.text}` : [])),
  );
}
