import type { MonthsPath } from "../charts/months-plot";
import type { OverTime } from "./growth-schema";

/** Growth paths of the team's own range, and of the typical one at multiples. */
export const SPREAD = ["low", "typical", "high"] as const;
export const TIMES = ["typical", "x10", "x100"] as const;

/**
 * Cost over time as a chart needs it: plain numbers, the designs that are drawn, and of the crossings those in which the
 * cheapest of them changes hands.
 *
 * @example monthsInput({ overTime, drawn: ["A", "B"], ids: ["typical"] })[0]?.series.length // 2
 */
export function monthsInput(input: { overTime: OverTime; drawn: readonly string[]; ids: readonly string[] }): MonthsPath[] {
  const { overTime, drawn, ids } = input;
  return ids.flatMap((id) => {
    const path = overTime.paths.find((other) => other.id === id);
    if (!path) return [];
    const costAt = (month: number, design: string) => {
      const cost = path.months.find((row) => row.month === month)?.costs[design] ?? null;
      return cost === null ? null : Number(cost);
    };
    const series = drawn.map((design) => ({
      id: design,
      points: path.months.map(({ month }) => ({ month, cost: costAt(month, design) })),
    }));
    const crossings = path.crossings
      .filter(({ a, b }) => drawn.includes(a) && drawn.includes(b))
      .flatMap(({ month, cheaperAfter }) => {
        const [before, after] = [costAt(Math.floor(month), cheaperAfter), costAt(Math.ceil(month), cheaperAfter)];
        if (before === null || after === null) return [];
        const cost = before + (after - before) * (month - Math.floor(month));
        const cheapest = Math.min(...drawn.map((design) => costAt(Math.ceil(month), design) ?? Infinity));
        return after <= cheapest * (1 + 1e-9) ? [{ month, cost }] : [];
      });
    return [{ id, series, crossings }];
  });
}
