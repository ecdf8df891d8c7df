import { displayMoney } from "../costs/display";
import { numberFormat } from "../number-format";

/**
 * Money as a chart has room for it: from a million on in three significant figures with the short word for the size, so
 * that no label outgrows a phone; below as everywhere else.
 *
 * @example chartMoney(8279.8) // "$8,280"
 * @example chartMoney(1_234_000) // "$1.23M"
 */
export function chartMoney(usd: number, locale = "en"): string {
  if (usd === 0) return displayMoney(0, locale).replace(/[.,]00/u, "");
  if (usd < 1e6) return displayMoney(usd, locale);
  const short = { style: "currency", currency: "USD", notation: "compact", maximumSignificantDigits: 3 } as const;
  return numberFormat(locale, short).format(usd);
}
