import "server-only";
import { formatNumber } from "@/lib/domain/adr/format-value";
import type { AdrBlock, CostFigure } from "@/lib/domain/adr/schema";
import { type Element, HAIR, INK, MUTED, muted, RULE, type Sheet, strong } from "./sheet";

type FigureBlock = Extract<AdrBlock, { kind: "figure" }>;
type Plot = { x: (load: number) => number; y: (cost: number) => number; left: number; right: number; top: number; bottom: number };

/** Okabe and Ito's colours, and a dash each, so that a grey print tells the lines apart. */
const COLORS = ["#0072B2", "#D55E00", "#009E73", "#7a5195"];
const DASHES = [[], [5, 3], [1.5, 2.5], [11, 3]];
const HEIGHT = 190;

/** Draws the cost curves as vector lines with direct letters, the crossovers as open circles and today's load. */
export function drawCostFigure(sheet: Sheet, parent: Element, { title, description, figure }: FigureBlock): void {
  const legendRows = figure.series.length;
  sheet.need(HEIGHT + 70 + legendRows * 13);
  sheet.y += 4;
  const heading = sheet.element("H3", parent);
  sheet.flow(heading, sheet.lines([strong(title)], 9.6, sheet.width), { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  const element = sheet.element("Figure", parent, {
    alt: description,
    bbox: [sheet.left, sheet.y, sheet.left + sheet.width, sheet.y + HEIGHT + 30 + legendRows * 13],
  });
  sheet.marked(element, "Figure", () => {
    drawLegend(sheet, figure);
    const plot = plotOf(sheet, figure);
    drawAxes(sheet, figure, plot);
    const ends = figure.series.map((series) => drawSeries(sheet, { series, plot, to: figure.to }));
    drawLetters(sheet, figure, ends);
    drawCrossovers(sheet, figure, plot);
    sheet.doc.undash();
  });
  sheet.y += HEIGHT + 34;
}

function drawLegend(sheet: Sheet, figure: CostFigure): void {
  figure.series.forEach(({ letter, name }) => {
    const middle = sheet.y + 6;
    stroke(sheet, letter)
      .moveTo(sheet.left, middle)
      .lineTo(sheet.left + 24, middle)
      .stroke();
    label(sheet, `${letter} · ${name}`, { x: sheet.left + 32, y: sheet.y });
    sheet.y += 13;
  });
  sheet.y += 6;
}

function plotOf(sheet: Sheet, figure: CostFigure): Plot {
  const [left, right, top] = [sheet.left + 44, sheet.left + sheet.width - 16, sheet.y + 12];
  const bottom = sheet.y + HEIGHT;
  const { step, count } = costStep(figure);
  const max = step * count;
  const span = Math.max(figure.to - figure.from, Number.MIN_VALUE);
  return {
    left,
    right,
    top,
    bottom,
    x: (load) => left + ((load - figure.from) / span) * (right - left),
    y: (cost) => bottom - (Math.min(cost, max) / max) * (bottom - top),
  };
}

function drawAxes(sheet: Sheet, figure: CostFigure, plot: Plot): void {
  const { doc } = sheet;
  const { step, count } = costStep(figure);
  for (let index = 0; index <= count; index += 1) {
    const y = plot.y(step * index);
    doc
      .undash()
      .moveTo(plot.left, y)
      .lineTo(plot.right, y)
      .lineWidth(0.5)
      .strokeColor(index === 0 ? RULE : HAIR)
      .stroke();
    label(sheet, `$${formatNumber(step * index)}`, { x: plot.left - 6, y: y - 6, align: "right" });
  }
  const tick = niceStep((figure.to - figure.from) / 5);
  for (let load = Math.ceil(figure.from / tick) * tick; load <= figure.to; load += tick) {
    label(sheet, formatNumber(load), { x: plot.x(load), y: plot.bottom + 4, align: "center" });
  }
  label(sheet, figure.yLabel, { x: plot.left, y: plot.top - 15 });
  label(sheet, figure.xLabel, { x: plot.right, y: plot.bottom + 16, align: "right" });
  if (figure.now === null) return;
  const x = plot.x(figure.now.x);
  doc.dash(1, { space: 2 }).moveTo(x, plot.top).lineTo(x, plot.bottom).lineWidth(0.6).strokeColor(MUTED).stroke();
  label(sheet, figure.now.label, { x: x + 3, y: plot.top });
}

type Point = { x: number; y: number };

/** Draws one curve and tells where it ends. */
function drawSeries(sheet: Sheet, { series, plot, to }: { series: CostFigure["series"][number]; plot: Plot; to: number }): Point {
  const doc = stroke(sheet, series.letter);
  let last: Point | null = null;
  for (const { from, to: end, intercept, slope } of series.segments) {
    if (from > to) continue;
    const at = (load: number) => ({ x: plot.x(load), y: plot.y(intercept + slope * load) });
    const [a, b] = [at(from), at(Math.min(end, to))];
    if (last === null) doc.moveTo(a.x, a.y);
    else doc.lineTo(a.x, a.y);
    doc.lineTo(b.x, b.y);
    last = b;
  }
  if (last !== null) doc.stroke();
  doc.undash();
  return last ?? { x: plot.left, y: plot.bottom };
}

/** Puts each letter at the end of its line, a line's height apart where two lines end together. */
function drawLetters(sheet: Sheet, figure: CostFigure, ends: readonly Point[]): void {
  const at = { size: 8.3, leading: 12 };
  let lowest = Number.NEGATIVE_INFINITY;
  const order = ends.map((end, index) => ({ end, letter: figure.series[index]?.letter ?? "" })).toSorted((a, b) => a.end.y - b.end.y);
  for (const { end, letter } of order) {
    const y = Math.max(end.y - 6, lowest + 10);
    lowest = y;
    sheet.place(sheet.lines([{ text: letter, face: "bold", color: color(letter) }], at.size, 30), { x: end.x + 5, y, ...at });
  }
}

/** Only the first and the last crossing are marked: between them a staircase may cross a line many times. */
function drawCrossovers(sheet: Sheet, { crossovers }: CostFigure, plot: Plot): void {
  const shown = crossovers.length <= 2 ? crossovers : [crossovers[0], crossovers.at(-1)];
  for (const crossing of shown) {
    if (crossing === undefined) continue;
    const [x, y] = [plot.x(crossing.x), plot.y(crossing.y)];
    sheet.doc.undash().circle(x, y, 3).lineWidth(1).fillAndStroke("#ffffff", INK);
    label(sheet, crossing.label, { x, y: y - 17, align: "center" });
  }
}

function stroke(sheet: Sheet, letter: string): PDFKit.PDFDocument {
  const [on = 0, off = 0] = DASHES[indexOf(letter)] ?? [];
  const doc = sheet.doc.lineWidth(1.4).strokeColor(color(letter));
  return on === 0 ? doc.undash() : doc.dash(on, { space: off });
}

/** A candidate keeps its colour everywhere: it goes with the letter, not with the order. */
function color(letter: string): string {
  return COLORS[indexOf(letter)] ?? INK;
}

function indexOf(letter: string): number {
  return Math.max(0, letter.charCodeAt(0) - 65) % COLORS.length;
}

function costStep(figure: CostFigure): { step: number; count: number } {
  const ends = figure.series.flatMap(({ segments }) =>
    segments.flatMap(({ from, to, intercept, slope }) => [intercept + slope * from, intercept + slope * to]),
  );
  const most = Math.max(1, ...ends);
  const step = niceStep(most / 5);
  return { step, count: Math.ceil(most / step) };
}

/** The next of 1, 2, 2.5, 5 times a power of ten: `niceStep(507)` is 1,000, `niceStep(2.1)` is 2.5. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1e-9)));
  const factor = [1, 2, 2.5, 5].find((candidate) => candidate * power >= raw) ?? 10;
  return factor * power;
}

function label(sheet: Sheet, text: string, { x, y, align = "left" }: { x: number; y: number; align?: "left" | "center" | "right" }): void {
  const lines = sheet.lines([muted(text)], 8, 300);
  const width = lines[0]?.width ?? 0;
  const shift = { left: 0, center: width / 2, right: width };
  sheet.place(lines, { x: x - shift[align], y, size: 8, leading: 12 });
}
