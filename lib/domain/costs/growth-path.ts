import type { GrowthPath } from "./growth-schema";

/**
 * Load (or data) at a month on a growth path: geometric between the points, `x0·(x1/x0)^(t/12)` and so on; straight where one of them
 * is zero; flat after the last.
 *
 * @example valueInMonth([{ month: 0, value: 100 }, { month: 12, value: 400 }], 6) // 200
 */
export function valueInMonth(points: readonly { month: number; value: number }[], month: number): number {
  const next = points.findIndex((point) => point.month >= month);
  const to = points[next];
  if (next < 0 || !to) return points.at(-1)?.value ?? 0;
  const from = points[next - 1];
  if (!from || to.month === month) return to.value;
  const part = (month - from.month) / (to.month - from.month);
  if (from.value <= 0 || to.value <= 0) return from.value + (to.value - from.value) * part;
  return Number((from.value * (to.value / from.value) ** part).toPrecision(12));
}

/**
 * The months at which a path passes a load, in order; a path that rises and falls passes it several times. Where it rests on
 * the load nothing is passed; a path that rests there from the start passes it when it begins to rise.
 *
 * @example monthsAtLoad(path from 100 to 400 in a year, 200) // [6]
 */
export function monthsAtLoad(path: GrowthPath, load: number, horizonMonths: number): number[] {
  const points = path.points.map(({ month, peakRequestsPerSecond }) => ({ month, value: peakRequestsPerSecond }));
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (!from || from.value === to.value || (load - from.value) * (load - to.value) > 0) return [];
    if (load === from.value) {
      const restsSinceStart = points.slice(0, index + 1).every(({ value }) => value === load);
      return restsSinceStart && to.value > load && from.month < horizonMonths ? [from.month] : [];
    }
    const isGeometric = from.value > 0 && to.value > 0 && load > 0;
    const part = isGeometric
      ? Math.log(load / from.value) / Math.log(to.value / from.value)
      : (load - from.value) / (to.value - from.value);
    const month = from.month + part * (to.month - from.month);
    return month <= horizonMonths ? [Number(month.toFixed(9))] : [];
  });
}

/**
 * The ISO month that is some months after a start; parts of a month belong to the month they lie in.
 *
 * @example isoMonth("2026-11", 33.2) // "2029-08"
 */
export function isoMonth(start: string, months: number): string {
  const [year = 0, month = 1] = start.split("-").map(Number);
  const whole = year * 12 + month - 1 + Math.floor(months);
  return `${String(Math.floor(whole / 12)).padStart(4, "0")}-${String((whole % 12) + 1).padStart(2, "0")}`;
}
