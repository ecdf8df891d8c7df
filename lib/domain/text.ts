import { z } from "zod";

/** Limits on what people type, in graphemes for names and UTF-16 units elsewhere. */
export const TEXT_LIMITS = { name: 80, title: 200, reason: 280, note: 2_000, comment: 4_000, section: 40_000 } as const;
export const NUMBER_LIMIT = 1e15;
export const LIST_LIMIT = 50;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text that can be stored and hashed exactly: no NUL (Postgres refuses it), no lone surrogate (UTF-8 and RFC 8785 refuse it). */
export function storableText(max: number, min = 0) {
  return z
    .string()
    .min(min, min === 1 ? "Write something here." : undefined)
    .max(max, `Use at most ${max} characters.`)
    .refine((text) => !text.includes("\u0000"), "Remove the NUL character.")
    .refine((text) => !LONE_SURROGATE.test(text), "Remove the broken character (half of a surrogate pair).");
}

/** A person's name: trimmed, one line, counted in graphemes so that no script is short-changed. */
export const personNameSchema = storableText(10_000)
  .transform((name) => name.trim().replace(/\s+/gu, " "))
  .refine((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name), "Type a name.")
  .refine((name) => countGraphemes(name) <= TEXT_LIMITS.name, `Use at most ${TEXT_LIMITS.name} characters.`);

export function countGraphemes(text: string): number {
  return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}

/** Up to two initials, by grapheme: `"Élif Şahin"` gives `"ÉŞ"`, `"Ada"` gives `"AD"`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const graphemes = (word: string) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(word)].map((s) => s.segment);
  const [first = "", second] = words;
  const letters = second ? [graphemes(first)[0], graphemes(second)[0]] : graphemes(first).slice(0, 2);
  return letters.join("").toLocaleUpperCase("en");
}
