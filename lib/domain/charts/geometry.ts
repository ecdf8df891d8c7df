/**
 * Where everything on the cost chart stands, in the units of the viewBox. Pure, so that the live chart and the static
 * figure draw the same picture.
 */

type PlotSegment = { from: number; to: number; intercept: number; slope: number };
export type PlotSeries = { id: string; segments: PlotSegment[] };
export type PlotBand = { id: string; low: number; typical: number; high: number };
/** A load at which the cheapest changes, and what it costs there. */
export type PlotChange = { x: number; cost: number };

export type PlotInput = {
  series: PlotSeries[];
  /** Right end of the axis in load. */
  to: number;
  bands: PlotBand[];
  /** Changes of the cheapest, left to right. */
  changes: PlotChange[];
  strip: { from: number; to: number; id: string | null }[];
  width: number;
  height: number;
  xTicks?: number;
  isLog?: boolean;
};

export type Plot = {
  width: number;
  height: number;
  area: { left: number; right: number; top: number; bottom: number };
  xTicks: { value: number; x: number }[];
  yTicks: { value: number; y: number }[];
  /** Top of the money axis. */
  yMax: number;
  series: { id: string; path: string; steps: number; end: { x: number; y: number; cost: number }; labelY: number }[];
  bands: { id: string; x: number; width: number; typicalX: number }[];
  /** The first change and, when there are more, the last: the rest lies in the zone between. */
  dots: PlotDot[];
  /** Between first and last change, where the winner depends on how full the last node is. */
  zone: { x: number; width: number } | null;
  strip: { id: string | null; x: number; width: number }[];
};
type PlotDot = {
  role: "only" | "first" | "settled";
  load: number;
  cost: number;
  x: number;
  y: number;
  labelX: number;
  labelY: number;
  anchor: "start" | "end";
};

const MARGIN = { left: 60, right: 205, top: 44, bottom: 78 };
/** Narrow charts label lines by letter and amount only. */
const NARROW = { width: 520, left: 52, right: 76 };
/** Height of the cheapest strip and how far it stands above the lower edge. */
export const STRIP = { height: 16, above: 38 } as const;
const LABEL_GAP = 17;
const LOG_SAMPLES = 40;

/**
 * The whole plot. Series, bands, changes and strip are cut at `to`; a series that ends earlier keeps its label at its own
 * end. On a log axis loads below one ten-thousandth of `to` lie left of the plot.
 *
 * @example plotOf({ series, to: 4000, width: 752, height: 392, ... }).area // { left: 60, right: 547, top: 44, bottom: 314 }
 */
