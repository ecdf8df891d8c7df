import type { Handwork } from "../candidates/schema";
import type { Criterion } from "../tie-break/criteria";
import { scoresOf, type TieBreak, tieBreak } from "../tie-break/tie-break";
import type { DecisionRecord } from "./schema";
import type { RecordTieBreak } from "./tie-break-schema";

/** What the finalists were scored, and what each gave alone once it was shown to everybody. */
export type TieBreakInput = {
  scores: readonly { candidate: string; criterion: Criterion; score: number; byMemberId: string }[];
  rankings: readonly { memberId: string; value: readonly Criterion[] }[];
  gutChecks: readonly { memberId: string; value: string | null }[];
};

/**
 * What the record keeps of a projected handwork: rankings and gut checks only after they were shown to everybody.
 * @example tieBreakInputOf(handwork).gutChecks // [] before the disclosure
 */
export function tieBreakInputOf({ scores, ranking, gutCheck }: Pick<Handwork, "scores" | "ranking" | "gutCheck">): TieBreakInput {
  return { scores, rankings: ranking.all, gutChecks: gutCheck.all };
}

type Input = { given: TieBreakInput | undefined; finalists: readonly string[]; ids: ReadonlyMap<string, string> };

/**
 * The tie-break and the gut check as the record keeps them, people by their p-id in the order they joined; nothing where there
 * is none, so that older records keep their hash.
 * @example recordTieBreak({ given: undefined, finalists: ["postgresql"], ids: new Map() }) // {}
 */
export function recordTieBreak({ given, finalists, ids }: Input): Pick<DecisionRecord, "tieBreak" | "gutChecks"> {
  if (given === undefined) return {};
  const { scores, rankings, gutChecks } = given;
  const joined = [...ids.keys()];
  const byPerson = (a: { memberId: string }, b: { memberId: string }) => joined.indexOf(a.memberId) - joined.indexOf(b.memberId);
  const personOf = (memberId: string) => ids.get(memberId) ?? null;
  const found = tieBreak({ candidates: finalists, scores: scoresOf(scores), rankings: rankings.map(({ value }) => value) });
  const kept: RecordTieBreak = {
    scores: scores
      .map(({ candidate, criterion, score, byMemberId }) => ({ candidate, criterion, score, by: personOf(byMemberId) }))
      .toSorted((a, b) => compare(a.candidate, b.candidate) || compare(a.criterion, b.criterion)),
    rankings: rankings.toSorted(byPerson).map(({ memberId, value }) => ({ person: personOf(memberId), order: [...value] })),
    outcome: { kind: found.kind, candidate: candidateOf(found) },
  };
  const guesses = gutChecks.toSorted(byPerson).map(({ memberId, value }) => ({ person: personOf(memberId), candidate: value }));
  return {
    ...(scores.length + rankings.length > 0 && { tieBreak: kept }),
    ...(guesses.length > 0 && { gutChecks: guesses }),
  };
}

function candidateOf(found: TieBreak): string | null {
  switch (found.kind) {
    case "nothing_to_break":
      return found.only;
    case "missing":
      return null;
    case "too_close":
      return found.simplest;
    default:
      return found.winner;
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
