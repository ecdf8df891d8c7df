import { chartMoney } from "../charts/chart-money";
import { plotSvg } from "../charts/plot-svg";
import { element, escapeXml, PAPER, svgDocument } from "../charts/svg-text";
import { totalPlot } from "../charts/total-plot";
import { totalSvg } from "../charts/total-svg";
import { figurePlot } from "./figure-plot";
import type { AdrBlock, DotStrip } from "./schema";

export type DrawnBlock = Extract<AdrBlock, { kind: "funnel" | "strips" | "figure" | "total" }>;

const WIDTH = 752;
const TEXT = { "font-size": 13 };
const [LABEL, ROW, BAR] = [250, 28, 12];
const RADIUS = 10;

/**
 * A drawing of a record as an SVG file, in the colours of paper. The table beside it says the same.
 * @example drawingSvg({ kind: "funnel", title: "How many stayed", description: "…", bars: [] }).startsWith("<svg") // true
 */
export function drawingSvg(block: DrawnBlock): string {
  const about = { title: block.title, description: block.description };
  if (block.kind === "figure") return plotSvg(figurePlot(block.figure), about);
  if (block.kind === "total")
    return totalSvg(totalPlot({ rows: block.rows, width: WIDTH, texts: { money: (usd) => chartMoney(usd, block.locale) } }), about);
  const rows = block.kind === "funnel" ? funnelRows(block.bars) : stripRows(block.strips);
  return svgDocument({ width: WIDTH, height: Math.max(ROW, rows.height), ...about }, rows.parts);
}

type Rows = { parts: string[]; height: number };

function funnelRows(bars: Extract<DrawnBlock, { kind: "funnel" }>["bars"]): Rows {
  const most = Math.max(1, ...bars.map(({ stayed }) => stayed));
  const full = WIDTH - LABEL - 60;
  const parts = bars.flatMap(({ label, stayed, text }, index) => {
    const y = index * ROW;
    return [
      words({ x: 0, y: y + 18, fill: PAPER.ink2 }, label),
      element("rect", { x: LABEL, y: y + 8, width: full, height: BAR, fill: PAPER.rule }),
      element("rect", { x: LABEL, y: y + 8, width: Math.max(1, (stayed / most) * full), height: BAR, fill: PAPER.ink3 }),
      words({ x: LABEL + full + 10, y: y + 18, fill: PAPER.ink }, text),
    ];
  });
  return { parts, height: bars.length * ROW };
}

function stripRows(strips: readonly DotStrip[]): Rows {
  let height = 0;
  const parts = strips.flatMap((strip) => {
    const { dots, levels } = stacked(strip);
    const axis = height + levels * 2 * RADIUS + 4;
    height = axis + 40;
    return [
      words({ x: 0, y: axis + 4, fill: PAPER.ink2 }, strip.label),
      element("line", { x1: LABEL, x2: WIDTH - 40, y1: axis, y2: axis, stroke: PAPER.rule }),
      ...(strip.agreed === null
        ? []
        : [element("rect", { x: place(strip, strip.agreed) - 1.5, y: axis - 14, width: 3, height: 28, fill: PAPER.ink })]),
      ...dots.flatMap(({ x, initials, level }) => [
        element("circle", { cx: x, cy: axis - level * 2 * RADIUS, r: RADIUS, fill: "#eef0fa", stroke: "#2e3da6" }),
        words({ x, y: axis - level * 2 * RADIUS + 3, fill: PAPER.ink, "text-anchor": "middle", "font-size": 8 }, initials),
      ]),
      ...[strip.low, strip.high].map(({ value, text }) =>
        words({ x: place(strip, value), y: axis + 28, fill: PAPER.ink3, "text-anchor": "middle", "font-size": 11 }, text),
      ),
    ];
  });
  return { parts, height };
}

/** Dots of one place stand above each other. */
function stacked(strip: DotStrip) {
  const taken = new Map<number, number>();
  const dots = strip.dots.map(({ initials, value }) => {
    const x = place(strip, value);
    const level = taken.get(Math.round(x / RADIUS)) ?? 0;
    taken.set(Math.round(x / RADIUS), level + 1);
    return { initials, x, level };
  });
  return { dots, levels: Math.max(1, ...dots.map(({ level }) => level + 1)) };
}

/** Logarithmic where the answers lie more than ten times apart, else linear. */
function place({ low, high, agreed }: DotStrip, value: number): number {
  const [from, to] = [Math.min(low.value, agreed ?? low.value), Math.max(high.value, agreed ?? high.value)];
  const isLog = from > 0 && to / from > 10;
  const share = isLog ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from || 1);
  return Math.round((LABEL + RADIUS + share * (WIDTH - LABEL - 60 - RADIUS)) * 100) / 100;
}

function words(attributes: Record<string, string | number>, text: string): string {
  return element("text", { ...TEXT, ...attributes }, escapeXml(text));
}
