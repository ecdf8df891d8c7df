/** Months of a year divided evenly: 365.25 / 12 days each. */
const DAYS_PER_MONTH = 30.4375;

/**
 * Months between two ISO days, with a fraction; negative when the second is earlier.
 *
 * @example monthsBetween("2026-01-01", "2027-01-01") // 11.991786
 */
export function monthsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 / DAYS_PER_MONTH;
}

/**
 * Growth per month as a factor, `(to / from)^(1 / months)`; null when there is nothing to grow from or no time has passed.
 *
 * @example monthlyGrowth({ from: 120, to: 260, months: 12 }) // 1.06655357
 */
export function monthlyGrowth({ from, to, months }: { from: number; to: number; months: number }): number | null {
  if (from <= 0 || to <= 0 || months <= 0) return null;
  return rounded((to / from) ** (1 / months));
}

/**
 * Months until a value is reached at a monthly growth, `ln(target / from) / ln(growth)`; 0 when it is reached already, null
 * when it is never reached so.
 *
 * @example monthsUntil(828.571429, { from: 260, growth: 1.066554 }) // 17.9880401
 */
export function monthsUntil(target: number, { from, growth }: { from: number; growth: number | null }): number | null {
  if (from >= target) return 0;
  if (growth === null || growth <= 1 || from <= 0) return null;
  return rounded(Math.log(target / from) / Math.log(growth));
}

/** Results of log and exp are told to nine digits, so that every machine says the same. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
