import { chartMoney } from "../charts/chart-money";
import { shortened } from "../charts/place-labels";
import { plotElements, textOf } from "../charts/plot-svg";
import { element, escapeXml, PAPER, svgDocument } from "../charts/svg-text";
import { textWidth } from "../charts/text-width";
import { totalPlot } from "../charts/total-plot";
import { totalSvg } from "../charts/total-svg";
import { figurePlot } from "./figure-plot";
import type { AdrBlock, CostFigure, DotStrip } from "./schema";

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
  if (block.kind === "figure") return costSvg(block.figure, about);
  if (block.kind === "total")
    return totalSvg(totalPlot({ rows: block.rows, width: WIDTH, texts: { money: (usd) => chartMoney(usd, block.locale) } }), about);
  const rows = block.kind === "funnel" ? funnelRows(block.bars) : stripRows(block.strips);
  return svgDocument({ width: WIDTH, height: Math.max(ROW, rows.height), ...about }, rows.parts);
}

/** Room above the plot for the unit of its money. */
const HEAD = 20;

/** The curves with the units of both axes and the load of today. */
function costSvg(figure: CostFigure, about: { title: string; description: string }): string {
  const plot = figurePlot(figure);
  const { area, width, height } = plot;
  const text = { size: 13, isBold: false, anchor: "start" } as const;
  const x = figure.now === null ? null : area.left + ((area.right - area.left) * figure.now.x) / figure.to;
  const now =
    figure.now === null || x === null || x > area.right
      ? []
      : [
          element("line", { x1: x, x2: x, y1: area.top, y2: area.bottom, stroke: PAPER.ink3, "stroke-dasharray": "1 3" }),
          textOf({ ...text, text: figure.now.label, x: x + 4, y: area.top + 14 }, PAPER.ink3, true),
        ];
  return svgDocument({ width, height: height + HEAD, ...about }, [
    textOf({ ...text, text: figure.yLabel, x: 0, y: 14 }, PAPER.ink3),
    element("g", { transform: `translate(0,${HEAD})` }, [
      ...plotElements(plot),
      ...now,
      textOf({ ...text, text: figure.xLabel, x: area.right, y: area.bottom + 36, anchor: "end" }, PAPER.ink3),
    ]),
  ]);
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
      ...linesOf(strip.label).map((line, index, all) =>
        words({ x: 0, y: axis + 4 + (index - (all.length - 1) / 2) * 16, fill: PAPER.ink2 }, line),
      ),
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

/** A question on one line or two; what is longer still is cut at its end. */
function linesOf(text: string): string[] {
  const room = LABEL - RADIUS - 4;
  const fits = (part: string) => textWidth(part, TEXT["font-size"]) <= room;
  if (fits(text)) return [text];
  const all = text.split(" ");
  const count = all.findLastIndex((_, index) => fits(all.slice(0, index + 1).join(" "))) + 1;
  if (count === 0) return [shortened(text, { size: TEXT["font-size"], room })];
  return [all.slice(0, count).join(" "), shortened(all.slice(count).join(" "), { size: TEXT["font-size"], room })];
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
