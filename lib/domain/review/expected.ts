import type { Basis } from "../answers/schema";
import { valueInMonth } from "../costs/growth-path";
import { answersThatCount } from "../disagreement/given-answers";
import { ASSUMED_BASIS, BASIS_FACTORS, poolEstimates } from "../disagreement/pooled-estimate";
import type { AnswerView, PositionView } from "../worksheet/schema";
import type { Metric } from "./schema";

type Point = { month: number; value: number };
export type Expected = {
  /** The number that stood for the day of the decision. */
  start: number | null;
  band: { low: number; mid: number; high: number } | null;
  range: { low: number; high: number } | null;
  path: Point[];
};

const TIMES = [
  ["now", 0],
  ["y1", 12],
  ["y3", 36],
] as const;

/**
 * What a team expected of a metric some months after its decision: its estimates for today, one and three years, each pooled
 * over the members (a recorded position replaces the typical value and, where given, the band), joined by geometric growth.
 * `range` is the lowest and highest that any single member's path says. Nulls where nobody gave a number.
 *
 * @example today 120, in a year 200, in three years 1,000: after 14 months a typical 228.7
 */
export function expectedAfter(input: {
  metric: Metric;
  months: number;
  answers: readonly AnswerView[];
  positions: readonly PositionView[];
}): Expected {
  const bands = TIMES.flatMap(([time, month]) => {
    const band = bandAt(`scale.${time}.${input.metric}`, input);
    return band ? [{ month, ...band }] : [];
  });
  const at = (key: "low" | "mid" | "high") =>
    rounded(
      valueInMonth(
        bands.map((band) => ({ month: band.month, value: band[key] })),
        input.months,
      ),
    );
  return {
    start: bands.find(({ month }) => month === 0)?.mid ?? null,
    band: bands.length === 0 ? null : { low: at("low"), mid: at("mid"), high: at("high") },
    range: rangeOf(input),
    path: bands.map(({ month, mid }) => ({ month, value: mid })),
  };
}

function bandAt(field: string, { answers, positions }: { answers: readonly AnswerView[]; positions: readonly PositionView[] }) {
  const given = numbersOf(answers, field);
  const pooled = poolEstimates(given.map(({ value, basis }) => ({ value, factor: BASIS_FACTORS[basis ?? ASSUMED_BASIS] })));
  const position = positions.find((one) => one.field === field);
  if (typeof position?.value !== "number") return pooled;
  const mid = position.value;
  const around = pooled ?? { low: mid / BASIS_FACTORS[ASSUMED_BASIS], high: mid * BASIS_FACTORS[ASSUMED_BASIS] };
  return { low: Math.min(mid, position.low ?? around.low), mid, high: Math.max(mid, position.high ?? around.high) };
}

function rangeOf({ metric, months, answers }: { metric: Metric; months: number; answers: readonly AnswerView[] }) {
  const members = [...new Set(answers.map(({ memberId }) => memberId))];
  const values = members.flatMap((memberId) => {
    const own = answers.filter((answer) => answer.memberId === memberId);
    const points = TIMES.flatMap(([time, month]) => numbersOf(own, `scale.${time}.${metric}`).map(({ value }) => ({ month, value })));
    return points.length === 0 ? [] : [rounded(valueInMonth(points, months))];
  });
  return values.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values) };
}

function numbersOf(answers: readonly AnswerView[], field: string): { value: number; basis: Basis | null }[] {
  return answersThatCount(answers, field).flatMap(({ value, basis }) => (typeof value === "number" ? [{ value, basis }] : []));
}

const rounded = (value: number): number => Number(value.toPrecision(9));
