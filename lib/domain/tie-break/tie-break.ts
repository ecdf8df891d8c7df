import { roundTo9 } from "../disagreement/rounding";
import { CRITERIA, type Criterion } from "./criteria";
import { combinedOrder, type Ranked, weightsOf } from "./weights";

export type Scores = Readonly<Record<string, Readonly<Partial<Record<Criterion, number>>>>>;

/**
 * Scores by candidate and criterion out of rows.
 * @example scoresOf([{ candidate: "a", criterion: "cost", score: 7 }]) // { a: { cost: 7 } }
 */
export function scoresOf(rows: readonly { candidate: string; criterion: Criterion; score: number }[]): Scores {
  const scores: Record<string, Partial<Record<Criterion, number>>> = {};
  for (const { candidate, criterion, score } of rows) scores[candidate] = { ...scores[candidate], [criterion]: score };
  return scores;
}

export type TieBreakInput = {
  /** Ids of the survivors, simplest first as the engine lists them (G-05). */
  candidates: readonly string[];
  /** Score 0 to 10 per candidate and criterion; what is missing is unknown, never zero. */
  scores: Scores;
  /** Each member's order of the criteria, the weightiest first. */
  rankings: readonly (readonly Criterion[])[];
};

export type Total = { candidate: string; total: number };
export type Missing = { candidate: string; criterion: Criterion };

export type TieBreak =
  | { kind: "nothing_to_break"; only: string | null }
  | { kind: "missing"; scores: Missing[]; rankings: boolean }
  /** At least as good on every line: weights do not matter. */
  | { kind: "dominance"; winner: string; over: string[] }
  | { kind: "winner"; winner: string; totals: Total[]; order: Ranked<Criterion>; weights: Record<Criterion, number> }
  /** The order of two neighbouring criteria decides, or the totals are equal: then the simplest that the team runs (G-05). */
  | {
      kind: "too_close";
      simplest: string;
      totals: Total[];
      order: Ranked<Criterion>;
      weights: Record<Criterion, number>;
      swap: { first: Criterion; second: Criterion; winner: string } | null;
    };

/**
 * Settles a tie among survivors: dominance first, then anchored scores weighted by the rank-order centroid of the combined
 * ranking; never a winner by less than the weights' own uncertainty. Scores are compared as given, not rescaled, because a
 * scale that depends on who takes part lets a third option reverse two others.
 * @example tieBreak({ candidates: ["a"], scores: {}, rankings: [] }) // { kind: "nothing_to_break", only: "a" }
 */
export function tieBreak({ candidates, scores, rankings }: TieBreakInput): TieBreak {
  if (candidates.length < 2) return { kind: "nothing_to_break", only: candidates[0] ?? null };
  const missing = missingScores(candidates, scores);
  if (missing.length > 0) return { kind: "missing", scores: missing, rankings: rankings.length === 0 };
  const dominant = candidates.find((one) => candidates.every((other) => one === other || dominates(scores[one], scores[other])));
  if (dominant !== undefined) return { kind: "dominance", winner: dominant, over: candidates.filter((id) => id !== dominant) };
  if (rankings.length === 0) return { kind: "missing", scores: [], rankings: true };
  return weighted({ candidates, scores, order: combinedOrder(CRITERIA, rankings) });
}

function missingScores(candidates: readonly string[], scores: Scores): Missing[] {
  return candidates.flatMap((candidate) =>
    CRITERIA.filter((criterion) => scores[candidate]?.[criterion] === undefined).map((criterion) => ({ candidate, criterion })),
  );
}

type Line = Scores[string] | undefined;

/** At least as good everywhere and better somewhere; two equal lines dominate neither way. */
function dominates(a: Line, b: Line): boolean {
  const ahead = CRITERIA.map((criterion) => (a?.[criterion] ?? 0) - (b?.[criterion] ?? 0));
  return ahead.every((difference) => difference >= 0) && ahead.some((difference) => difference > 0);
}

type Weighed = { candidates: readonly string[]; scores: Scores; order: Ranked<Criterion> };

function weighted({ candidates, scores, order }: Weighed): TieBreak {
  const weights = weightsOf(order);
  const totals = totalsOf({ candidates, scores, weights });
  const winner = soleWinner(totals);
  const swap = winner === null ? null : upsettingSwap({ candidates, scores, order, winner });
  const found = { totals, order, weights };
  if (winner !== null && swap === null) return { kind: "winner", winner, ...found };
  return { kind: "too_close", simplest: candidates[0] ?? "", ...found, swap };
}

/** Best first; equal totals keep the order in which the candidates came. */
function totalsOf({ candidates, scores, weights }: Omit<Weighed, "order"> & { weights: Record<Criterion, number> }): Total[] {
  return candidates
    .map((candidate) => ({
      candidate,
      total: roundTo9(CRITERIA.reduce((sum, criterion) => sum + weights[criterion] * (scores[candidate]?.[criterion] ?? 0), 0)),
    }))
    .sort((a, b) => b.total - a.total);
}

function soleWinner([first, second]: readonly Total[]): string | null {
  return first && first.total !== second?.total ? first.candidate : null;
}

/** The first pair of neighbours in the order whose exchange gives another winner; members of one group have no order to exchange. */
function upsettingSwap({ candidates, scores, order, winner }: Weighed & { winner: string }) {
  for (let i = 0; i + 1 < order.length; i++) {
    for (const [first, second] of pairsAcross(order[i], order[i + 1])) {
      const swapped = order.map((group) => group.map((criterion) => exchanged(criterion, first, second)));
      const upset = soleWinner(totalsOf({ candidates, scores, weights: weightsOf(swapped) }));
      if (upset !== winner) return { first, second, winner: upset ?? winner };
    }
  }
  return null;
}

function pairsAcross(upper: readonly Criterion[] = [], lower: readonly Criterion[] = []): [Criterion, Criterion][] {
  return upper.flatMap((first) => lower.map((second): [Criterion, Criterion] => [first, second]));
}

function exchanged(criterion: Criterion, first: Criterion, second: Criterion): Criterion {
  if (criterion === first) return second;
  return criterion === second ? first : criterion;
}
