import type { Answers } from "../answers/schema";
import { CATALOGUE_FACTS, type Facts } from "./facts";
import { judgeAll } from "./judge";
import { needOf } from "./need";
import { type Overrides, rank } from "./rank";

type Options = { systems?: readonly Facts[]; overrides?: Overrides; today?: string | null };

/**
 * Ids of the at most three candidates that the answers leave, best first: the `S(a)` of the impact measures. Same table
 * of rules as `evaluate`, without trail or words. `decide({})` is `["postgresql", "sqlite", "mysql"]`.
 */
export function decide(answers: Answers, options: Options = {}): string[] {
  const { systems = CATALOGUE_FACTS, overrides, today = null } = options;
  const need = needOf(answers, today);
  return rank({ need, judged: judgeAll({ need, systems }), overrides }).shortlist.map((one) => one.facts.id);
}
