import { NUMBER_LIMIT } from "../text";

/** A sentence by reference: an id in the message files and what goes into it. */
export type AnswerMessage = { id: string; params: Record<string, string | number> };

export type ParsedAmount = { ok: true; value: number } | { ok: false; message: AnswerMessage };

export type AmountOptions = {
  /** Decides what one separator before exactly three digits means. Default `en`. */
  locale?: string;
  /** A percentage may not pass 100. */
  isPercent?: boolean;
};

/**
 * Reads an amount of 0 or more as people type it: `"1.5k"` gives 1500, `"2M"` 2000000, `"1,5"` 1.5, `"1 200"` 1200,
 * `"40 %"` 40, `"1e6"` 1000000, `"2 Mio."` 2000000.
 *
 * - `k`, `m`, `b` or `bn`, and `t` multiply by 10^3, 10^6, 10^9 and 10^12, in either case, and so do the German `Tsd.`, `Mio.`
 *   and `Mrd.`, with or without their dot; `%` and `/s` at the end are dropped.
 * - Spaces, apostrophes and underscores group digits by three.
 * - Comma and dot together: the last one is the decimal sign (`"1.234,5"` is 1234.5). One of them repeated groups (`"1,234,567"`, also `"12,34,567"`).
 * - One of them once is the decimal sign, except before exactly three digits and after one to three digits that do not
 *   start with 0: then it groups, unless it is the locale's decimal sign. So `"1,200"` is 1200 in `en` and 1.2 in `de`,
 *   `"1.200"` the other way round, and `"0,125"` is 0.125 everywhere. Screens echo the value, so that a wrong reading shows.
 *
 * Empty, negative, endless, too large (over 10^15, or 100 for a percentage) and unreadable text give a message: `"-3"` gives `answers.amount.negative`.
 */
export function parseAmount(text: string, options: AmountOptions = {}): ParsedAmount {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return refuse("empty");
  if (/^[-\u2212\u2013]\s*[\d.,]/u.test(typed)) return refuse("negative");
  const match = /^\+?([\d.,\s'\u2019_]*\d[.,]?)\s*(?:e\+?(\d{1,2})|(k|m|bn|b|t|(?:tsd|mio|mrd)\.?))?\s*(?:%|\/\s*s)?$/iu.exec(typed);
  if (!match) return refuse("unreadable");
  const plain = plainDigits(match[1] ?? "", options.locale ?? "en");
  if (plain === null) return refuse("unreadable");
  const power = match[2] === undefined ? (POWERS[(match[3] ?? "").toLowerCase().replace(".", "")] ?? 0) : Number(match[2]);
  // Shifting the exponent in text keeps 1.005k at 1005; multiplying doubles would not.
  const value = Number(`${plain}e${power}`);
  if (options.isPercent && value > 100) return refuse("over100");
  if (!Number.isFinite(value) || value > NUMBER_LIMIT) return refuse("tooLarge");
  return { ok: true, value };
}

/**
 * Writes an amount for reading, grouped as the locale does, with up to 20 decimals: `formatAmount(1500)` gives
 * `"1,500"`, `formatAmount(0.15, "de")` gives `"0,15"`. `parseAmount` with the same locale reads it back.
 */
export function formatAmount(value: number, locale = "en"): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, numberingSystem: "latn" }).format(value);
}

const POWERS: Record<string, number> = { k: 3, m: 6, b: 9, bn: 9, t: 12, tsd: 3, mio: 6, mrd: 9 };

function refuse(why: string): ParsedAmount {
  return { ok: false, message: { id: `answers.amount.${why}`, params: {} } };
}

/** Digits with at most one dot, or null when the separators make no sense. */
function plainDigits(text: string, locale: string): string | null {
  const body = text.trim();
  const compact = body.replace(/[\s'\u2019_]/gu, "");
  if (compact !== body && !/^\d{1,3}([\s'\u2019_]\d{3})+([.,]\d*)?$/u.test(body)) return null;
  const isSpaced = compact !== body;
  const separators = compact.match(/[.,]/gu) ?? [];
  const [first] = separators;
  if (first === undefined) return compact;
  if (separators.length === 1) {
    const groups = !isSpaced && isLoneGroup(compact) && first !== decimalSign(locale);
    return groups ? compact.replace(first, "") : decimal(compact, first);
  }
  const last = separators.at(-1) ?? first;
  const isMixed = separators.some((sign) => sign !== last);
  if (!isMixed) return isGrouped(compact, last) ? compact.replaceAll(last, "") : null;
  if (separators.filter((sign) => sign === last).length > 1) return null;
  const at = compact.lastIndexOf(last);
  const whole = compact.slice(0, at);
  return isGrouped(whole, first) ? decimal(`${whole.replaceAll(first, "")}${compact.slice(at)}`, last) : null;
}

/** One to three digits that a grouping sign could follow, then exactly three. */
function isLoneGroup(text: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/u.test(text);
}

/** By threes, or by twos before the last three as in India. */
function isGrouped(text: string, sign: string): boolean {
  const [head = "", ...groups] = text.split(sign);
  const last = groups.pop() ?? "";
  return /^\d{1,3}$/u.test(head) && /^\d{3}$/u.test(last) && groups.every((group) => /^\d{2,3}$/u.test(group));
}

function decimal(text: string, sign: string): string {
  const [whole = "", fraction = ""] = text.split(sign);
  return `${whole || "0"}.${fraction || "0"}`;
}

function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
}
