import type { WorksheetState } from "../worksheet/projection";
import { waitingFor } from "./nudge";

/** Whoever saved nothing for this long is thinking of something else, in milliseconds. */
export const STILL_MS = 120_000;

type Room = Pick<WorksheetState, "members" | "readies" | "reveals" | "answers">;

/**
 * Has answering come to rest? True once somebody has answered or is ready, at least two people count, and everybody who is
 * not ready on all that is open has neither joined nor saved anything for two minutes. Never before a closing time, when
 * rest is what is expected, and never when all are ready or all is revealed. `now` is the server's clock in milliseconds
 * since the epoch. It says nothing of who or what.
 * @example isRoomStill({ worksheet, closesAt: null, now: Date.parse("2026-11-20T10:02:00Z") }) // true
 */
export function isRoomStill({ worksheet, closesAt, now }: { worksheet: Room; closesAt: string | null; now: number }): boolean {
  const { members, answers, readies } = worksheet;
  if (closesAt !== null && now < Date.parse(closesAt)) return false;
  const counting = members.filter(({ role, isRemoved }) => !isRemoved && (role === "facilitator" || role === "member"));
  const waiting = waitingFor(worksheet);
  if (counting.length < 2 || waiting.length === 0 || answers.length + readies.length === 0) return false;
  const lastAct = (member: (typeof waiting)[number]) => {
    const saved = answers.filter(({ memberId }) => memberId === member.id).map(({ savedAt }) => Date.parse(savedAt));
    return Math.max(Date.parse(member.joinedAt), ...saved);
  };
  return waiting.every((member) => now - lastAct(member) >= STILL_MS);
}
