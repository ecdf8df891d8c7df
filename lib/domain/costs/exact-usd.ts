/**
 * An amount in US dollars as decimal text to a billionth, without zeros at the end.
 *
 * @example exactUsd(19200) // "19200"
 * @example exactUsd(0.1 + 0.2) // "0.3"
 */
export function exactUsd(usd: number): string {
  return usd.toFixed(9).replace(/\.?0+$/u, "");
}
