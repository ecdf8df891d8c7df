import type { DecisionRecord } from "./schema";

export type ReviewDay = { day: string; isChosen: boolean };

/**
 * The day on which the team looks again: the earliest that it chose among its triggers, else a year after the decision.
 * Days are ISO dates; 29 February becomes 1 March of the next year.
 * @example reviewDay({ reconsider: [] }, "2026-11-20T14:02:31.000Z") // { day: "2027-11-20", isChosen: false }
 */
export function reviewDay({ reconsider }: Pick<DecisionRecord, "reconsider">, decidedAt: string): ReviewDay {
  const [first] = reconsider.flatMap(({ trigger }) => (trigger?.type === "date" ? [trigger.date] : [])).toSorted();
  if (first !== undefined) return { day: first, isChosen: true };
  const due = new Date(decidedAt);
  due.setUTCFullYear(due.getUTCFullYear() + 1);
  return { day: due.toISOString().slice(0, 10), isChosen: false };
}
