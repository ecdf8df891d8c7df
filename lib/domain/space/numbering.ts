/** The highest number of a record: four digits, as its file name has. */
export const MAX_RECORD_NUMBER = 9_999;

type Taken = { number: number; how: "accepted" | "moved_in" | "imported" };
type Skip = { first: number; last: number; reason: string; byName: string };
export type NumberGap = { first: number; last: number; why: "skipped" | "not_imported" | "before_first"; reason: string; by: string };

/**
 * Why a numbering has holes: every run of numbers below the highest that nobody took, with its reason. What somebody skipped
 * is told by them; what lies below an imported record was not in the imported folder; the rest came before the log's first.
 * @example explainGaps({ taken: [{ number: 3, how: "imported" }], skips: [] }) // [{ first: 1, last: 2, why: "not_imported", reason: "", by: "" }]
 */
export function explainGaps({ taken, skips }: { taken: readonly Taken[]; skips: readonly Skip[] }): NumberGap[] {
  const numbers = new Set(taken.map(({ number }) => number));
  const highest = Math.max(0, ...numbers, ...skips.map(({ last }) => last));
  const highestImported = Math.max(0, ...taken.filter(({ how }) => how === "imported").map(({ number }) => number));
  const gaps: NumberGap[] = [];
  for (let number = 1; number <= highest; number++) {
    if (numbers.has(number)) continue;
    const gap = reasonOf(number, { skips, highestImported });
    const before = gaps.at(-1);
    const goesOn = before?.last === number - 1 && before.why === gap.why && before.reason === gap.reason && before.by === gap.by;
    if (before && goesOn) before.last = number;
    else gaps.push(gap);
  }
  return gaps;
}

/**
 * The next number that nobody has taken, from a proposed one upward; null past the highest that there is.
 * @example freeNumber(3, new Set([3, 4])) // 5
 */
export function freeNumber(from: number, taken: ReadonlySet<number>): number | null {
  for (let number = from; number <= MAX_RECORD_NUMBER; number++) if (!taken.has(number)) return number;
  return null;
}

function reasonOf(number: number, { skips, highestImported }: { skips: readonly Skip[]; highestImported: number }): NumberGap {
  const at = { first: number, last: number };
  const skip = skips.find(({ first, last }) => first <= number && number <= last);
  if (skip) return { ...at, why: "skipped", reason: skip.reason, by: skip.byName };
  return { ...at, why: number < highestImported ? "not_imported" : "before_first", reason: "", by: "" };
}
