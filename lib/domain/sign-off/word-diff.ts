export type DiffPiece = { kind: "same" | "added" | "removed"; text: string };

/** Words beyond which the two texts are shown as exchanged as a whole; the table of the comparison grows with the square. */
const MOST_WORDS = 1_500;

/**
 * What was taken out of a text and what was put in, by words with the white space after them; pieces of one kind are
 * joined. Longest common subsequence, after the common beginning and end.
 * @example wordDiff("We use MySQL.", "We use PostgreSQL.") // [same "We use ", removed "MySQL.", added "PostgreSQL."]
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = countWhile((i) => i < a.length && i < b.length && a[i] === b[i]);
  const end = countWhile((i) => i < a.length - start && i < b.length - start && a[a.length - 1 - i] === b[b.length - 1 - i]);
  const middle = compare(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text): DiffPiece => ({ kind: "same", text })),
    ...middle,
    ...a.slice(a.length - end).map((text): DiffPiece => ({ kind: "same", text })),
  ]);
}

function compare(a: string[], b: string[]): DiffPiece[] {
  const removed = a.map((text): DiffPiece => ({ kind: "removed", text }));
  const added = b.map((text): DiffPiece => ({ kind: "added", text }));
  if (a.length === 0 || b.length === 0 || a.length > MOST_WORDS || b.length > MOST_WORDS) return [...removed, ...added];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pieces.push({ kind: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) pieces.push(...removed.slice(i, ++i));
    else pieces.push(...added.slice(j, ++j));
  }
  return [...pieces, ...removed.slice(i), ...added.slice(j)];
}

function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

function countWhile(holds: (i: number) => boolean): number {
  let i = 0;
  while (holds(i)) i++;
  return i;
}
