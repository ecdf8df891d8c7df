import { formatMessage, type Messages } from "../messages/format";
import type { MessageRef } from "../messages/message-ref";
import { COMPANION_RULES } from "./companions";
import { RULES } from "./rules";
import { ABOUT_WORKSHEET } from "./rules-about-worksheet";
import { METHOD_RULES } from "./rules-method";
import type { Effect, Step, Strength } from "./schema";

export type RuleDescription = {
  id: string;
  /** Null for a rule about the engine itself, which orders and names and never fires. */
  effect: Effect | null;
  strength: Strength;
  /** Points of a DEMOTE or PREFER with a fixed number; null where it depends or there are none. */
  points: number | null;
  step: Step | null;
  sentence: MessageRef;
  source: string;
  reads: readonly string[];
  facts: readonly string[];
};

/** Every numbered rule in the order of the table: what `GET /rules` shows. */
export function describeRules(): RuleDescription[] {
  return [
    ...METHOD_RULES.map((rule) => ({ ...described(rule), effect: null, step: null, points: null })),
    ...RULES.map((rule) => ({ ...described(rule), effect: rule.effect, step: rule.step, points: fixedPoints(rule.points) })),
    ...ABOUT_WORKSHEET.map((rule) => ({
      ...described(rule),
      effect: rule.effect,
      step: null,
      points: null,
    })),
    ...COMPANION_RULES.map((rule) => ({
      ...described({ ...rule, strength: "rule_of_thumb", facts: ["workload_fit"] }),
      effect: "WARN" as const,
      step: null,
      points: null,
    })),
  ];
}

/** A rule as people read it. */
export type RuleInWords = Omit<RuleDescription, "sentence"> & { sentence: string };

/**
 * Every numbered rule with its sentence in one locale, as `GET /rules` replies.
 * @example describeRulesInWords(messages, "en")[0].sentence // "A product that customers run needs a database that customers can run."
 */
export function describeRulesInWords(messages: Messages, locale: string): RuleInWords[] {
  return describeRules().map((rule) => ({ ...rule, sentence: formatMessage(messages, rule.sentence, locale) }));
}

type Common = { id: string; strength: Strength; source: string; reads: readonly string[]; facts: readonly string[] };

function described({ id, strength, source, reads, facts }: Common) {
  return { id, strength, sentence: { id: `rules.${id}.sentence`, params: {} }, source, reads, facts };
}

function fixedPoints(points: unknown): number | null {
  return typeof points === "number" ? points : null;
}
