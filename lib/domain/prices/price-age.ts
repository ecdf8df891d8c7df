const STALE_AFTER_MONTHS = 24;

/**
 * Whole months between the date in a price's `asOf` and a day. A year alone counts as its last month; text without a year
 * gives null, because nobody knows.
 *
 * @example priceAgeMonths("2024-08-09", "2026-11-20") // 27
 * @example priceAgeMonths("approx 2025", "2026-11-20") // 11
 */
export function priceAgeMonths(asOf: string, today: string): number | null {
  const [then, now] = [monthsOf(asOf), monthsOf(today)];
  return then === null || now === null ? null : now - then;
}

/**
 * True when a price was read more than two years ago (`cost-models.md` section 6.4), or nobody knows when.
 *
 * @example isStalePrice("2024-08-09", "2026-11-20") // true
 */
export function isStalePrice(asOf: string, today: string): boolean {
  const age = priceAgeMonths(asOf, today);
  return age === null || age > STALE_AFTER_MONTHS;
}

function monthsOf(text: string): number | null {
  const match = /(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?/.exec(text);
  return match ? Number(match[1]) * 12 + Number(match[2] ?? 12) : null;
}
