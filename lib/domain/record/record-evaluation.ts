import type { EvaluateRequest, Evaluation } from "../engine/schema";
import { type RecordEvaluation, recordEvaluationSchema } from "./evaluation-schema";

/**
 * The part of an evaluation that the record keeps: the shortlist, and for every candidate the rules that fired or could
 * not be told, each with the answer and the fact behind it. `survival` is the share of answer combinations that lead to
 * this list, 0 to 1, or null when it was not computed.
 * @example recordEvaluation({ request, evaluation, survival: null }).candidates.length // 87
 */
export function recordEvaluation(input: { request: EvaluateRequest; evaluation: Evaluation; survival: number | null }): RecordEvaluation {
  const { request, evaluation, survival } = input;
  return recordEvaluationSchema.parse({
    request,
    hash: evaluation.hash,
    shortlist: evaluation.shortlist.map(({ id, hosting, companions }) => ({ id, hosting, companions })),
    candidates: evaluation.candidates.map(toCandidate),
    warnings: evaluation.warnings,
    openAssumptions: evaluation.openAssumptions,
    ...thresholdsOf(evaluation),
    survival,
  });
}

function thresholdsOf({ flips }: Evaluation) {
  const thresholds = flips.flatMap(({ change: { field, to } }) => (typeof to === "number" ? [{ field, at: to }] : []));
  return thresholds.length === 0 ? {} : { thresholds };
}

function toCandidate(candidate: Evaluation["candidates"][number]) {
  const { id, name, status, leftAt, points, override, comesBackIf } = candidate;
  const rules = candidate.rules.filter((rule) => rule.outcome !== "passes").map(({ answer, ...rule }) => ({ ...rule, answers: answer }));
  return { id, name, status, leftAt, points, override, rules, comesBackIf };
}
