import type { z } from "zod";
import { ASSUMED_BASIS, BASIS_FACTORS } from "../disagreement/pooled-estimate";
import type { AnswerView } from "../worksheet/schema";
import type { uncertaintySchema } from "./estimates-schema";

type UncertaintyInput = z.input<typeof uncertaintySchema>;
type MemberInput = UncertaintyInput["points"][number]["members"][number];

/** The points of time that the questions about load ask for. */
export const ESTIMATED_POINTS = ["now", "y1", "y3"] as const;

/**
 * What each member expects of load and data, as trials take it: their own latest numbers, low and high by how they know them (a wild
 * guess may be off ten times, a measured number by a quarter). Points that nobody estimated are left out; null without any.
 *
 * @example estimatesFromAnswers(answers, "worksheet-1")?.points.map(({ id }) => id) // ["now", "y3"]
 */
export function estimatesFromAnswers(answers: readonly AnswerView[], seed: string): UncertaintyInput | null {
  const latest = answers.filter(
    ({ memberId, field, round }) => !answers.some((other) => other.memberId === memberId && other.field === field && other.round > round),
  );
  const members = [...new Set(latest.map(({ memberId }) => memberId))].sort();
  const points = ESTIMATED_POINTS.flatMap((id) => {
    const estimates = members.flatMap(
      (member) => estimateOf({ id, member, own: latest.filter(({ memberId }) => memberId === member) }) ?? [],
    );
    return estimates.length > 0 ? [{ id, members: estimates }] : [];
  });
  return points.length > 0 ? { seed, points } : null;
}

function estimateOf({ id, member, own }: { id: string; member: string; own: readonly AnswerView[] }): MemberInput | null {
  const numbers = (name: string) => own.filter(({ field, value }) => field === `scale.${id}.${name}` && typeof value === "number");
  const rates = [...numbers("reads_s"), ...numbers("writes_s")];
  const data = numbers("data_gb");
  const sum = (views: readonly AnswerView[]) => views.reduce((total, { value }) => total + Number(value), 0);
  if (rates.length === 0 || sum(rates) === 0) return null;
  return {
    member,
    peakRequestsPerSecond: spread(sum(rates), factorOf(rates)),
    ...(data.length > 0 ? { storedGb: spread(sum(data), factorOf(data)) } : {}),
    // Who gave reads and writes also said which share of them reads.
    ...(rates.length === 2 ? { readShare: { likely: sum(numbers("reads_s")) / sum(rates) } } : {}),
  };
}

/** The least sure of the numbers that were added. */
function factorOf(views: readonly AnswerView[]): number {
  return Math.max(...views.map(({ basis }) => BASIS_FACTORS[basis ?? ASSUMED_BASIS]));
}

function spread(likely: number, factor: number) {
  return { low: likely / factor, likely, high: likely * factor };
}
