import { numberFormat } from "../number-format";

/**
 * Money as people read it: under $10 with cents, under $1,000 in whole dollars, above in three significant figures
 * (`cost-models.md` section 0). Negative amounts keep their sign; the stored value stays unrounded.
 *
 * @example displayMoney("9.994") // "$9.99"
 * @example displayMoney(195.24) // "$195"
 * @example displayMoney("2694.81") // "$2,690"
 */
export function displayMoney(usd: string | number, locale = "en"): string {
  const value = Number(usd);
  const size = Math.abs(value);
  if (size < 9.995) return format(value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (size < 999.5) return format(value, locale, { maximumFractionDigits: 0 });
  return format(value, locale, { maximumSignificantDigits: 3 });
}

/**
 * Money inside a calculation that people may want to follow: whole dollars from $100 on, else to the cent, without cents that are zero.
 *
 * @example displayExactMoney(19200) // "$19,200"
 * @example displayExactMoney(0.5) // "$0.50"
 */
export function displayExactMoney(usd: string | number, locale = "en"): string {
  const value = Number(usd);
  const isWhole = Math.abs(value) >= 100 || Math.abs(value - Math.round(value)) < 0.005;
  const digits = isWhole ? 0 : 2;
  return format(value, locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * A list price, with every digit the vendor quotes.
 *
 * @example displayPrice("0.00065") // "$0.00065"
 */
export function displayPrice(usd: string, locale = "en"): string {
  const digits = usd.split(".")[1]?.length ?? 0;
  return format(Number(usd), locale, {
    minimumFractionDigits: Math.min(2, Math.max(digits, 2)),
    maximumFractionDigits: Math.max(2, digits),
  });
}

/**
 * A load in requests per second: whole above 10, else up to two digits.
 *
 * @example displayLoad(828.571429) // "829"
 * @example displayLoad(0.2778) // "0.28"
 */
export function displayLoad(perSecond: number, locale = "en"): string {
  return numberFormat(locale, { maximumFractionDigits: perSecond < 10 ? 2 : 0 }).format(perSecond);
}

/**
 * A billed quantity: at most four significant figures under 1,000, whole above.
 *
 * @example displayQuantity("36500") // "36,500"
 */
export function displayQuantity(quantity: string, locale = "en"): string {
  const value = Number(quantity);
  const options = Math.abs(value) < 1_000 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 0 };
  return numberFormat(locale, options).format(value);
}

function format(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  return numberFormat(locale, { style: "currency", currency: "USD", ...options }).format(value);
}
