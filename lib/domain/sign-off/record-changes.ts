import { canonicalise } from "../record/canonicalise";
import type { DecisionRecord } from "../record/schema";
import { DECISION_SECTIONS, type DecisionSection } from "../worksheet/schema";
import { type DiffPiece, wordDiff } from "./word-diff";

export type TextPart = "title" | "scope" | DecisionSection;
export type RecordChange =
  | { kind: "text"; part: TextPart; pieces: DiffPiece[] }
  | { kind: "count"; part: "answers" | "positions" | "people"; changed: number }
  | { kind: "list"; part: "shortlist"; added: string[]; removed: string[] }
  | { kind: "whole"; part: "frame" | "costs" | "evaluation" | "other" };

/**
 * What differs between two frozen records of a decision, part by part: texts by words, the rest by what kind of thing
 * changed. Empty only for records with one hash.
 * @example recordChanges(before, after) // [{ kind: "text", part: "why", pieces: [...] }]
 */
export function recordChanges(before: DecisionRecord, after: DecisionRecord): RecordChange[] {
  const texts: [TextPart, string, string][] = [
    ["title", before.worksheet.title, after.worksheet.title],
    ["scope", before.worksheet.scope, after.worksheet.scope],
    ...DECISION_SECTIONS.map((part): [TextPart, string, string] => [
      part,
      before.decision.sections[part] ?? "",
      after.decision.sections[part] ?? "",
    ]),
  ];
  const changes: RecordChange[] = texts
    .filter(([, old, now]) => old !== now)
    .map(([part, old, now]) => ({ kind: "text", part, pieces: wordDiff(old, now) }));
  const counts = [
    ["answers", [...before.answers, ...before.notes], [...after.answers, ...after.notes]],
    ["positions", before.positions, after.positions],
    ["people", before.people.map(({ id }) => id), after.people.map(({ id }) => id)],
  ] as const;
  for (const [part, old, now] of counts) {
    const changed = countChanged(old, now);
    if (changed > 0) changes.push({ kind: "count", part, changed });
  }
  const [was, is] = [before, after].map((record) => record.evaluation.shortlist.map(({ id }) => nameOf(record, id)));
  const added = (is ?? []).filter((name) => !was?.includes(name));
  const removed = (was ?? []).filter((name) => !is?.includes(name));
  if (added.length + removed.length > 0) changes.push({ kind: "list", part: "shortlist", added, removed });
  const wholes = [
    ["frame", before.frame, after.frame],
    ["costs", before.costs, after.costs],
    ["evaluation", before.evaluation, after.evaluation],
  ] as const;
  for (const [part, old, now] of wholes) if (!isSame(old, now)) changes.push({ kind: "whole", part });
  // People carry a new salt at every freeze, so two records never have one hash; versions and the rest are named together.
  return changes.length > 0 || isSame({ ...before, people: [] }, { ...after, people: [] }) ? changes : [{ kind: "whole", part: "other" }];
}

function countChanged(before: readonly unknown[], after: readonly unknown[]): number {
  const [old, now] = [new Set(before.map(canonicalise)), new Set(after.map(canonicalise))];
  const gone = [...old].filter((item) => !now.has(item)).length;
  const come = [...now].filter((item) => !old.has(item)).length;
  return Math.max(gone, come);
}

function nameOf(record: DecisionRecord, id: string): string {
  return record.evaluation.candidates.find((candidate) => candidate.id === id)?.name ?? id;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalise(a) === canonicalise(b);
}
