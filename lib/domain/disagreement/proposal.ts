import type { FieldDef, FieldKind } from "../answers/fields";
import { LIST_LIMIT, NUMBER_LIMIT } from "../text";
import type { PositionView } from "../worksheet/schema";
import { type Camp, campsOf, isCompared, isList } from "./camps";
import { type GivenAnswer, readableAnswers } from "./given-answers";
import { logMedian, ratioOf } from "./number-measures";
import { ASSUMED_BASIS, BASIS_FACTORS, poolEstimates } from "./pooled-estimate";
import { median } from "./quantiles";
import { toSignificant } from "./rounding";

export type Proposal = {
  field: string;
  kind: FieldKind;
  /** What the team could take as its answer. Null is an honest "you are split" or "nobody knows". */
  value: PositionView["value"];
  /** The team's band: pooled from each number and how its author knows it. Only for estimates. */
  low: number | null;
  high: number | null;
  /** The numbers are more than ten times apart, so their middle deserves a talk first. */
  isWide: boolean;
  /** For facts: who claims what. */
  claims: Camp[];
};

const WIDE_RATIO = 10;

/**
 * The answer a team could settle on, by kind of field. A fact is what all state alike, for lists everything anybody
 * claims; two claims that exclude each other propose nothing. An estimate is the log-median (the plain median when a
 * value is 0) with a pooled band. A judgement is what more than half chose, option by option for lists, else nothing.
 * Example: the estimates 50, 200, 200, 400, 5000 propose 200, flagged as wide.
 */
export function proposePosition(input: { field: FieldDef; answers: readonly GivenAnswer[] }): Proposal {
  const { field } = input;
  const answers = readableAnswers(field, input.answers);
  const numbers = answers.map((answer) => answer.value).filter((value) => typeof value === "number");
  const isEstimate = field.kind === "estimate" && field.type === "number";
  const band = isEstimate ? bandOf(field, answers) : null;
  const ratio = isEstimate ? ratioOf(numbers) : 1;
  return {
    field: field.path,
    kind: field.kind,
    // Answers come as JSON, and what is made of them here is a part of them.
    value: answers.length === 0 ? null : (proposedValue({ field, answers, numbers }) as PositionView["value"]),
    low: band?.low ?? null,
    high: band?.high ?? null,
    isWide: numbers.length > 1 && (ratio === null || ratio > WIDE_RATIO),
    claims: field.kind === "fact" && isCompared(field) ? campsOf(field, answers) : [],
  };
}

function proposedValue(input: { field: FieldDef; answers: readonly GivenAnswer[]; numbers: readonly number[] }): unknown {
  const { field, answers, numbers } = input;
  if (field.type === "experience") return bestExperience(answers);
  if (field.kind === "fact") return factOf(field, answers);
  if (field.kind === "judgement") return majorityOf(field, answers);
  if (field.type === "number") return middleNumber(numbers);
  return field.type === "ordinal" ? middleLevel(field, answers) : majorityOf(field, answers);
}

function factOf(field: FieldDef, answers: readonly GivenAnswer[]): unknown {
  if (isList(field)) return unionOf(field, answers);
  const [first, ...others] = answers;
  return others.every((answer) => answer.value === first?.value) ? first?.value : null;
}

function unionOf(field: FieldDef, answers: readonly GivenAnswer[]): string[] {
  const union = [...new Set(answers.flatMap((answer) => answer.value as string[]))];
  return field.options.length > 0 ? field.options.filter((option) => union.includes(option)) : union.slice(0, LIST_LIMIT);
}

function majorityOf(field: FieldDef, answers: readonly GivenAnswer[]): unknown {
  const half = answers.length / 2;
  const camps = campsOf(field, answers);
  const chosen = camps.filter((camp) => camp.memberIds.length > half).map((camp) => camp.value);
  if (!isList(field)) return chosen[0] ?? null;
  return camps.some((camp) => camp.memberIds.length === half) ? null : chosen;
}

/** Two middle numbers meet at a figure nobody said; three digits of it are all that it is worth. */
function middleNumber(numbers: readonly number[]): number | null {
  const middle = logMedian(numbers) ?? median(numbers);
  if (middle === null || new Set(numbers).size === 1) return numbers[0] ?? null;
  return numbers.includes(middle) ? middle : toSignificant(middle, 3);
}

function middleLevel(field: FieldDef, answers: readonly GivenAnswer[]): string | null {
  const level = median(answers.map((answer) => field.options.indexOf(String(answer.value))));
  return level === null ? null : (field.options[level] ?? null);
}

function bandOf(field: FieldDef, answers: readonly GivenAnswer[]): { low: number; high: number } | null {
  const pooled = poolEstimates(
    answers.map((answer) => ({ value: Number(answer.value), factor: BASIS_FACTORS[answer.basis ?? ASSUMED_BASIS] })),
  );
  if (!pooled) return null;
  const most = field.unit === "percent" ? 100 : NUMBER_LIMIT;
  return { low: pooled.low, high: Math.min(most, pooled.high) };
}

const EXPERIENCE_ORDER = ["none", "local", "production"];

function bestExperience(answers: readonly GivenAnswer[]): Record<string, string> {
  const best: Record<string, string> = {};
  for (const { value } of answers) {
    for (const [family, level] of Object.entries(value as Record<string, string>)) {
      if (EXPERIENCE_ORDER.indexOf(level) > EXPERIENCE_ORDER.indexOf(best[family] ?? "")) best[family] = level;
    }
  }
  return Object.fromEntries(Object.entries(best).sort(([a], [b]) => (a < b ? -1 : 1)));
}
