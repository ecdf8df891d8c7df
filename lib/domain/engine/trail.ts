import type { Answers } from "../answers/schema";
import { answerAt } from "./answer-path";
import { appliesTo, type Judged } from "./judge";
import type { Need } from "./need";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import type { AnswerCitation, Outcome, TrailEntry } from "./schema";
import type { Tri } from "./tri";

const OUTCOMES: Record<Tri, Outcome> = { yes: "fires", no: "passes", unknown: "unknown" };

/**
 * For one worksheet, tells of a candidate what every rule that may remove or bind says, and every other rule that fired.
 * Answers are looked up once: entries of one rule share the list of what it read.
 */
export function trailTeller(answers: Answers, need: Need): (judged: Judged) => TrailEntry[] {
  const cited = RULES.map((rule) => citedAnswers(answers, rule.reads));
  return (judged) => {
    const entries: TrailEntry[] = [];
    for (const [i, rule] of RULES.entries()) {
      if (!appliesTo(rule, judged.facts)) continue;
      const outcome = judged.outcomes[i] ?? "unknown";
      const answer = cited[i] ?? [];
      if (outcome === "yes") entries.push(fired({ answer, need, judged, rule }));
      else if (isTold({ rule, outcome, answer })) entries.push(QUIET[i]?.[outcome] ?? quiet(rule, outcome));
    }
    if (judged.softenedBy.length > 0) entries.push(verifyFirst(judged));
    return entries;
  };
}

/** The answers that a rule reads and that were given, with their values. */
function citedAnswers(answers: Answers, reads: readonly string[]): AnswerCitation[] {
  return reads.flatMap((path) => {
    const value = answerAt(answers, path);
    return value === undefined ? [] : [{ path, value }];
  });
}

/** Quiet rules are told if they may remove or bind; passing a question that nobody answered says nothing. */
function isTold({ rule, outcome, answer }: { rule: Rule; outcome: Tri; answer: readonly AnswerCitation[] }): boolean {
  if (rule.effect !== "ELIM" && rule.effect !== "COND") return false;
  return outcome === "unknown" || answer.length > 0;
}

function fired({ answer, need, judged, rule }: { answer: AnswerCitation[]; need: Need; judged: Judged; rule: Rule }): TrailEntry {
  const { facts } = judged;
  return {
    id: rule.id,
    effect: judged.softenedBy.includes(rule) ? "COND" : rule.effect,
    strength: rule.strength,
    outcome: "fires",
    text: { id: `rules.${rule.id}.text`, params: { name: facts.name, ...rule.params?.(need, facts) } },
    answer,
    fact: rule.fact?.(need, facts) ?? null,
    source: { rule: rule.source, facts: facts.sources },
  };
}

/** What a rule that did not fire says is the same of every candidate, so the entries are made once. */
const QUIET = RULES.map((rule) => ({ no: quiet(rule, "no"), unknown: quiet(rule, "unknown") }));

function quiet(rule: Rule, outcome: Tri): TrailEntry {
  return {
    id: rule.id,
    effect: rule.effect,
    strength: rule.strength,
    outcome: OUTCOMES[outcome],
    text: { id: `rules.${rule.id}.sentence`, params: {} },
    answer: [],
    fact: null,
    source: { rule: rule.source, facts: [] },
  };
}

/** G-09: the facts are of low confidence, so what would have removed it becomes something to verify. */
function verifyFirst({ facts }: Judged): TrailEntry {
  return {
    id: "G-09",
    effect: "COND",
    strength: "house_rule",
    outcome: "fires",
    text: { id: "rules.G-09.text", params: { name: facts.name } },
    answer: [],
    fact: { field: "confidence", value: facts.confidence },
    source: { rule: "G-09", facts: facts.sources },
  };
}
