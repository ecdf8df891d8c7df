import type { Candidate, Effect, TrailEntry } from "@/lib/domain/engine/schema";

export type Cell = "removes" | "condition" | "against" | "for" | "warns" | "asks" | "unknown" | "passes";
export type Matrix = { rules: { id: string; effect: Effect }[]; rows: { candidate: Candidate; cells: (Cell | null)[] }[] };

const FIRED: Record<Effect, Cell> = { ELIM: "removes", COND: "condition", DEMOTE: "against", PREFER: "for", WARN: "warns", ASK: "asks" };
const ORDER: Candidate["status"][] = ["shortlisted", "remaining", "near-miss", "eliminated", "filed", "hosting"];

type Options = { filter: string /** Only rules that removed, bound or could not be told for somebody shown. */; onlyDeciding: boolean };

/** Candidates against the rules that spoke about any of them, in the order of the rules; an empty cell: nothing was said. */
export function matrixOf(candidates: readonly Candidate[], { filter, onlyDeciding }: Options): Matrix {
  const shown = candidates
    .filter(({ id, name, rules }) => {
      const fired = rules.filter(({ outcome }) => outcome === "fires").map((rule) => rule.id);
      return [id, name, ...fired].some((text) => text.toLowerCase().includes(filter));
    })
    .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.points - a.points || a.name.localeCompare(b.name, "en"));
  const rules = new Map<string, Effect>();
  for (const entry of shown.flatMap((candidate) => candidate.rules)) {
    if (!onlyDeciding || isDeciding(entry)) rules.set(entry.id, rules.get(entry.id) ?? entry.effect);
  }
  const columns = [...rules].map(([id, effect]) => ({ id, effect })).sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
  return { rules: columns, rows: shown.map((candidate) => ({ candidate, cells: columns.map(({ id }) => cellOf(candidate, id)) })) };
}

function isDeciding({ effect, outcome }: TrailEntry): boolean {
  return outcome === "fires" && (effect === "ELIM" || effect === "COND");
}

function cellOf({ rules }: Candidate, id: string): Cell | null {
  const entry = rules.find((rule) => rule.id === id);
  if (entry === undefined) return null;
  return entry.outcome === "fires" ? FIRED[entry.effect] : entry.outcome;
}
