import type { Answers } from "../answers/schema";
import { answerAt } from "./answer-path";
import { familyOf, findFacts } from "./facts";
import type { Need } from "./need";
import type { Ranking } from "./rank";
import type { Lead } from "./rule";
import { RULES } from "./rules";
import { ABOUT_WORKSHEET } from "./rules-about-worksheet";
import type { Candidate, Effect, Evaluation } from "./schema";

type InPlay = {
  need: Need;
  ranking: Ranking;
  shortlist: Evaluation["shortlist"];
  candidates: readonly Candidate[];
};

/** Warnings of the worksheet, of its leading candidate, and of each finalist; and an empty or tied list said in words. */
export function warningsOf(input: InPlay): Evaluation["warnings"] {
  const { ranking, shortlist } = input;
  const worksheet = firedOn(input, "WARN").map(({ id, text }) => ({ id, candidate: null, text }));
  const list = [];
  if (shortlist.length === 0) list.push({ id: "G-04", candidate: null, text: { id: "rules.G-04.text", params: {} } });
  if (ranking.isTied) list.push({ id: "G-05", candidate: null, text: { id: "rules.G-05.text", params: {} } });
  return [...list, ...worksheet, ...firedOnFinalists(input, "WARN")];
}

/** Questions put back to the team: by the worksheet, and for each finalist. */
export function questionsOf(input: InPlay): Evaluation["questions"] {
  const worksheet = firedOn(input, "ASK").map(({ id, asks, text }) => ({ id, candidate: null, field: asks ?? null, text }));
  return [...worksheet, ...firedOnFinalists(input, "ASK").map((question) => ({ ...question, field: null }))];
}

/** Blank fields whose answer could still remove or bind a candidate that is left, with the rules that wait for them (G-08). */
export function openAssumptionsOf({
  answers,
  candidates,
}: {
  answers: Answers;
  candidates: readonly Candidate[];
}): Evaluation["openAssumptions"] {
  const open = new Map<string, Set<string>>();
  const waiting = new Set(
    candidates
      .filter(({ status }) => status === "shortlisted" || status === "remaining")
      .flatMap(({ rules }) => rules.filter((entry) => entry.outcome === "unknown").map((entry) => entry.id)),
  );
  for (const rule of RULES) {
    if (!waiting.has(rule.id)) continue;
    for (const path of rule.reads) {
      // Earlier years only stand in for year 3, which is the field to fill.
      if (path.startsWith("scale.y1.") || path.startsWith("scale.now.") || answerAt(answers, path) !== undefined) continue;
      const ids = open.get(path) ?? new Set();
      open.set(path, ids.add(rule.id));
    }
  }
  return [...open].map(([field, rules]) => ({ field, rules: [...rules] }));
}

/** What always stands beside the three: what runs today (F-07) and no new database (F-16). */
export function standingOf(need: Need): Evaluation["standing"] {
  const { incumbent, current_bill_month } = need.frame;
  const store = fittingStore(need);
  const isFirst = store !== null && (need.workload.truth === "rebuildable_copy" || need.workload.event_use === "job_queue");
  const none = {
    kind: "no_new_database" as const,
    id: store,
    isFirst,
    text: { id: store ? "rules.F-16.text" : "rules.F-16.none", params: { name: nameOf(store ?? "") } },
  };
  if (!incumbent || incumbent === "none") return [none];
  const text = { id: "rules.F-07.standing", params: { name: nameOf(incumbent), bill: current_bill_month ?? -1 } };
  return [{ kind: "what_we_run", id: findFacts(incumbent) ? incumbent : null, isFirst: false, text }, none];
}

/** A store that runs today and is at least good at the main shape. */
function fittingStore({ ops, frame, workload }: Need): string | null {
  const running = [...(ops.current_stores ?? []), ...(frame.incumbent ? [frame.incumbent] : [])];
  const { primary } = workload;
  if (!primary) return null;
  const fits = (id: string) => {
    const fit = findFacts(familyOf(id) ?? id)?.fit[primary];
    return fit === "native" || fit === "good";
  };
  return running.find(fits) ?? null;
}

function leadOf({ ranking, shortlist, candidates }: InPlay): Lead {
  const first = ranking.shortlist[0];
  if (!first) return null;
  const standard = candidates.find(({ id }) => id === "postgresql")?.status;
  return {
    facts: first.facts,
    hosting: shortlist[0]?.hosting ?? [],
    isDefaultOut: standard !== "shortlisted" && standard !== "remaining",
  };
}

function firedOn(input: InPlay, effect: "WARN" | "ASK") {
  const { need } = input;
  const lead = leadOf(input);
  return ABOUT_WORKSHEET.filter((rule) => rule.effect === effect && rule.test(need, lead) === "yes").map((rule) => ({
    id: rule.id,
    asks: rule.asks,
    text: { id: `rules.${rule.id}.text`, params: { name: lead?.facts.name ?? "", ...rule.params?.(need, lead) } },
  }));
}

function firedOnFinalists({ shortlist, candidates }: InPlay, effect: Effect) {
  return shortlist.flatMap(({ id }) => {
    const rules = candidates.find((candidate) => candidate.id === id)?.rules ?? [];
    return rules
      .filter((entry) => entry.effect === effect && entry.outcome === "fires")
      .map((entry) => ({ id: entry.id, candidate: id, text: entry.text }));
  });
}

function nameOf(id: string): string {
  return findFacts(id)?.name ?? id;
}
