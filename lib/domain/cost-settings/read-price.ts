export type PriceProblem = "empty" | "currency" | "negative" | "unreadable" | "huge";
export type ReadPrice = { ok: true; usd: string } | { ok: false; problem: PriceProblem };

const OTHER_CURRENCY = /[€£¥₹₽₩₿]|\b(?:EUR|GBP|JPY|CHF|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|BRL|KRW)\b|(?<!\w)(?:CA|C|A|AU|NZ|HK|S)\$/iu;
const DOLLARS = /^(?:US)?\$\s*|^USD\s*|\s*(?:USD|US\$|\$)$/giu;

/**
 * A price in US dollars as people type it, as exact decimal text. Another currency is refused by name, because we know no
 * exchange rates; so are negative, endless and unreadable ones. A comma before anything but three digits is the decimal sign.
 *
 * @example readPrice("$0.45") // { ok: true, usd: "0.45" }
 * @example readPrice("0,45 €") // { ok: false, problem: "currency" }
 * @example readPrice("1,200.50") // { ok: true, usd: "1200.50" }
 */
export function readPrice(text: string): ReadPrice {
  const typed = text.normalize("NFKC").trim();
  if (typed === "") return refuse("empty");
  if (OTHER_CURRENCY.test(typed)) return refuse("currency");
  const bare = typed.replace(DOLLARS, "").trim();
  if (/^[-\u2212\u2013]/u.test(bare)) return refuse("negative");
  const plain = plainDecimal(bare);
  if (plain === null) return refuse("unreadable");
  const [whole = "", fraction = ""] = plain.split(".");
  const digits = whole.replace(/^0+(?=\d)/u, "");
  if (digits.length > 9) return refuse("huge");
  if (fraction.length > 12) return refuse("unreadable");
  return { ok: true, usd: fraction === "" ? digits : `${digits}.${fraction}` };
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
