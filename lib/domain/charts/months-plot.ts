import { niceTicks } from "./nice-ticks";
import { spread, within, withoutCollisions } from "./place-labels";
import { type Point, pathOf } from "./plot-path";
import { type Box, type PlotText, textWidth } from "./text-width";

/* Cost over time as small multiples: one panel per growth path, all with the same money axis. */

export type MonthsSeries = { id: string; points: { month: number; cost: number | null }[] };
export type MonthsPath = { id: string; series: MonthsSeries[]; crossings: { month: number; cost: number }[] };

export type MonthsTexts = {
  panel: (pathId: string) => string;
  month: (month: number) => string;
  money: (usd: number) => string;
};

export type MonthsInput = { paths: MonthsPath[]; months: number; width: number; panelHeight: number; texts: MonthsTexts };

export type MonthsPanel = {
  id: string;
  /** Where the panel stands in the whole drawing; everything below is in the panel's own units. */
  left: number;
  top: number;
  width: number;
  height: number;
  area: Box;
  title: PlotText;
  xTicks: { value: number; x: number; label: PlotText }[];
  yTicks: { value: number; y: number; label: PlotText | null }[];
  series: { id: string; path: string; end: Point; label: PlotText }[];
  dots: { x: number; y: number; month: number; cost: number }[];
};

export type MonthsPlot = { width: number; height: number; yMax: number; months: number; panels: MonthsPanel[] };

const SIZE = 12;
const GAP = 20;
const TITLE = 26;
const FOOT = 26;
const LETTER_GAP = 14;
const TICK_GAP = 8;
/** Room at the right for the letters of the lines. */
const LETTERS = 26;
/** Narrower panels stand one below the other. */
const NARROWEST = 190;
const TICK_MONTHS = 12;

/**
 * The panels side by side, or one below the other where they would be too narrow to read. A series ends where its design
 * cannot carry the load any more. The money axis ends at a round number at or above the highest cost of any panel.
 *
 * @example monthsPlot({ paths: [low, typical, high], months: 36, width: 752, panelHeight: 220, texts }).panels.length // 3
 */
export function monthsPlot(input: MonthsInput): MonthsPlot {
  const { paths, months, width, panelHeight, texts } = input;
  const highest = Math.max(0, ...paths.flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ cost }) => cost ?? 0))));
  const yValues = niceTicks(highest || 1, 3);
  const yMax = yValues.at(-1) ?? 1;
  const left = Math.ceil(Math.max(...yValues.map((value) => textWidth(texts.money(value), SIZE))) + TICK_GAP + 1);
  const count = Math.max(1, paths.length);
  const isRow = (width - left - GAP * (count - 1)) / count >= NARROWEST - LETTERS;
  const inner = isRow ? (width - left - GAP * (count - 1)) / count : width - left;
  const panels = paths.map((path, index) => {
    const hasLabels = !isRow || index === 0;
    const panelLeft = isRow && index > 0 ? round(left + index * (inner + GAP)) : 0;
    const area = {
      left: hasLabels ? left : 0,
      right: round((hasLabels ? left : 0) + inner - LETTERS),
      top: TITLE,
      bottom: panelHeight - FOOT,
    };
    const at = { left: panelLeft, top: isRow ? 0 : index * (panelHeight + GAP), width: round(area.right + LETTERS), height: panelHeight };
    return panelOf(path, { at, area, months, yValues, hasLabels, texts });
  });
  const height = isRow ? panelHeight : count * panelHeight + (count - 1) * GAP;
  return { width, height, yMax, months, panels };
}

type PanelFrame = {
  at: Pick<MonthsPanel, "left" | "top" | "width" | "height">;
  area: Box;
  months: number;
  yValues: number[];
  hasLabels: boolean;
  texts: MonthsTexts;
};

function panelOf(path: MonthsPath, { at, area, months, yValues, hasLabels, texts }: PanelFrame): MonthsPanel {
  const yMax = yValues.at(-1) ?? 1;
  const x = (month: number) => round(area.left + ((area.right - area.left) * month) / months);
  const y = (usd: number) => round(area.bottom - ((area.bottom - area.top) * usd) / yMax);
  const lines = path.series.flatMap(({ id, points }) => {
    const carried = points.flatMap(({ month, cost }) => (cost === null || month > months ? [] : [{ x: x(month), y: y(cost) }]));
    const end = carried.at(-1);
    return end ? [{ id, path: pathOf(carried), end }] : [];
  });
  const heights = spread(
    lines.map(({ end }) => end.y),
    { gap: LETTER_GAP, top: area.top, bottom: area.bottom },
  );
  const text = (label: string, place: Point, anchor: PlotText["anchor"], isBold = false): PlotText => ({
    text: label,
    ...place,
    anchor,
    size: SIZE,
    isBold,
  });
  const ticks = Array.from({ length: Math.floor(months / TICK_MONTHS) + 1 }, (_, index) => index * TICK_MONTHS);
  return {
    id: path.id,
    ...at,
    area,
    title: within(text(texts.panel(path.id), { x: area.left, y: 13 }, "start", true), { left: 0, right: at.width }),
    xTicks: withoutCollisions(
      ticks.map((value) => ({
        value,
        x: x(value),
        label: within(text(texts.month(value), { x: x(value), y: area.bottom + 17 }, "middle"), { left: 0, right: at.width }),
      })),
    ),
    yTicks: yValues.map((value) => ({
      value,
      y: y(value),
      label: hasLabels ? text(texts.money(value), { x: area.left - TICK_GAP, y: y(value) + 4 }, "end") : null,
    })),
    series: lines.map((line, index) => ({
      ...line,
      label: text(line.id, { x: line.end.x + 6, y: (heights[index] ?? line.end.y) + 4 }, "start", true),
    })),
    // Designs that cost the same cross a third in one point.
    dots: [...new Map(path.crossings.map((one) => [`${one.month} ${one.cost}`, one])).values()]
      .filter(({ month }) => month <= months)
      .map(({ month, cost }) => ({ x: x(month), y: y(cost), month, cost })),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
