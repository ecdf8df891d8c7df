import "server-only";
import { figurePlot } from "@/lib/domain/adr/figure-plot";
import type { AdrBlock, CostFigure } from "@/lib/domain/adr/schema";
import type { Plot } from "@/lib/domain/charts/plot-model";
import { dashesOf, inkOf } from "@/lib/domain/charts/svg-text";
import type { PlotText } from "@/lib/domain/charts/text-width";
import { type Element, HAIR, INK, MUTED, muted, type Sheet, strong } from "./sheet";

type FigureBlock = Extract<AdrBlock, { kind: "figure" }>;
type Point = { x: number; y: number };
/** The plot in its own units, and where a point of it stands on the page. */
type Placed = { plot: Plot; scale: number; at: (point: Point) => Point };

/** Below the axis the plot keeps room for the strip of the cheapest, which a record does not hold. */
const STRIP_ROOM = 40;
const SIZE = 8;

/** Draws the cost curves as vector lines, from the same geometry as the screen, with direct names, crossings and today's load. */
export function drawCostFigure(sheet: Sheet, parent: Element, { title, description, figure }: FigureBlock): void {
  const plot = figurePlot(figure);
  const scale = sheet.width / plot.width;
  const tall = (plot.height - STRIP_ROOM) * scale;
  const legendRows = figure.series.length;
  sheet.need(tall + 70 + legendRows * 13);
  sheet.y += 4;
  const heading = sheet.element("H3", parent);
  sheet.flow(heading, sheet.lines([strong(title)], 9.6, sheet.width), { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  const element = sheet.element("Figure", parent, {
    alt: description,
    bbox: [sheet.left, sheet.y, sheet.left + sheet.width, sheet.y + tall + 30 + legendRows * 13],
  });
  sheet.marked(element, "Figure", () => {
    drawLegend(sheet, figure);
    const { left, y: top } = sheet;
    const placed: Placed = { plot, scale, at: ({ x, y }) => ({ x: left + x * scale, y: top + y * scale }) };
    drawAxes(sheet, figure, placed);
    drawLines(sheet, placed);
    drawDots(sheet, placed);
    sheet.doc.undash();
  });
  sheet.y += tall + 14;
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

function drawAxes(sheet: Sheet, figure: CostFigure, placed: Placed): void {
  const { plot, at } = placed;
  const { area } = plot;
  const { doc } = sheet;
  for (const { y, label: text } of plot.yTicks) {
    const [from, to] = [at({ x: area.left, y }), at({ x: area.right, y })];
    doc.undash().moveTo(from.x, from.y).lineTo(to.x, to.y).lineWidth(0.5).strokeColor(HAIR).stroke();
    write(sheet, text, placed);
  }
  for (const { label: text } of plot.xTicks) write(sheet, text, placed);
  const [upper, lower] = [at({ x: area.left, y: area.top }), at({ x: area.right, y: area.bottom })];
  label(sheet, figure.yLabel, { x: upper.x, y: upper.y - 15 });
  label(sheet, figure.xLabel, { x: lower.x, y: lower.y + 16, align: "right" });
  if (figure.now === null || figure.now.x > figure.to) return;
  const now = at({ x: area.left + ((area.right - area.left) * figure.now.x) / figure.to, y: area.top });
  doc.dash(1, { space: 2 }).moveTo(now.x, now.y).lineTo(now.x, lower.y).lineWidth(0.6).strokeColor(MUTED).stroke();
  label(sheet, figure.now.label, { x: now.x + 3, y: now.y });
}

function drawLines(sheet: Sheet, placed: Placed): void {
  for (const { id, path } of placed.plot.series) {
    const doc = stroke(sheet, id);
    pointsOf(path).forEach((point, index) => {
      const { x, y } = placed.at(point);
      if (index === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    });
    doc.stroke();
  }
  for (const series of placed.plot.series) write(sheet, series.label, placed);
}

function pointsOf(path: string): Point[] {
  return path
    .slice(1)
    .split("L")
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(",").map(Number);
      return { x, y };
    });
}

/** Only the first and the last crossing are marked: between them a staircase may cross a line many times. */
function drawDots(sheet: Sheet, placed: Placed): void {
  for (const dot of placed.plot.dots) {
    const { x, y } = placed.at(dot);
    sheet.doc.undash().circle(x, y, 3).lineWidth(1).fillAndStroke("#ffffff", INK);
    write(sheet, dot.label, placed);
  }
}

function stroke(sheet: Sheet, letter: string): PDFKit.PDFDocument {
  const [on = 0, off = 0] = (dashesOf(letter) ?? "").split(" ").filter(Boolean).map(Number);
  const doc = sheet.doc.lineWidth(1.4).strokeColor(inkOf(letter));
  return on === 0 ? doc.undash() : doc.dash(on, { space: off });
}

const ALIGN = { start: "left", middle: "center", end: "right" } as const;

/** A text of the plot, whose `y` is its baseline. */
function write(sheet: Sheet, { text, x, y, anchor }: PlotText, { at }: Placed): void {
  const place = at({ x, y });
  label(sheet, text, { x: place.x, y: place.y - SIZE, align: ALIGN[anchor] });
}

function label(sheet: Sheet, text: string, { x, y, align = "left" }: { x: number; y: number; align?: "left" | "center" | "right" }): void {
  const lines = sheet.tight([muted(text)], SIZE, 300);
  const width = lines[0]?.width ?? 0;
  const shift = { left: 0, center: width / 2, right: width };
  sheet.place(lines, { x: x - shift[align], y, size: SIZE, leading: 12 });
}
