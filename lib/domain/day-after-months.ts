/**
 * The ISO day so many calendar months after another, at the latest the last of its month. Neither is in a time zone.
 * @example dayAfterMonths("2026-08-31", 6) // "2027-02-28"
 * @example dayAfterMonths("2024-02-29", 12) // "2025-02-28"
 */
export function dayAfterMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}
