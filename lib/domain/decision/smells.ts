import type { WorksheetCosts } from "../costs/schema";
import type { Evaluation } from "../engine/schema";
import type { AnswerView, SectionView } from "../worksheet/schema";

/** Checks before sign-off. Advisory: each can be put aside with a sentence, which is printed. */
export const SMELLS = [
  "one_option",
  "nothing_measured",
  "far_beyond_today",
  "nobody_has_run_it",
  "no_exit",
  "only_infrastructure",
] as const;
export type Smell = (typeof SMELLS)[number];

type Input = {
  answers: readonly Pick<AnswerView, "field" | "round" | "value" | "unknown" | "basis">[];
  evaluation: Pick<Evaluation, "candidates" | "shortlist">;
  sections: readonly Pick<SectionView, "section" | "text">[];
  costs: Pick<WorksheetCosts, "request"> | null;
  chosen: string | null;
  /** The chosen candidate's lock-in points of 12, null when unknown. */
  lockIn: number | null;
  hosting: string | null;
};

/** Ten times what is there today is a hope, not a plan. */
const FAR = 10;
const LOCKED_IN = 7;

/**
 * What a reviewer would stop at. A blank answer never smells by itself, except that nothing at all was measured.
 * @example smellsOf({ answers: [], evaluation: { candidates: [], shortlist: [] }, sections: [], costs: null, chosen: null, lockIn: null, hosting: null }) // ["one_option", "nothing_measured"]
 */
export function smellsOf(input: Input): Smell[] {
  const { answers, evaluation, sections, costs, chosen, lockIn, hosting } = input;
  const textOf = (section: SectionView["section"]) => sections.find((row) => row.section === section)?.text.trim() ?? "";
  const found: Record<Smell, boolean> = {
    one_option: evaluation.shortlist.length < 2 && textOf("alternatives") === "",
    nothing_measured: !answers.some((answer) => answer.basis === "measured" && !answer.unknown),
    far_beyond_today: isFarBeyond(answers, "writes_s") || isFarBeyond(answers, "reads_s"),
    nobody_has_run_it: chosen !== null && hosting === "self_host_only" && !hasRun(answers, evaluation, chosen),
    no_exit: (lockIn ?? 0) >= LOCKED_IN && textOf("exit_plan") === "",
    only_infrastructure: costs?.request != null && costs.request.tco === undefined,
  };
  return SMELLS.filter((smell) => found[smell]);
}

function isFarBeyond(answers: Input["answers"], name: string): boolean {
  const highest = (field: string) =>
    Math.max(0, ...answers.flatMap(({ field: own, value }) => (own === field && typeof value === "number" ? [value] : [])));
  const now = highest(`scale.now.${name}`);
  return now > 0 && highest(`scale.y3.${name}`) > FAR * now;
}

/** Whether anybody ran the chosen system, or one of its family, in production. */
function hasRun(answers: Input["answers"], { candidates }: Input["evaluation"], chosen: string): boolean {
  const family = candidates.find(({ id }) => id === chosen)?.family ?? chosen;
  return answers.some(({ field, value }) => {
    if (field !== "ops.experience" || value === null || typeof value !== "object" || Array.isArray(value)) return false;
    const level = value[family] ?? value[chosen];
    return level === "production";
  });
}
