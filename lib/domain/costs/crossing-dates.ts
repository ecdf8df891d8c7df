import type { OverTime } from "./growth-schema";

export type LoadDate = { path: string; month: number; date: string | null };

/**
 * When a load is reached on each growth path, interpolated within the month; paths that never reach it, or begin beyond
 * it, are left out.
 *
 * @example datesOf(overTime, 829) // [{ path: "typical", month: 33.2, date: "2029-08" }]
 */
export function datesOf({ paths, start }: OverTime, load: number): LoadDate[] {
  return paths.flatMap(({ id, months }) => {
    const index = months.findIndex((row) => row.load >= load);
    const [before, after] = [months[index - 1], months[index]];
    if (!before || !after || after.load <= before.load) return [];
    const month = before.month + (load - before.load) / (after.load - before.load);
    return [{ path: id, month: Math.round(month * 10) / 10, date: start === null ? null : monthAfter(start, Math.round(month)) }];
  });
}

/**
 * The month that lies so many months after another.
 *
 * @example monthAfter("2026-11", 14) // "2028-01"
 */
export function monthAfter(start: string, months: number): string {
  const [year = 0, month = 1] = start.split("-").map(Number);
  const at = year * 12 + (month - 1) + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
