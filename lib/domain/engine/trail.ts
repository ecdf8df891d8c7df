import type { Answers } from "../answers/schema";
import { answerAt } from "./answer-path";
import { appliesTo, type Judged } from "./judge";
import type { Need } from "./need";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import type { AnswerCitation, Outcome, TrailEntry } from "./schema";
import type { Tri } from "./tri";

const OUTCOMES: Record<Tri, Outcome> = { yes: "fires", no: "passes", unknown: "unknown" };
const sentences = new Map(RULES.map((rule) => [rule.id, { id: `rules.${rule.id}.sentence`, params: {} }]));

/** What every rule that may remove or bind says of a candidate, and every other rule that fired. */
export function trailOf({ answers, need, judged }: { answers: Answers; need: Need; judged: Judged }): TrailEntry[] {
  const entries: TrailEntry[] = [];
  RULES.forEach((rule, i) => {
    if (!appliesTo(rule, judged.facts)) return;
    const outcome = judged.outcomes[i] ?? "unknown";
    if (outcome === "yes") entries.push(fired({ answers, need, judged, rule }));
    else if (isTold({ rule, outcome, answers })) entries.push(quiet(rule, outcome));
  });
  if (judged.softenedBy.length > 0) entries.push(verifyFirst(judged));
  return entries;
}

/** The answers that a rule reads and that were given, with their values. */
export function citedAnswers(answers: Answers, reads: readonly string[]): AnswerCitation[] {
  const cited: AnswerCitation[] = [];
  for (const path of reads) {
    const value = answerAt(answers, path);
    if (value !== undefined) cited.push({ path, value });
  }
  return cited;
}

/** Quiet rules are told if they may remove or bind; passing a question that nobody answered says nothing. */
function isTold({ rule, outcome, answers }: { rule: Rule; outcome: Tri; answers: Answers }): boolean {
  if (rule.effect !== "ELIM" && rule.effect !== "COND") return false;
  return outcome === "unknown" || rule.reads.some((path) => answerAt(answers, path) !== undefined);
}

function fired(input: { answers: Answers; need: Need; judged: Judged; rule: Rule }): TrailEntry {
  const { answers, need, judged, rule } = input;
  const { facts } = judged;
  return {
    id: rule.id,
    effect: judged.softenedBy.includes(rule) ? "COND" : rule.effect,
    strength: rule.strength,
    outcome: "fires",
    text: { id: `rules.${rule.id}.text`, params: { name: facts.name, ...rule.params?.(need, facts) } },
    answer: citedAnswers(answers, rule.reads),
    fact: rule.fact?.(need, facts) ?? null,
    source: { rule: rule.source, facts: facts.sources },
  };
}

function quiet(rule: Rule, outcome: Tri): TrailEntry {
  return {
    id: rule.id,
    effect: rule.effect,
    strength: rule.strength,
    outcome: OUTCOMES[outcome],
    text: sentences.get(rule.id) ?? { id: `rules.${rule.id}.sentence`, params: {} },
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
