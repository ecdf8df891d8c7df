import "server-only";
import type { Run } from "./font-runs";
import type { FontName } from "./fonts";

export type Part = { text: string; font: FontName };
/** What stays together on a line. A glued one follows the one before it without a blank. */
export type WordParts = { parts: Part[]; isGlued: boolean };

const BLANK = /([ \t\u3000]+)/u;
/** What may not begin a line of Chinese or Japanese: closing marks and small kana stay with what they follow. */
const STAYS = /^[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u;
/** What may not end one. */
const OPENS = /[‘“（〔［｛〈《「『【]$/u;

/** Breaks runs at blanks; Chinese and Japanese between any two characters, Thai between the words a dictionary knows. */
export function breakWords(runs: readonly Run[]): WordParts[] {
  const words: WordParts[] = [];
  let isOpen = false;
  let wasBlank = true;
  for (const { text, font } of runs) {
    for (const part of text.split(BLANK)) {
      if (part === "") continue;
      if (/^[ \t\u3000]/u.test(part)) {
        isOpen = false;
        wasBlank = true;
        continue;
      }
      for (const piece of piecesOf(part, font)) {
        const last = words.at(-1);
        const isFree = BROKEN.includes(font) || font === "thai";
        const stays = last !== undefined && !wasBlank && (STAYS.test(piece) || OPENS.test(last.parts.at(-1)?.text ?? ""));
        if (last !== undefined && ((isOpen && !isFree) || stays)) last.parts.push({ text: piece, font });
        else words.push({ parts: [{ text: piece, font }], isGlued: !wasBlank });
        isOpen = !isFree;
        wasBlank = false;
      }
    }
  }
  return words;
}

/** Whose lines end between any two characters. */
const BROKEN: readonly FontName[] = ["han", "japanese"];

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const thaiWords = new Intl.Segmenter("th", { granularity: "word" });

function piecesOf(text: string, font: FontName): string[] {
  if (BROKEN.includes(font)) return [...graphemes.segment(text)].map(({ segment }) => segment);
  return font === "thai" ? [...thaiWords.segment(text)].map(({ segment }) => segment) : [text];
}
