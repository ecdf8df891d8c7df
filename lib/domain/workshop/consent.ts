import type { Role } from "../worksheet/schema";
import type { ConsentChoice } from "./schema";

type Chosen = { memberId: string; choice: ConsentChoice };
type Voice = { id: string; role: Role; isRemoved: boolean };

/**
 * Have all who count chosen? Facilitators and members count, also those who are away; observers and approvers do not.
 * False while nobody counts.
 * @example isComplete({ voices: [{ id: "a", role: "member", isRemoved: false }], choices: [] }) // false
 */
export function isComplete(input: { voices: readonly Voice[]; choices: readonly Pick<Chosen, "memberId">[] }): boolean {
  const counting = input.voices.filter(isCounted);
  return counting.length > 0 && counting.every((voice) => input.choices.some((choice) => choice.memberId === voice.id));
}

/**
 * The open round in which a person has said nothing yet, or null. Whoever reads a round that is open sees their own choice in
 * it and nobody else's.
 * @example unansweredRound([{ closedAt: null, choices: [] }], "a") // { closedAt: null, choices: [] }
 */
export function unansweredRound<T extends { closedAt: string | null; choices: readonly { memberId: string }[] }>(
  rounds: readonly T[],
  memberId: string,
): T | null {
  return rounds.find(({ closedAt, choices }) => closedAt === null && !choices.some((choice) => choice.memberId === memberId)) ?? null;
}

/**
 * What a closed round came to: an objection stands before a concern, and silence is neither.
 * @example consentOutcome([{ memberId: "a", choice: "consent" }, { memberId: "b", choice: "concern" }]) // "with_concerns"
 */
export function consentOutcome(choices: readonly Chosen[]): "objected" | "with_concerns" | "consented" | "silent" {
  if (choices.length === 0) return "silent";
  if (choices.some(({ choice }) => choice === "object")) return "objected";
  return choices.some(({ choice }) => choice === "concern") ? "with_concerns" : "consented";
}

/** Facilitators and members of the worksheet; somebody taken off no longer counts. */
export function isCounted(voice: Voice): boolean {
  return !voice.isRemoved && (voice.role === "facilitator" || voice.role === "member");
}
