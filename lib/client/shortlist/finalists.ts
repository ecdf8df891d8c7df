import type { Candidate, Evaluation, Flip, TrailEntry } from "@/lib/domain/engine/schema";

export const LETTERS = ["A", "B", "C"] as const;
export type Letter = (typeof LETTERS)[number];

export type Finalist = {
  letter: Letter;
  entry: Evaluation["shortlist"][number];
  candidate: Candidate;
  /** Rules that speak for it, strongest first as the engine lists them. */
  reasons: TrailEntry[];
  /** The number nearest to a threshold that takes it off the list; null when no number is near one. */
  margin: Flip | null;
  /** Changes of a choice that take it off the list. */
  leavesIf: Flip[];
  watch: TrailEntry[];
  conditions: TrailEntry[];
};

/** The one to three candidates that are left, each with what its card says. */
export function finalistsOf({ shortlist, candidates, flips }: Evaluation): Finalist[] {
  return shortlist.slice(0, LETTERS.length).flatMap((entry, index) => {
    const candidate = candidates.find((other) => other.id === entry.id);
    const letter = LETTERS[index];
    if (candidate === undefined || letter === undefined) return [];
    const fired = (effect: TrailEntry["effect"]) => candidate.rules.filter((rule) => rule.effect === effect && rule.outcome === "fires");
    const removing = flips.filter((flip) => flip.removes.includes(entry.id));
    const margin = tightest(removing.filter((flip) => flip.headroom !== null));
    const leavesIf = removing.filter((flip) => flip.headroom === null);
    return [{ letter, entry, candidate, reasons: fired("PREFER"), margin, leavesIf, watch: fired("WARN"), conditions: fired("COND") }];
  });
}

/** The flip with the least headroom; one without a number comes last, since nobody can say how near it is. */
export function tightest(flips: readonly Flip[]): Flip | null {
  return flips.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** How far a number is from its threshold, whichever side it must pass; infinite without a number. */
function distance({ headroom }: Flip): number {
  if (headroom === null || headroom <= 0) return Number.POSITIVE_INFINITY;
  return Math.abs(Math.log(headroom));
}

/** Flips of one question together; questions with a number first, nearest threshold on top, else in the engine's order. */
export function flipsByField(flips: readonly Flip[]): { field: string; from: Flip["change"]["from"]; flips: Flip[] }[] {
  const fields = [...new Set(flips.map((flip) => flip.change.field))];
  const groups = fields.map((field) => {
    const own = flips.filter((flip) => flip.change.field === field);
    return { field, from: own[0]?.change.from ?? null, flips: own, nearest: Math.min(...own.map(distance)) };
  });
  return groups.toSorted((a, b) => compare(a.nearest, b.nearest)).map(({ nearest: _nearest, ...group }) => group);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
