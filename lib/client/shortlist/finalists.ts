import type { Candidate, Evaluation, Flip, TrailEntry } from "@/lib/domain/engine/schema";

export const LETTERS = ["A", "B", "C"] as const;
export type Letter = (typeof LETTERS)[number];

export type Finalist = {
  letter: Letter;
  entry: Evaluation["shortlist"][number];
  candidate: Candidate;
  /** Rules that speak for it, strongest first as the engine lists them. */
  reasons: TrailEntry[];
  /** The single change that takes it off the list soonest. */
  margin: Flip | null;
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
    const margin = tightest(flips.filter((flip) => flip.removes.includes(entry.id)));
    return [{ letter, entry, candidate, reasons: fired("PREFER"), margin, watch: fired("WARN"), conditions: fired("COND") }];
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

export type Door = "two" | "heavy" | "one" | "unknown";

/** What leaving would be like, from the twelve lock-in points: up to 3 a two-way door, up to 8 a heavy one. */
export function doorOf(lockIn: number | null): Door {
  if (lockIn === null) return "unknown";
  if (lockIn <= 3) return "two";
  return lockIn <= 8 ? "heavy" : "one";
}
