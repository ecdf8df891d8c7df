import type { MessageParams } from "../messages/message-ref";
import type { Facts } from "./facts";
import type { Need } from "./need";
import type { Effect, FactCitation, Step, Strength } from "./schema";
import type { Tri } from "./tri";

/**
 * One numbered rule about one candidate. `test` says whether it fires; only ELIM removes, and only hard facts may. The
 * sentence for readers is `rules.<id>.sentence`, the one shown when it fires `rules.<id>.text`.
 */
export type Rule = {
  id: string;
  step: Step;
  effect: Effect;
  strength: Strength;
  /** Paragraph of the decision rules, correction, or step of the guide. */
  source: string;
  /** Answer paths that `test` reads; changing any other path never changes its outcome (held by a test). */
  reads: readonly string[];
  /** Catalogue fields that `test` reads. */
  facts: readonly string[];
  /** Systems, hosting entries, or both. Default: systems, because a service's facts belong to its engine. */
  on?: "system" | "hosting" | "both";
  /** Points of a DEMOTE (taken off) or PREFER (added), always positive. */
  points?: number | ((need: Need, system: Facts) => number);
  test: (need: Need, system: Facts) => Tri;
  /** Parameters of the sentence beside `name`. */
  params?: (need: Need, system: Facts) => MessageParams;
  /** The fact that decided. */
  fact?: (need: Need, system: Facts) => FactCitation;
  /** Numeric answers at which the outcome may change for a system. */
  thresholds?: (system: Facts) => { path: string; at: number | null }[];
};

export type Lead = {
  facts: Facts;
  hosting: readonly string[];
  /** A rule removed PostgreSQL, or it is no choice at all: then another leader needs no further reason (BP-1). */
  isDefaultOut: boolean;
} | null;

/** A rule about the worksheet or its leading candidate: warnings and questions, never a removal. */
export type WorksheetRule = {
  id: string;
  effect: "WARN" | "ASK";
  strength: Strength;
  source: string;
  reads: readonly string[];
  facts: readonly string[];
  /** The answer field that a question wants filled. */
  asks?: string;
  test: (need: Need, lead: Lead) => Tri;
  params?: (need: Need, lead: Lead) => MessageParams;
};

/** Whether a rule names the field, or the whole map that the field is an entry of. `readsField(rule, "ops.experience.mysql")` is true for `ops.experience`. */
export function readsField(rule: Pick<Rule, "reads">, field: string): boolean {
  return rule.reads.some((path) => path === field || field.startsWith(`${path}.`));
}

/** Points of a rule for one system, signed: negative for DEMOTE, zero for effects without points. */
export function pointsOf(rule: Rule, need: Need, system: Facts): number {
  const points = typeof rule.points === "function" ? rule.points(need, system) : (rule.points ?? 0);
  return rule.effect === "DEMOTE" ? -points : points;
}
