import { niceTicks } from "./nice-ticks";
import { within, withoutCollisions } from "./place-labels";
import { type Box, type PlotText, textWidth } from "./text-width";

/* Total cost as stacked bars: one row per design, its components in a fixed order, a whisker from low to high. */

export type TotalPart = { component: string; usd: number };
export type TotalRow = {
  id: string;
  name: string;
  parts: TotalPart[];
  /** Null when nothing is known of the range. */
  low: number | null;
  high: number | null;
  /** What stands at the end of the bar, for example "at least $12,300". */
  total: string;
};
export type TotalInput = { rows: TotalRow[]; width: number; texts: { money: (usd: number) => string } };

export type TotalBar = {
  id: string;
  name: PlotText;
  parts: { component: string; usd: number; x: number; width: number; number: PlotText | null }[];
  y: number;
  height: number;
  whisker: { from: number; to: number; y: number } | null;
  total: PlotText;
};
export type TotalPlot = {
  width: number;
  height: number;
  area: Box;
  xTicks: { value: number; x: number; label: PlotText }[];
  bars: TotalBar[];
};

const SIZE = 13;
const NAME = 18;
const BAR = 20;
const ROW = NAME + BAR + 22;
const FOOT = 26;
const GAP = 8;
/** A component narrower than this has no room for its number. */
const NUMBERED = 14;

/**
 * The bars with a common money axis that holds every whisker. The total stands behind its bar and whisker, on the line of
 * the name where there is no room; components are numbered in their fixed order, so that no reader depends on a tint.
 *
 * @example totalPlot({ rows, width: 752, texts }).bars[0]?.parts.length // 5
 */
export function totalPlot({ rows, width, texts }: TotalInput): TotalPlot {
  const highest = Math.max(0, ...rows.map(({ parts, high }) => Math.max(high ?? 0, sumOf(parts))));
  const xValues = niceTicks(highest || 1, width < 480 ? 2 : 4);
  const max = xValues.at(-1) ?? 1;
  const height = rows.length * ROW + FOOT;
  const area = { left: 0, right: width - 1, top: 0, bottom: height - FOOT };
  const scale = (usd: number) => round(area.left + ((area.right - area.left) * usd) / max);
  return {
    width,
    height,
    area,
    xTicks: withoutCollisions(
      xValues.map((value) => ({
        value,
        x: scale(value),
        label: within(
          { text: texts.money(value), x: scale(value), y: area.bottom + 18, anchor: "middle", size: SIZE, isBold: false },
          { left: 0, right: width },
        ),
      })),
    ),
    bars: rows.map((row, index) => barOf(row, { top: index * ROW, scale, width })),
  };
}

function barOf(row: TotalRow, { top, scale, width }: { top: number; scale: (usd: number) => number; width: number }): TotalBar {
  const y = top + NAME;
  const middle = y + BAR / 2;
  let at = 0;
  const parts = row.parts.map(({ component, usd }, index) => {
    const x = scale(at);
    at += usd;
    const wide = round(scale(at) - x);
    const number: PlotText | null =
      wide < NUMBERED
        ? null
        : { text: String(index + 1), x: round(x + wide / 2), y: middle + 4, anchor: "middle", size: SIZE - 2, isBold: true };
    return { component, usd, x, width: wide, number };
  });
  const whisker = row.low === null || row.high === null ? null : { from: scale(row.low), to: scale(row.high), y: y + BAR + 7 };
  const after = Math.max(scale(at), 0) + GAP;
  const fits = after + textWidth(row.total, SIZE) < width;
  const total: PlotText = fits
    ? { text: row.total, x: after, y: middle + 5, anchor: "start", size: SIZE, isBold: true }
    : { text: row.total, x: width, y: top + 12, anchor: "end", size: SIZE, isBold: true };
  const room = fits ? width : width - textWidth(row.total, SIZE) - GAP;
  const label = `${row.id} · ${row.name}`;
  const text = textWidth(label, SIZE) <= room ? label : row.id;
  return {
    id: row.id,
    name: { text, x: 0, y: top + 12, anchor: "start", size: SIZE, isBold: false },
    parts,
    y,
    height: BAR,
    whisker,
    total,
  };
}

function sumOf(parts: readonly TotalPart[]): number {
  return parts.reduce((sum, { usd }) => sum + usd, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
