import { QUESTION_IDS, type QuestionId } from "../answers/schema";
import type { RevealPolicy } from "./schema";

/** More than two people would read each other's answers while still answering. */
const MOST_OPEN = 2;

/**
 * Which questions a reveal shows: with `together` and `open` all that are left, with `step` those asked for, in order, or
 * all when none is named. Part of the five is refused when they were to be revealed together. An empty plan means that
 * everything asked for was revealed before, which is no error.
 * @example planReveal({ policy: "step", asked: ["workload"], revealed: [] }) // { ok: true, questions: ["workload"] }
 */
export function planReveal(input: {
  policy: RevealPolicy;
  asked: readonly QuestionId[] | undefined;
  revealed: readonly string[];
}): { ok: true; questions: QuestionId[] } | { ok: false; reason: "all_at_once" } {
  const { policy, asked, revealed } = input;
  const left = QUESTION_IDS.filter((question) => !revealed.includes(question));
  const wanted = asked === undefined ? left : left.filter((question) => asked.includes(question));
  const isPart = asked !== undefined && wanted.length < left.length && wanted.length > 0;
  if (policy !== "step" && isPart) return { ok: false, reason: "all_at_once" };
  return { ok: true, questions: wanted };
}

/**
 * May the policy change? Never to the other one once something was revealed, and to `open` only for one or two who answer.
 * @example mayChoosePolicy({ to: "open", revealed: 0, answering: 3 }) // false
 */
export function mayChoosePolicy(input: { to: RevealPolicy; revealed: number; answering: number }): boolean {
  if (input.to === "open") return input.answering <= MOST_OPEN;
  return input.revealed === 0;
}
