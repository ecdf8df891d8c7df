import { QUESTION_IDS, type QuestionId } from "../answers/schema";
import type { WorksheetState } from "../worksheet/projection";
import type { Nudge } from "./schema";

/** Nobody is asked again within this, in seconds, whoever asks. */
export const NUDGE_PAUSE_S = 60;
/** An answer to "are you ready?" is not waited for longer than this, in milliseconds. */
const LASTS_MS = 600_000;

type Room = Pick<WorksheetState, "members" | "readies" | "reveals">;

/**
 * The questions that are not revealed and that this person has not called ready, in order; empty once everything is revealed.
 * @example openQuestions({ ready: ["workload"], revealed: ["scale"] }) // ["consistency", "ops", "cost"]
 */
export function openQuestions({ ready, revealed }: { ready: readonly QuestionId[]; revealed: readonly QuestionId[] }): QuestionId[] {
  return QUESTION_IDS.filter((question) => !ready.includes(question) && !revealed.includes(question));
}

/**
 * Who counts, is here for good and has open questions left, in the order in which they joined; observers and approvers never.
 * @example waitingFor({ members: [ada, bo], readies: [], reveals: [] }).length // 2
 */
export function waitingFor({ members, readies, reveals }: Room): WorksheetState["members"] {
  const revealed = reveals.map(({ question }) => question);
  const readyOf = (id: string) => readies.filter(({ memberId }) => memberId === id).map(({ question }) => question);
  const counts = members.filter(({ role, isRemoved }) => !isRemoved && (role === "facilitator" || role === "member"));
  return counts.filter(({ id }) => openQuestions({ ready: readyOf(id), revealed }).length > 0);
}

/**
 * Who asked this person whether they are ready, and when: for ten minutes, and only while something of theirs is open. `now`
 * is the server's clock in milliseconds since the epoch. Null for everybody who was not asked.
 * @example nudgeFor({ worksheet, memberId: "bo", now: Date.parse("2026-11-20T10:01:00Z") }) // { byName: "Ada", at: "2026-11-20T10:00:00.000Z" }
 */
export function nudgeFor(input: { worksheet: Room; memberId: string; now: number }): Nudge | null {
  const { worksheet, memberId, now } = input;
  const nudge = worksheet.members.find(({ id }) => id === memberId)?.nudge ?? null;
  if (nudge === null || now - Date.parse(nudge.at) >= LASTS_MS) return null;
  if (!waitingFor(worksheet).some(({ id }) => id === memberId)) return null;
  const byName = worksheet.members.find(({ id }) => id === nudge.byMemberId)?.name ?? "";
  return { byName, at: nudge.at };
}
