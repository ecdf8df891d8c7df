import type { Piece } from "./desk";

/**
 * Where a sentence from the results stands in its section: still as taken; edited by hand; and whether the source says
 * something else by now, which a detached sentence says instead of changing by itself.
 */
export type PieceState = { isDetached: boolean; line: string | null; change: { was: string; now: string } | null };

/**
 * The state of one taken sentence. `current` is what the source says now, null when it says nothing any more. An edited
 * sentence is found again by its words; one that is gone has no line.
 * @example pieceState({ piece, text: "We use B.", current: null }).isDetached // true
 */
export function pieceState({ piece, text, current }: { piece: Piece; text: string; current: string | null }): PieceState {
  const isThere = text.includes(piece.text);
  const line = isThere ? piece.text : nearestLine(text, piece.text);
  const isNews = current !== null && current !== piece.data.seen && current !== piece.text;
  return { isDetached: !isThere, line, change: isNews && line !== null ? { was: piece.text, now: current } : null };
}

/**
 * The section's text with the sentence put back, or with what its source says now. A sentence that is gone is added as a
 * last line.
 * @example withPiece({ text: "We use B.\nc", line: "We use B.", replacement: "We use A." }) // "We use A.\nc"
 */
export function withPiece({ text, line, replacement }: { text: string; line: string | null; replacement: string }): string {
  if (line === null) return text.trim() === "" ? replacement : `${text.trimEnd()}\n${replacement}`;
  // Not replace(): a dollar sign in the replacement would be read as a pattern.
  const at = text.indexOf(line);
  return text.slice(0, at) + replacement + text.slice(at + line.length);
}

/** The line that shares most of its words with the sentence; none when less than a third is shared. */
function nearestLine(text: string, sentence: string): string | null {
  const wanted = wordsOf(sentence);
  const scored = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ line, share: shared(wanted, wordsOf(line)) }))
    .toSorted((a, b) => b.share - a.share);
  const [best] = scored;
  return best !== undefined && best.share >= 1 / 3 ? best.line : null;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice's coefficient of two sets of words, 0 to 1. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
