import { QUESTION_IDS } from "../answers/schema";
import type { MemberView, WorksheetView } from "../worksheet/schema";
import { READING } from "./pointer";
import type { RoleChangeView, Screen, WorkshopView } from "./schema";

/** What the whole team is at, as one viewer sees it. */
export type TeamState = {
  worksheet: Pick<WorksheetView, "members" | "questions">;
  workshop: Pick<WorkshopView, "pointer" | "timer" | "ready" | "roleChanges" | "consentRounds" | "premortem">;
};

export type TeamNews =
  | { kind: "role"; change: RoleChangeView }
  | { kind: "revealed" }
  | { kind: "moved"; screen: Screen; topic: string | null }
  | { kind: "timer"; minutes: number }
  | { kind: "consent"; name: string; proposal: string }
  | { kind: "shown"; what: "choices" | "cards" }
  | { kind: "everyone" };

/**
 * What happened to the team between two looks, in the order in which it is said aloud. Joins, leaves and single ticks are
 * no news; of one person, nobody is told that everyone is ready.
 * @example teamNews(before, { ...before, workshop: { ...before.workshop, pointer: onCost } }) // [{ kind: "moved", screen: "cost", topic: null }]
 */
export function teamNews(before: TeamState, after: TeamState): TeamNews[] {
  return [...roleNews(before, after), ...revealNews(before, after), ...pointerNews(before, after), ...askedNews(before, after)];
}

function roleNews({ workshop: before }: TeamState, { workshop: after }: TeamState): TeamNews[] {
  const known = new Set(before.roleChanges.map(({ id }) => id));
  const changes = after.roleChanges.filter(({ id }) => !known.has(id)).toReversed();
  return changes.map((change) => ({ kind: "role", change }));
}

function revealNews(before: TeamState, after: TeamState): TeamNews[] {
  const count = ({ worksheet }: TeamState) => QUESTION_IDS.filter((question) => worksheet.questions[question].state === "revealed").length;
  return count(after) > count(before) ? [{ kind: "revealed" }] : [];
}

function pointerNews({ workshop: before }: TeamState, { workshop: after }: TeamState): TeamNews[] {
  const news: TeamNews[] = [];
  const { pointer, timer } = after;
  const isMoved = pointer?.screen !== before.pointer?.screen || (pointer?.topic ?? null) !== (before.pointer?.topic ?? null);
  if (pointer && isMoved) news.push({ kind: "moved", screen: pointer.screen, topic: pointer.topic });
  // That the team reads in silence was said with its move.
  const isStarted = timer !== null && before.timer?.startedAt !== timer.startedAt && timer.topic !== READING;
  if (isStarted) news.push({ kind: "timer", minutes: Math.round(timer.seconds / 60) });
  return news;
}

function askedNews(before: TeamState, after: TeamState): TeamNews[] {
  const known = new Set(before.workshop.consentRounds.map(({ id }) => id));
  const asked = after.workshop.consentRounds.filter(({ id, closedAt }) => !known.has(id) && closedAt === null);
  const news: TeamNews[] = asked.map(({ byName, proposal }) => ({ kind: "consent", name: byName, proposal }));
  if (closedRounds(after) > closedRounds(before)) news.push({ kind: "shown", what: "choices" });
  if (after.workshop.premortem?.revealedAt && !before.workshop.premortem?.revealedAt) news.push({ kind: "shown", what: "cards" });
  return isEveryoneReady(after) && !isEveryoneReady(before) ? [...news, { kind: "everyone" }] : news;
}

function closedRounds({ workshop }: TeamState): number {
  return workshop.consentRounds.filter(({ closedAt }) => closedAt !== null).length;
}

function isEveryoneReady({ worksheet, workshop }: TeamState): boolean {
  const counting = worksheet.members.filter(({ role }) => role === "member" || role === "facilitator");
  const isReady = (member: MemberView) => workshop.ready.includes(member.id) || member.ready.length === QUESTION_IDS.length;
  return counting.length > 1 && counting.every(isReady);
}
