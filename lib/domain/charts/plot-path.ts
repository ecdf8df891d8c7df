/** Straight pieces of a curve in load and money, and the same as points on a plot. */

export type PlotSegment = { from: number; to: number; intercept: number; slope: number };
export type Point = { x: number; y: number };
export type Scale = { x: (load: number) => number; y: (usd: number) => number; isLog: boolean; first: number };

const LOG_SAMPLES = 40;

/**
 * The corners of a curve on a plot. A line with an intercept bends on a log axis, so there it is drawn through samples.
 *
 * @example A flat piece of $290 up to 400/s gives its two ends.
 */
export function pointsOf(segments: readonly PlotSegment[], scale: Scale): Point[] {
  const points: Point[] = [];
  for (const segment of segments) {
    const from = scale.isLog ? Math.max(segment.from, scale.first) : segment.from;
    if (segment.to <= from && points.length > 0) continue;
    const isCurved = scale.isLog && segment.slope !== 0;
    const stops = isCurved ? logStops(from, segment.to) : [from, segment.to];
    points.push(...stops.map((x) => ({ x: scale.x(x), y: scale.y(heightAt(segment, x)) })));
  }
  return points;
}

/**
 * Points as the path of an SVG.
 *
 * @example pathOf([{ x: 0, y: 1 }, { x: 2, y: 1 }]) // "M0,1L2,1"
 */
export function pathOf(points: readonly Point[]): string {
  return points.length === 0 ? "" : `M${points.map(({ x, y }) => `${x},${y}`).join("L")}`;
}

/**
 * How many times a curve jumps.
 *
 * @example stepsIn([flat 290 up to 400, flat 580 up to 800]) // 1
 */
export function stepsIn(segments: readonly PlotSegment[]): number {
  return segments.slice(1).filter((segment, index) => {
    const before = segments[index];
    return before !== undefined && Math.abs(heightAt(before, segment.from) - heightAt(segment, segment.from)) > 1e-6;
  }).length;
}

/**
 * The pieces of a curve up to a load.
 *
 * @example cutAt([{ from: 0, to: 800, intercept: 290, slope: 0 }], 400) // one piece that ends at 400
 */
export function cutAt(segments: readonly PlotSegment[], to: number): PlotSegment[] {
  return segments
    .filter((segment, index) => segment.from < to || index === 0)
    .map((segment) => ({ ...segment, to: Math.min(segment.to, to) }));
}

/** Money at a load. */
export function heightAt(segment: PlotSegment, x: number): number {
  return segment.intercept + segment.slope * x;
}

/** Where a log axis begins: four decades below its end. */
export function firstLoad(to: number): number {
  return to / 10_000;
}

function logStops(from: number, to: number): number[] {
  return Array.from({ length: LOG_SAMPLES + 1 }, (_, index) => from * (to / from) ** (index / LOG_SAMPLES));
}
