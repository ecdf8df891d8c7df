import type { Evaluation, TrailEntry } from "../engine/schema";

/**
 * The conditions under which the chosen candidate fits: its COND rules that fire. None when the choice names no candidate.
 * @example conditionsOf({ candidates: [] }, null) // []
 */
export function conditionsOf({ candidates }: Pick<Evaluation, "candidates">, chosen: string | null): TrailEntry[] {
  const candidate = candidates.find(({ id }) => id === chosen);
  return candidate?.rules.filter((rule) => rule.effect === "COND" && rule.outcome === "fires") ?? [];
}

/**
 * A condition's name as it is accepted: the candidate and the rule, so that another choice asks again.
 * @example conditionKey("postgresql", "S-03") // "postgresql/S-03"
 */
export function conditionKey(candidate: string, rule: string): string {
  return `${candidate}/${rule}`;
}
