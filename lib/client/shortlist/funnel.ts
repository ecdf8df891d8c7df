import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { Candidate, Evaluation, TrailEntry } from "@/lib/domain/engine/schema";

/** Where candidates leave: the frame and the five questions by a rule; then those built for another job, ways to host, and the less simple. */
export const FUNNEL_STAGES = ["frame", ...QUESTION_IDS, "byHand", "filed", "hosting", "simplest"] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Candidates that left at one stage for the same rule, or all of a stage that no rule decides. */
export type RemovedGroup = { rule: TrailEntry | null; candidates: Candidate[] };

export type FunnelStep = { stage: FunnelStage; before: number; after: number; groups: RemovedGroup[] };

/** How the list shrank, stage by stage; stages at which nobody left are skipped. Counts end at the length of the shortlist. */
export function funnelOf({ candidates }: Pick<Evaluation, "candidates">): FunnelStep[] {
  let before = candidates.length;
  return FUNNEL_STAGES.flatMap((stage) => {
    const removed = candidates.filter((candidate) => stageOf(candidate) === stage);
    if (removed.length === 0) return [];
    const step = { stage, before, after: before - removed.length, groups: groupByRule(removed) };
    before = step.after;
    return [step];
  });
}

/** The rule that took a candidate off the list, or null when none did. */
export function decidingRule(candidate: Candidate): TrailEntry | null {
  return candidate.rules.find((rule) => rule.effect === "ELIM" && rule.outcome === "fires") ?? null;
}

function stageOf({ status, leftAt, override }: Candidate): FunnelStage | null {
  if (status === "shortlisted") return null;
  if (leftAt !== null) return leftAt;
  if (override?.action === "exclude") return "byHand";
  return status === "filed" || status === "hosting" ? status : "simplest";
}

function groupByRule(removed: Candidate[]): RemovedGroup[] {
  const groups = new Map<string, RemovedGroup>();
  for (const candidate of removed) {
    const rule = decidingRule(candidate);
    const group = groups.get(rule?.id ?? "") ?? { rule, candidates: [] };
    group.candidates.push(candidate);
    groups.set(rule?.id ?? "", group);
  }
  return [...groups.values()].toSorted((a, b) => b.candidates.length - a.candidates.length);
}
