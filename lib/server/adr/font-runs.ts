import "server-only";
import { FALLBACKS, type FontName, type Fonts } from "./fonts";

export type Face = keyof typeof FALLBACKS;
export type Run = { text: string; font: FontName };

/**
 * Splits a text into runs that one font each can print, by grapheme. What no font covers, and every control that would
 * hide or reorder text, is written as U+XXXX and noted in `unprintable`: nothing is dropped or boxed silently.
 */
export function fontRuns(input: { text: string; face: Face; fonts: Fonts; unprintable: Set<string> }): Run[] {
  const { text, face, fonts, unprintable } = input;
  const [first = "text"] = FALLBACKS[face];
  if (PLAIN.test(text)) return [{ text, font: first }];
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text.normalize("NFC").replaceAll(INVISIBLE, ""))) {
    const font = FALLBACKS[face].find((name) => covers(fonts, name, segment));
    if (font !== undefined && !CONTROL.test(segment)) push(runs, segment, font);
    else for (const character of segment) push(runs, `${codeOf(character, unprintable)} `, first);
  }
  return runs;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e]*$/;
/** Presentation selectors, joiners and soft hyphens: they carry no text of their own. */
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFE0E|\uFE0F|\uFEFF/gu;
const CONTROL = /[\p{Cc}\p{Bidi_Control}\p{Cs}\p{Co}\p{Cn}]/u;

function covers(fonts: Fonts, name: FontName, grapheme: string): boolean {
  return [...grapheme].every((character) => fonts[name].covers(character.codePointAt(0) ?? 0));
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
