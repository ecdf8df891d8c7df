import type { PlotSeries } from "./plot-model";
import { cutAt, firstLoad, heightAt } from "./plot-path";

/** One row per breakpoint and side: at a jump the load stands twice, before and after. Null where a series has ended. */
type ChartRow = { x: number; values: Record<string, number | null> };

const LOG_SAMPLES = 40;

/**
 * Rows for a line chart that keep every breakpoint and nothing between, because a curve is straight there. On a log axis
 * sloping pieces bend, so 40 samples a view are added.
 *
 * @example A step at 400 gives the rows 0, 400 (before), 400 (after) and the end.
 */
export function chartRows(input: { series: PlotSeries[]; to: number; isLog?: boolean }): ChartRow[] {
  const series = input.series.map(({ id, segments }) => ({ id, segments: cutAt(segments, input.to) }));
  const start = input.isLog ? firstLoad(input.to) : 0;
  const samples = input.isLog ? Array.from({ length: LOG_SAMPLES }, (_, index) => start * (input.to / start) ** (index / LOG_SAMPLES)) : [];
  const edges = [start, input.to, ...samples, ...series.flatMap(({ segments }) => segments.map(({ to }) => to))];
  const loads = [...new Set(edges)].filter((x) => x >= start && x <= input.to).sort((a, b) => a - b);
  return loads.flatMap((x) => {
    const before = valuesAt(series, x, "before");
    const after = valuesAt(series, x, "after");
    const jumps = series.some(({ id }) => differs(before[id], after[id]));
    return jumps && x < input.to && x > start
      ? [
          { x, values: before },
          { x, values: after },
        ]
      : [{ x, values: x === start ? after : before }];
  });
}

function valuesAt(series: PlotSeries[], x: number, side: "before" | "after"): ChartRow["values"] {
  return Object.fromEntries(
    series.map(({ id, segments }) => {
      const segment =
        segments.find(({ to }) => (side === "before" ? x <= to : x < to)) ??
        (side === "after" ? segments.find(({ to }) => x <= to) : undefined);
      return [id, segment ? heightAt(segment, x) : null];
    }),
  );
}

function differs(a: number | null | undefined, b: number | null | undefined): boolean {
  return typeof a === "number" && typeof b === "number" && Math.abs(a - b) > 1e-9;
}
