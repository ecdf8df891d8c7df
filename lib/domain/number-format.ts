const made = new Map<string, Intl.NumberFormat>();

/**
 * The number format of a language, made once: making one takes forty times as long as using it, and a screen of costs writes a
 * thousand amounts.
 *
 * @example numberFormat("en", { maximumFractionDigits: 1 }).format(1234.56) // "1,234.6"
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, known);
  return known;
}
