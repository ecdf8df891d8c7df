import { LOCALES, type Locale } from "@/lib/domain/messages/locales";

export const DEFAULT_LOCALE: Locale = "en";

/** Each language in its own words, as a reader looks for it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

/** Holds a reader's own choice. No secret: it names a language and nothing else. */
export const LOCALE_COOKIE = "locale";

/** Languages written from right to left: none of ours yet, but a page that turns must be one entry away. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur"]);

/**
 * The language for a reader: the one they chose, else the first they accept that we speak, else English.
 * @example pickLocale({ chosen: undefined, accepted: "fr-CH, de;q=0.9, en;q=0.8" }) // "de"
 */
export function pickLocale({ chosen, accepted }: { chosen: string | undefined; accepted: string | null | undefined }): Locale {
  return known(chosen ?? "") ?? preferred(accepted ?? "").find((locale) => locale !== undefined) ?? DEFAULT_LOCALE;
}

/** @example directionOf("de") // "ltr" */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? "rtl" : "ltr";
}

function preferred(header: string): (Locale | undefined)[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.split(";").map((piece) => piece.trim());
      const quality = options.find((option) => option.startsWith("q="));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => known(tag));
}

const known = (tag: string) => LOCALES.find((locale) => locale === languageOf(tag));
const languageOf = (tag: string) => tag.toLowerCase().split("-")[0] ?? "";