export function plotOf(input: PlotInput): Plot {
  const { width, height } = input;
  const sides = width < NARROW.width ? NARROW : MARGIN;
  const area = {
    left: sides.left,
    right: Math.max(sides.left + 80, width - sides.right),
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const shown = input.series
    .map((series) => ({ id: series.id, segments: cutAt(series.segments, input.to) }))
    .filter(({ segments }) => segments.length > 0);
  const highest = Math.max(
    0,
    ...shown.flatMap(({ segments }) => segments.flatMap((segment) => [heightAt(segment, segment.from), heightAt(segment, segment.to)])),
  );
  const yValues = niceTicks(highest > 0 ? highest : 1, 4);
  const yMax = yValues.at(-1) ?? 1;
  const scale: Scale = {
    ...scalesOf({ area, to: input.to, yMax, isLog: input.isLog ?? false }),
    isLog: input.isLog ?? false,
    first: firstLoad(input.to),
  };
  const ends = shown.map((series) => ({ ...series, ...endOf(series.segments, scale) }));
  const labels = spread(
    ends.map(({ end }) => end.y),
    { gap: LABEL_GAP, top: area.top, bottom: area.bottom },
  );
  const dots = dotsOf(input.changes, { scale, area, to: input.to });
  return {
    width,
    height,
    area,
    xTicks: xTicksOf(input, scale),
    yTicks: yValues.map((value) => ({ value, y: scale.y(value) })),
    yMax,
    series: ends.map(({ id, segments, end }, index) => ({
      id,
      path: pathOf(segments, scale),
      steps: stepsIn(segments),
      end,
      labelY: labels[index] ?? end.y,
    })),
    bands: input.bands.filter(({ low }) => low < input.to).map((band) => bandOf(band, { scale, to: input.to })),
    dots,
    zone: zoneOf(input, { scale, area }),
    strip: input.strip
      .filter(({ from }) => from < input.to)
      .map(({ id, from, to }) => {
        const x = scale.x(from);
        return { id, x, width: scale.x(Math.min(to, input.to)) - x };
      }),
  };
}

type Scale = { x: (load: number) => number; y: (usd: number) => number; isLog: boolean; first: number };
type Area = Plot["area"];

/**
 * Round numbers from zero to at or just above a maximum.
 *
 * @example niceTicks(3238, 4) // [0, 1000, 2000, 3000, 4000]
 */
export function niceTicks(max: number, count: number): number[] {
  const step = niceStep(max / count);
  const last = Math.ceil(max / step - 1e-9);
  return Array.from({ length: last + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** How many times a curve jumps within the view. */
function stepsIn(segments: PlotSegment[]): number {
  return segments.slice(1).filter((segment, index) => {
    const before = segments[index];
    return before !== undefined && Math.abs(heightAt(before, segment.from) - heightAt(segment, segment.from)) > 1e-6;
  }).length;
}

/** The pieces of a curve up to a load. */
export function cutAt(segments: PlotSegment[], to: number): PlotSegment[] {
  return segments
    .filter((segment, index) => segment.from < to || index === 0)
    .map((segment) => ({ ...segment, to: Math.min(segment.to, to) }));
}

export function heightAt(segment: PlotSegment, x: number): number {
  return segment.intercept + segment.slope * x;
}

/** Where a log axis begins: four decades below its end. */
export function firstLoad(to: number): number {
  return to / 10_000;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = rough / power;
  return (NICE.find((nice) => unit <= nice + 1e-9) ?? 10) * power;
}
const NICE = [1, 2, 2.5, 5, 10];

function scalesOf({ area, to, yMax, isLog }: { area: Area; to: number; yMax: number; isLog: boolean }) {
  const across = area.right - area.left;
  const decades = Math.log10(to / firstLoad(to));
  const share = (load: number) => (isLog ? Math.max(0, Math.log10(Math.max(load, firstLoad(to)) / firstLoad(to))) / decades : load / to);
  return {
    x: (load: number) => round(area.left + across * share(load)),
    y: (usd: number) => round(area.bottom - ((area.bottom - area.top) * usd) / yMax),
  };
}

function xTicksOf(input: PlotInput, scale: Scale): Plot["xTicks"] {
  if (input.isLog) {
    const last = Math.floor(Math.log10(input.to));
    return [3, 2, 1, 0].map((back) => 10 ** (last - back)).map((value) => ({ value, x: scale.x(value) }));
  }
  return niceTicks(input.to, input.xTicks ?? 4)
    .filter((value) => value <= input.to * (1 + 1e-9))
    .map((value) => ({ value, x: scale.x(value) }));
}

function pathOf(segments: PlotSegment[], scale: Scale): string {
  const points: string[] = [];
  for (const segment of segments) {
    const from = scale.isLog ? Math.max(segment.from, scale.first) : segment.from;
    if (segment.to <= from && points.length > 0) continue;
    const isCurved = scale.isLog && segment.slope !== 0;
    const stops = isCurved ? logStops(from, segment.to) : [from, segment.to];
    for (const x of stops) points.push(`${scale.x(x)},${scale.y(heightAt(segment, x))}`);
  }
  return points.length === 0 ? "" : `M${points.join("L")}`;
}

/** A line with an intercept bends on a log axis, so it is drawn through samples there and nowhere else. */
function logStops(from: number, to: number): number[] {
  return Array.from({ length: LOG_SAMPLES + 1 }, (_, index) => from * (to / from) ** (index / LOG_SAMPLES));
}

function endOf(segments: PlotSegment[], scale: Scale) {
  const last = segments.at(-1);
  const cost = last ? heightAt(last, last.to) : 0;
  return { end: { x: scale.x(last?.to ?? 0), y: scale.y(cost), cost } };
}

function bandOf(band: PlotBand, { scale, to }: { scale: Scale; to: number }) {
  const x = scale.x(band.low);
  const width = Math.max(2, scale.x(Math.min(band.high, to)) - x);
  return { id: band.id, x, width, typicalX: scale.x(Math.min(band.typical, to)) };
}

/** The stretch between first and last change; it runs on to the edge when the last one lies beyond the view. */
function zoneOf({ changes, to }: PlotInput, { scale, area }: { scale: Scale; area: Area }): Plot["zone"] {
  const first = changes[0];
  const last = changes.at(-1);
  if (changes.length < 3 || !first || !last || first.x >= to) return null;
  const x = scale.x(first.x);
  return { x, width: (last.x > to ? area.right : scale.x(last.x)) - x };
}

function dotsOf(changes: PlotChange[], { scale, area, to }: { scale: Scale; area: Area; to: number }): PlotDot[] {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const chosen: [PlotDot["role"], PlotChange][] =
    first === last
      ? [["only", first]]
      : [
          ["first", first],
          ["settled", last],
        ];
  const dots = chosen
    .filter(([, { x }]) => x <= to)
    .map(([role, { x, cost }]): PlotDot => {
      const at = { x: scale.x(x), y: scale.y(cost) };
      const isRight = at.x > (area.left + area.right) / 2;
      const below = Math.min(area.bottom - 6, at.y + 26);
      return { role, load: x, cost, ...at, labelX: at.x + (isRight ? -10 : 12), labelY: below, anchor: isRight ? "end" : "start" };
    });
  const [one, two] = dots;
  if (one && two && Math.abs(one.labelY - two.labelY) < LABEL_GAP && Math.abs(one.labelX - two.labelX) < 260)
    two.labelY = Math.max(area.top + 12, two.y - 16);
  return dots;
}

/** Moves labels apart, top to bottom, and back up when they pass the lower edge. */
function spread(wanted: number[], { gap, top, bottom }: { gap: number; top: number; bottom: number }): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let at = top - gap;
  for (const label of order) {
    label.y = Math.max(label.y, at + gap);
    at = label.y;
  }
  let limit = bottom + gap;
  for (const label of [...order].reverse()) {
    label.y = Math.min(label.y, limit - gap);
    limit = label.y;
  }
  const placed: number[] = [];
  for (const label of order) placed[label.index] = round(label.y);
  return placed;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
