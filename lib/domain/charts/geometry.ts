import { niceTicks } from "./nice-ticks";
import { endLabel, spread, within } from "./place-labels";
import { captionsOf, dotsOf, joined, stripPart, xTicksOf, zoneOf } from "./plot-marks";
import type { Plot, PlotInput, PlotSeries, PlotTexts } from "./plot-model";
import { cutAt, firstLoad, heightAt, type PlotSegment, type Point, pathOf, pointsOf, type Scale, stepsIn } from "./plot-path";
import { boxOf, type PlotText, textWidth } from "./text-width";

/** Below this width lines are labelled by letter and price only, and each axis has three ticks. */
const NARROW = 520;
const SIZE = 13;
const LABEL_GAP = 17;
const CAPTION_ROW = 15;
/** Above the upper grid line, whose money stands beside it. */
const CAPTION_GAP = 13;
/** Between a line's end and its label lies the coloured stub. */
const STUB = 11;
const TOP = 20;
const BOTTOM = 72;
const STRIP_ABOVE_EDGE = 38;

/**
 * The whole plot. Series, bands, changes and strip are cut at `to`; a series that ends earlier keeps its label at its own
 * end. On a log axis loads below one ten-thousandth of `to` lie left of the plot. The plot grows taller than asked when
 * its labels would not find room one above the other.
 *
 * @example plotOf({ series, to: 4000, width: 752, height: 400, ... }).area.left // 55, as wide as "$4,000" and a gap
 */
export function plotOf(input: PlotInput): Plot {
  const { width, to, texts } = input;
  const isNarrow = width < NARROW;
  const shown = input.series
    .map(({ id, segments }) => ({ id, segments: cutAt(segments, to) }))
    .filter(({ segments }) => segments.length > 0)
    .map((series) => ({ ...series, cost: endCost(series.segments), label: nameAtEnd(series, { isNarrow, width, texts }) }));
  const yValues = niceTicks(highestOf(shown) || 1, isNarrow ? 2 : 4);
  const sides = sidesOf({ width, texts, yValues, labels: shown.map(({ label }) => label) });
  const xOf = loadScale({ ...sides, to, isLog: input.isLog ?? false });
  const bands = captionsOf(input, { xOf, width });
  const rows = Math.max(0, ...bands.map(({ row }) => row + 1));
  const top = TOP + rows * CAPTION_ROW;
  const height = Math.max(input.height, top + BOTTOM + shown.length * LABEL_GAP);
  const area = { ...sides, top, bottom: height - BOTTOM };
  const yMax = yValues.at(-1) ?? 1;
  const yOf = (usd: number) => round(area.bottom - ((area.bottom - area.top) * usd) / yMax);
  const scale: Scale = { x: xOf, y: yOf, isLog: input.isLog ?? false, first: firstLoad(to) };
  const lines = shown.map((series) => {
    const points = pointsOf(series.segments, scale);
    return { ...series, points, end: { x: xOf(series.segments.at(-1)?.to ?? 0), y: yOf(series.cost), cost: series.cost } };
  });
  const heights = spread(
    lines.map(({ end }) => end.y),
    { gap: LABEL_GAP, top: area.top, bottom: area.bottom },
  );
  const series = lines.map(({ id, segments, points, end, label }, index) => {
    const text = { text: label, x: end.x + STUB, y: (heights[index] ?? end.y) + 4, anchor: "start", size: SIZE, isBold: true } as const;
    return { id, path: pathOf(points), steps: stepsIn(segments), end, label: within(text, { left: 0, right: width }) };
  });
  const stripY = height - STRIP_ABOVE_EDGE;
  return {
    width,
    height,
    area,
    xTicks: xTicksOf(input, { xOf, y: area.bottom + 20, width, count: isNarrow ? 2 : 4 }),
    yTicks: yValues.map((value) => ({ value, y: yOf(value), label: beside(texts.money(value), { x: area.left, y: yOf(value) + 4 }) })),
    yMax,
    series,
    bands: bands.map(({ row, label, ...band }) => ({ ...band, label: { ...label, y: area.top - CAPTION_GAP - row * CAPTION_ROW } })),
    dots: dotsOf(input, { scale, area, lines: lines.map(({ points }) => points), taken: series.map(({ label }) => boxOf(label)) }),
    zone: zoneOf(input, { xOf, right: area.right }),
    strip: joined(input.strip)
      .filter(({ from }) => from < to)
      .map((part) => stripPart(part, { xOf, to, y: stripY, nobody: texts.nobody })),
    stripY,
    cheapest: { ...beside(texts.cheapest, { x: area.left, y: stripY + 12 }), size: SIZE - 1 },
  };
}

function endCost(segments: PlotSegment[]): number {
  const last = segments.at(-1);
  return last ? heightAt(last, last.to) : 0;
}

function highestOf(series: readonly { segments: PlotSegment[] }[]): number {
  return Math.max(0, ...series.flatMap(({ segments }) => segments.flatMap((part) => [heightAt(part, part.from), heightAt(part, part.to)])));
}

const NAME_SHARE = 0.34;

function nameAtEnd(series: PlotSeries, { isNarrow, width, texts }: { isNarrow: boolean; width: number; texts: PlotTexts }): string {
  const price = texts.money(endCost(series.segments));
  if (isNarrow) return `${series.id} ${price}`;
  return endLabel({ id: series.id, name: texts.names[series.id] ?? series.id, price, room: width * NAME_SHARE - STUB });
}

/** The left margin holds the money axis and the strip's caption, the right one the labels of the lines. */
function sidesOf({ width, texts, yValues, labels }: { width: number; texts: PlotTexts; yValues: number[]; labels: string[] }) {
  const money = yValues.map((value) => textWidth(texts.money(value), SIZE));
  const left = Math.ceil(Math.max(textWidth(texts.cheapest, SIZE - 1), ...money) + TICK_GAP + 1);
  const right = Math.ceil(Math.max(40, ...labels.map((label) => textWidth(label, SIZE) + STUB + 1)));
  return { left, right: Math.max(left + 40, width - right) };
}

const TICK_GAP = 10;

function beside(text: string, { x, y }: Point): PlotText {
  return { text, x: x - TICK_GAP, y, anchor: "end", size: SIZE, isBold: false };
}

function loadScale({ left, right, to, isLog }: { left: number; right: number; to: number; isLog: boolean }) {
  const first = firstLoad(to);
  const decades = Math.log10(to / first);
  const share = (load: number) => (isLog ? Math.max(0, Math.log10(Math.max(load, first) / first)) / decades : load / to);
  return (load: number) => round(left + (right - left) * share(load));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
