export type PriceProblem = "empty" | "currency" | "negative" | "unreadable" | "huge";
export type ReadPrice = { ok: true; usd: string } | { ok: false; problem: PriceProblem };

const OTHER_CURRENCY = /[€£¥₹₽₩₿]|\b(?:EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|BRL|KRW)\b|(?<!\w)(?:CA|C|A|AU|NZ|HK|S)\$/iu;
const DOLLARS = /^(?:US)?\$\s*|^USD\s*|\s*(?:USD|US\$|\$)$/giu;

/**
 * A price in US dollars as people type it, as exact decimal text. Another currency is refused by name, because we know no
 * exchange rates; so are negative, endless and unreadable ones. A comma before anything but three digits is the decimal sign;
 * in a language that writes decimals with a comma, comma and dot change places.
 *
 * @example readPrice("$0.45") // { ok: true, usd: "0.45" }
 * @example readPrice("0,45 €") // { ok: false, problem: "currency" }
 * @example readPrice("1,200.50") // { ok: true, usd: "1200.50" }
 * @example readPrice("1.200,50", "de") // { ok: true, usd: "1200.50" }
 */
export function readPrice(text: string, locale = "en"): ReadPrice {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return refuse("empty");
  if (OTHER_CURRENCY.test(typed)) return refuse("currency");
  const bare = typed.replace(DOLLARS, "").trim();
  if (/^[-\u2212\u2013]/u.test(bare)) return refuse("negative");
  const plain = plainDecimal(usesComma(locale) ? swapped(bare) : bare);
  if (plain === null) return refuse("unreadable");
  const [whole = "", fraction = ""] = plain.split(".");
  const digits = whole.replace(/^0+(?=\d)/u, "");
  if (digits.length > 9) return refuse("huge");
  if (fraction.length > 12) return refuse("unreadable");
  return { ok: true, usd: fraction === "" ? digits : `${digits}.${fraction}` };
}

/**
 * An exact decimal text as a reader's language writes it, ungrouped, for a box that `readPrice` reads back.
 * @example writePrice("0.0125", "de") // "0,0125"
 */
export function writePrice(usd: string, locale: string): string {
  return usesComma(locale) ? swapped(usd) : usd;
}

function refuse(problem: PriceProblem): ReadPrice {
  return { ok: false, problem };
}

function plainDecimal(text: string): string | null {
  if (/^\d+(\.\d+)?$/u.test(text)) return text;
  if (/^\.\d+$/u.test(text)) return `0${text}`;
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/u.test(text)) return text.replaceAll(",", "");
  return /^\d+,\d+$/u.test(text) ? text.replace(",", ".") : null;
}

function usesComma(locale: string): boolean {
  return new Intl.NumberFormat(locale).formatToParts(1.5).some(({ type, value }) => type === "decimal" && value === ",");
}

function swapped(text: string): string {
  return text.replace(/[.,]/gu, (sign) => (sign === "." ? "," : "."));
}
