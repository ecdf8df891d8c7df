import "server-only";
import { FALLBACKS, type FontName, type Fonts } from "./fonts";

export type Face = keyof typeof FALLBACKS;
export type Run = { text: string; font: FontName };

/**
 * Splits a text into runs that one font each can print, by grapheme. What no font covers, and every control that would
 * hide or reorder text, is written as U+XXXX and noted in `unprintable`: nothing is dropped or boxed silently.
 */
export function fontRuns(input: {
  text: string;
  face: Face;
  fonts: Fonts;
  /** Han characters in their Japanese form; else in the Chinese one. */
  isJapanese: boolean;
  unprintable: Set<string>;
}): Run[] {
  const { text, face, fonts, isJapanese, unprintable } = input;
  const [first = "text"] = FALLBACKS[face];
  if (PLAIN.test(text)) return [{ text, font: first }];
  const order = isJapanese ? FALLBACKS[face].map((name) => SWAPPED[name] ?? name) : FALLBACKS[face];
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text.normalize("NFC").replaceAll(INVISIBLE, ""))) {
    const grapheme = printable(segment);
    if (grapheme === "") continue;
    const font = order.find((name) => covers(fonts, name, grapheme));
    // A blank goes on in the font before it, so that a line of one script is one run.
    if (/^[ \t]+$/u.test(grapheme) && runs.length > 0) push(runs, grapheme, runs.at(-1)?.font ?? first);
    else if (font !== undefined && !CONTROL.test(grapheme)) push(runs, grapheme, font);
    else for (const character of grapheme) push(runs, `${codeOf(character, unprintable)} `, first);
  }
  return runs;
}

/** The two faces that have characters in common change places. */
const SWAPPED: Partial<Record<FontName, FontName>> = { han: "japanese", japanese: "han" };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e]*$/;
/** Presentation selectors, soft hyphens and marks of direction: they carry no text of their own, and we order by letters. */
const INVISIBLE = /\u00AD|\u061C|\u200B|\u200E|\u200F|\u2060|\uFE0E|\uFE0F|\uFEFF/gu;
const CONTROL = /[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Co}\p{Cn}]/u;
/** Joiners shape letters in these scripts; between emoji they make pictures that the font here has only in parts. */
const JOINED = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;
const JOINERS = /[\u200C\u200D]/gu;
/** Skin tones, the frame of a key, and the letters of flags of regions: the printed emoji has one colour. */
const MODIFIERS = /(?<=\p{Extended_Pictographic})[\u{1F3FB}-\u{1F3FF}]|\u20E3|[\u{E0020}-\u{E007F}]/gu;

function printable(segment: string): string {
  const kept = segment.replaceAll(MODIFIERS, "");
  return JOINED.test(kept) ? kept : kept.replaceAll(JOINERS, "");
}

function covers(fonts: Fonts, name: FontName, grapheme: string): boolean {
  const font = fonts[name];
  if (font === undefined) return false;
  return [...grapheme].every((character) => /[\u200C\u200D]/u.test(character) || font.covers(character.codePointAt(0) ?? 0));
}

function codeOf(character: string, unprintable: Set<string>): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  unprintable.add(code);
  return code;
}

function push(runs: Run[], text: string, font: FontName): void {
  const last = runs.at(-1);
  if (last?.font === font) last.text += text;
  else runs.push({ text, font });
}
