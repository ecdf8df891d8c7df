import type { Evaluation } from "./schema";

/**
 * An evaluation with the reasons of the finalists only, for a first paint: a tenth of the whole, which names every rule of every
 * candidate. Example: of 87 candidates with two finalists, 85 come with their name and status and an empty list of rules.
 */
export function listHead(evaluation: Evaluation): Evaluation {
  const finalists = new Set(evaluation.shortlist.map(({ id }) => id));
  return {
    ...evaluation,
    candidates: evaluation.candidates.map((candidate) => ({
      ...candidate,
      rules: finalists.has(candidate.id) ? candidate.rules.filter(({ outcome }) => outcome === "fires") : [],
    })),
  };
}
