import "server-only";
import type { FontName } from "./fonts";

/** A piece of a line in the order it is read; `gap` is the blank before it. */
export type Ordered = { text: string; font: FontName; width: number; gap: number };

/** Letters of Hebrew and Arabic are drawn from right to left by the shaper; only the order of pieces is ours. */
export function isRightToLeft(font: FontName): boolean {
  return font === "arabic" || font === "hebrew";
}

/** The direction of a paragraph: our own sentences are English and quote names, so it takes more letters than the first. */
export function isMostlyRightToLeft(text: string): boolean {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
  return count(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu) > count(/\p{Script=Latin}/gu);
}

/**
 * A piece cut into the signs before its first letter or digit, the rest, and the signs after its last: beside words from
 * right to left they go with those.
 */
export function withoutEdges({ text, font }: Pick<Ordered, "text" | "font">): string[] {
  const core = isRightToLeft(font) ? null : /[\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su.exec(text);
  if (core === null) return [text];
  const end = core.index + core[0].length;
  return [text.slice(0, core.index), core[0], text.slice(end)].filter((part) => part !== "");
}

/**
 * Puts the pieces of one line into the order in which they stand on paper, with their distance from its left end: rule L2
 * of the Unicode bidirectional algorithm (UAX 9) over pieces of one direction each. Numbers keep their direction inside
 * right-to-left text. Brackets turn round there.
 */
export function visualOrder<T extends Ordered>(pieces: readonly T[], isRtl: boolean): (T & { x: number })[] {
  const levels = levelsOf(pieces, isRtl);
  const order = pieces.map((_, index) => index);
  for (let level = Math.max(...levels); level >= 1; level -= 1) reverseRuns(order, (index) => (levels[index] ?? 0) >= level);
  let x = 0;
  return order.flatMap((at, place) => {
    const piece = pieces[at];
    if (piece === undefined) return [];
    const before = order[place - 1];
    if (before !== undefined) x += pieces[blankOwner({ before, at, levels })]?.gap ?? 0;
    const placed = { ...piece, text: mirrored(piece, levels[at] ?? 0), x };
    x += piece.width;
    return [placed];
  });
}

/** Which piece's blank lies between two that now stand side by side: the one at the border of a turned run keeps its own. */
function blankOwner({ before, at, levels }: { before: number; at: number; levels: readonly number[] }): number {
  if (Math.abs(at - before) === 1) return Math.max(at, before);
  const isEntering = (levels[at] ?? 0) > (levels[before] ?? 0);
  if (isEntering) return before < at ? before + 1 : before;
  return before < at ? at : at + 1;
}

function levelsOf(pieces: readonly Ordered[], isRtl: boolean): number[] {
  const base = isRtl ? 1 : 0;
  const kinds = pieces.map(({ text, font }) => kindOf(text, font));
  return kinds.map((kind, index) => {
    if (kind === "rtl") return 1;
    if (kind === "ltr") return isRtl ? 2 : 0;
    const [before, after] = [kinds.slice(0, index).findLast(isStrong), kinds.slice(index + 1).find(isStrong)];
    const isInside = (before ?? (isRtl ? "rtl" : "ltr")) === "rtl" && (after ?? (isRtl ? "rtl" : "ltr")) === "rtl";
    if (!isInside) return isRtl && kind === "number" ? 2 : base;
    return kind === "number" ? 2 : 1;
  });
}

const MIRRORED: Record<string, string> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "<": ">",
  ">": "<",
  "«": "»",
  "»": "«",
};

function mirrored({ text, font }: Ordered, level: number): string {
  if (level % 2 === 0 || isRightToLeft(font)) return text;
  return [...text]
    .reverse()
    .map((character) => MIRRORED[character] ?? character)
    .join("");
}

type Kind = "rtl" | "ltr" | "number" | "neutral";

function kindOf(text: string, font: FontName): Kind {
  if (isRightToLeft(font)) return "rtl";
  if (/\p{L}/u.test(text)) return "ltr";
  return /\p{N}/u.test(text) ? "number" : "neutral";
}

function isStrong(kind: Kind): boolean {
  return kind === "rtl" || kind === "ltr";
}

function reverseRuns(order: number[], isIn: (index: number) => boolean): void {
  for (let from = 0; from < order.length; from += 1) {
    let to = from;
    while (to < order.length && isIn(order[to] ?? 0)) to += 1;
    if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
    from = Math.max(from, to);
  }
}
