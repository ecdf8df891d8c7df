import "server-only";
import type { AdrBlock, DotStrip } from "@/lib/domain/adr/schema";
import { type Element, INK, MUTED, muted, RULE, type Sheet, strong } from "./sheet";

type StripsBlock = Extract<AdrBlock, { kind: "strips" }>;

const RADIUS = 7;
/** Thirty people who agree would need half a page; above this the dots lie on each other. */
const MOST_LEVELS = 8;
const ACCENT = "#2e3da6";

/** Draws each number on which people differed as dots with initials over a line, and a bar where the team agreed. */
export function drawDotStrips(sheet: Sheet, parent: Element, { title, description, strips }: StripsBlock): void {
  sheet.need(30 + Math.max(70, ...strips.slice(0, 1).map((strip) => measure(sheet, strip).height)));
  const heading = sheet.element("H3", parent);
  sheet.flow(heading, sheet.lines([strong(title)], 9.6, sheet.width), { x: sheet.left, size: 9.6, leading: 14.4, tag: "H3" });
  sheet.y += 4;
  const figure = sheet.element("Figure", parent, { alt: description, placement: "Block" });
  for (const strip of strips) drawStrip(sheet, figure, strip);
  sheet.y += 8;
}

/** Where everything of a strip stands, and how much room it takes. */
function measure(sheet: Sheet, strip: DotStrip) {
  const labelWidth = sheet.width * 0.34;
  const [left, right] = [sheet.left + labelWidth + 24, sheet.left + sheet.width - 40];
  const place = scaleOf(strip, { left, right });
  const dots = stacked(strip.dots.map((dot) => ({ ...dot, x: place(dot.value) })));
  const levels = Math.max(1, ...dots.map((dot) => dot.level + 1));
  const lines = sheet.lines([muted(strip.label)], 8.6, labelWidth);
  return { left, right, place, dots, levels, lines, height: Math.max(levels * (2 * RADIUS + 1) + 24, lines.length * 12 + 8) };
}

function drawStrip(sheet: Sheet, figure: Element, strip: DotStrip): void {
  const { left, right, place, dots, levels, lines, height } = measure(sheet, strip);
  sheet.need(height);
  const axis = sheet.y + levels * (2 * RADIUS + 1) - RADIUS + 2;
  sheet.marked(figure, "Figure", () => {
    const { doc } = sheet;
    sheet.place(lines, { x: sheet.left, y: axis - 6, size: 8.6, leading: 12 });
    doc.moveTo(left, axis).lineTo(right, axis).lineWidth(0.6).strokeColor(RULE).stroke();
    if (strip.agreed !== null) doc.rect(place(strip.agreed) - 1, axis - 10, 2, 20).fill(INK);
    for (const dot of dots) drawDot(sheet, { ...dot, y: axis - dot.level * (2 * RADIUS + 1) });
    drawEnd(sheet, { text: strip.low.text, x: place(strip.low.value), y: axis + RADIUS + 2 });
    drawEnd(sheet, { text: strip.high.text, x: place(strip.high.value), y: axis + RADIUS + 2 });
  });
  sheet.y += height;
}

function drawDot(sheet: Sheet, { initials, x, y }: { initials: string; x: number; y: number }): void {
  sheet.doc.circle(x, y, RADIUS).lineWidth(0.8).fillAndStroke("#eef0fa", ACCENT);
  const lines = sheet.tight([{ text: initials, face: "bold", color: INK }], 6, 40);
  const width = lines[0]?.width ?? 0;
  sheet.place(lines, { x: x - width / 2, y: y - 4, size: 6, leading: 8 });
}

function drawEnd(sheet: Sheet, { text, x, y }: { text: string; x: number; y: number }): void {
  const lines = sheet.tight([{ text, face: "text", color: MUTED }], 7.4, 160).slice(0, 1);
  sheet.place(lines, { x: x - (lines[0]?.width ?? 0) / 2, y, size: 7.4, leading: 11 });
}

/** Logarithmic where the answers lie more than ten times apart, else linear; the agreed value is always on the line. */
function scaleOf({ low, high, agreed }: DotStrip, { left, right }: { left: number; right: number }): (value: number) => number {
  const from = Math.min(low.value, agreed ?? low.value);
  const to = Math.max(high.value, agreed ?? high.value);
  const isLog = from > 0 && to / from > 10;
  const at = (value: number) => (isLog ? Math.log10(value) : value);
  return (value) => left + ((at(value) - at(from)) / (at(to) - at(from))) * (right - left);
}

/** Dots that would cover each other stand one above the other. */
function stacked<T extends { x: number }>(dots: readonly T[]): (T & { level: number })[] {
  const placed: (T & { level: number })[] = [];
  for (const dot of dots.toSorted((a, b) => a.x - b.x)) {
    let level = 0;
    while (level < MOST_LEVELS - 1 && placed.some((other) => other.level === level && dot.x - other.x < 2 * RADIUS + 1)) level += 1;
    placed.push({ ...dot, level });
  }
  return placed;
}
