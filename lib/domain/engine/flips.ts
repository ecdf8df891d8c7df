import { canonicalise } from "../record/canonicalise";
import { answerAt } from "./answer-path";
import { type Change, discreteChanges, movesBetween, numericChanges, type Standing, shortlistWith, withoutServices } from "./changes";
import type { Candidate, Flip, FlipPair } from "./schema";

/** A value that somebody argued for. */
export type Preferred = { field: string; value: Flip["change"]["to"] };

/**
 * Single changes of one answer that change the shortlist: values that members argued for, every other option of each discrete
 * field that a rule reads, and numbers just beyond each threshold. `headroom` is threshold / answer, null for discrete fields:
 * 25 means that the answer may grow 25 times. Values argued for come first, then fields in order, then nearness.
 */
export function flipsOf(all: Standing, preferred: readonly Preferred[] = []): Flip[] {
  const standing = withoutServices(all);
  const wanted = preferredChanges(standing, preferred);
  const isWanted = new Set(wanted.map(keyOf));
  const others = [...discreteChanges(standing), ...numericChanges(standing)].filter((change) => !isWanted.has(keyOf(change)));
  return [...wanted, ...others].flatMap((change) => {
    const moves = movesBetween(standing.shortlist, shortlistWith(standing, [change]));
    const { field, from, to, headroom } = change;
    return moves ? [{ change: { field, from, to }, ...moves, headroom }] : [];
  });
}

/** Lists tried for pairs at most: beyond that a team reads none of it, and each costs about half a millisecond. */
const MOST_TRIED = 60;
const MOST_PAIRS = 5;

/**
 * At most five pairs of changes that change the list together, for a worksheet where no single change does. Tried first are
 * pairs of values that members argued for, then one of those with any other change, then what brings a candidate back.
 * Not every pair there is: the search ends after 60 lists.
 */
export function flipPairsOf(all: Standing, candidates: readonly Candidate[], preferred: readonly Preferred[] = []): FlipPair[] {
  const standing = withoutServices(all);
  const wanted = preferredChanges(standing, preferred);
  const others = [...numericChanges(standing), ...discreteChanges(standing)];
  const revived = candidates.flatMap(({ comesBackIfBoth = [] }) => comesBackIfBoth.map(({ changes }) => changes));
  const half = revived.slice(0, MOST_TRIED / 2);
  const pairs = [...pairsOf(wanted), ...half, ...wanted.flatMap((a) => others.map((b) => [a, b])), ...revived, ...pairsOf(others)];
  const found: FlipPair[] = [];
  const seen = new Set<string>();
  for (const [a, b] of pairs) {
    if (!a || !b || a.field === b.field || seen.has(keyOf(a) + keyOf(b))) continue;
    if (seen.size === MOST_TRIED || found.length === MOST_PAIRS) break;
    seen.add(keyOf(a) + keyOf(b));
    const moves = movesBetween(standing.shortlist, shortlistWith(standing, [a, b]));
    if (moves) found.push({ changes: [a, b].map(({ field, from, to }) => ({ field, from, to })), ...moves });
  }
  return found;
}

function preferredChanges({ answers }: Standing, preferred: readonly Preferred[]): Change[] {
  const changes = preferred.flatMap(({ field, value }): Change[] => {
    const from = answerAt(answers, field) ?? null;
    if (canonicalise(from) === canonicalise(value)) return [];
    const isNumber = typeof from === "number" && typeof value === "number" && from > 0;
    return [{ field, from, to: value, headroom: isNumber ? value / from : null }];
  });
  return changes.filter((change, i) => changes.findIndex((other) => keyOf(other) === keyOf(change)) === i);
}

function* pairsOf(changes: readonly Change[]): Generator<Change[]> {
  for (const [i, a] of changes.entries()) for (const b of changes.slice(i + 1)) yield [a, b];
}

function keyOf({ field, to }: Pick<Change, "field" | "to">): string {
  return `${field}=${JSON.stringify(to)}`;
}
