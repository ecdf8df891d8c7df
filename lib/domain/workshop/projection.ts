import { QUESTION_IDS } from "../answers/schema";
import { PRESENCE_MS, type Viewer, type WorksheetState } from "../worksheet/projection";
import { nudgeFor } from "./nudge";
import { leadOf, mayTakeOver } from "./roles";
import type { AgendaId, ConsentRoundView, ConsentView, LeakProbeView, PremortemCardView, RevealPolicy, WorkshopView } from "./schema";
import { isRoomStill } from "./still";

type Stored<T> = Omit<T, "isYours"> & { memberId: string };

/** How a worksheet is facilitated as the database holds it: everything, for nobody's eyes until projected. */
export type WorkshopState = {
  revealPolicy: RevealPolicy;
  agenda: AgendaId;
  closesAt: string | null;
  leadMemberId: string | null;
  isTakeOverLocked: boolean;
  pointer: (Omit<NonNullable<WorkshopView["pointer"]>, "byName" | "isYours"> & { byMemberId: string }) | null;
  timer: WorkshopView["timer"];
  stageReadies: { memberId: string; screen: string }[];
  proxies: { memberId: string; byMemberId: string; byName: string }[];
  roleChanges: WorkshopView["roleChanges"];
  topics: WorkshopView["topics"];
  consentRounds: (Omit<ConsentRoundView, "choices"> & { choices: ConsentView[] })[];
  noteReads: WorkshopView["noteReads"];
  causes: WorkshopView["causes"];
  comments: (Stored<Omit<WorkshopView["comments"][number], "isYours">> & { memberId: string })[];
  premortem: { startedAt: string; revealedAt: string | null; cards: Stored<PremortemCardView>[] } | null;
  leakProbe: LeakProbeView | null;
};

type Input = { state: WorkshopState; worksheet: WorksheetState; viewer: Viewer; now: number };

/**
 * What one viewer may see of how their worksheet is facilitated. Like `projectWorksheet`, and for the same reason, every
 * read path uses it: a choice in a consent round is its author's alone until the round is closed, a premortem card until
 * its reveal, and whatever speaks of answers is shown once they are revealed, and to nobody who still answers blind.
 *
 * `now` is the server's clock in milliseconds since the epoch.
 */
export function projectWorkshop({ state, worksheet, viewer, now }: Input): WorkshopView {
  const lead = leadOf(worksheet.members, state.leadMemberId);
  const isBlind = worksheet.blind.includes(viewer.memberId);
  const sees = viewer.role !== "approver" && !isBlind;
  const isShown = shownBy(worksheet);
  const nameOf = (id: string) => worksheet.members.find((member) => member.id === id)?.name ?? "";
  const { pointer } = state;
  return {
    now: new Date(now).toISOString(),
    revealPolicy: state.revealPolicy,
    agenda: state.agenda,
    closesAt: state.closesAt,
    lead: lead ? { memberId: lead.id, name: lead.name, isHere: isHere(lead.lastSeenAt, now) } : null,
    isTakeOverLocked: state.isTakeOverLocked,
    mayTakeOver: mayTakeOver({
      seats: worksheet.members,
      chosen: state.leadMemberId,
      memberId: viewer.memberId,
      isLocked: state.isTakeOverLocked,
      now,
    }),
    pointer: pointer && {
      screen: pointer.screen,
      topic: sees ? pointer.topic : null,
      byName: nameOf(pointer.byMemberId),
      isYours: pointer.byMemberId === viewer.memberId,
      at: pointer.at,
    },
    timer: state.timer && { ...state.timer, topic: sees ? state.timer.topic : null },
    ready: state.stageReadies.filter(({ screen }) => screen === pointer?.screen).map(({ memberId }) => memberId),
    isBlind,
    blindNames: worksheet.blind.map(nameOf).filter((name) => name !== ""),
    proxies: state.proxies.map(({ memberId, byName, byMemberId }) => ({ memberId, byName, isYours: byMemberId === viewer.memberId })),
    roleChanges: state.roleChanges,
    topics: sees ? state.topics.filter(({ field }) => isShown(field)) : [],
    consentRounds: sees ? state.consentRounds.map((round) => projectRound(round, viewer)) : [],
    noteReads: sees ? state.noteReads.filter(({ question }) => isShown(question)) : [],
    causes: sees ? state.causes.filter(({ field }) => isShown(field)) : [],
    comments: sees ? projectComments({ comments: state.comments, viewer, isShown }) : [],
    premortem: sees ? projectPremortem(state.premortem, viewer) : null,
    nudge: nudgeFor({ worksheet, memberId: viewer.memberId, now }),
    isStill: viewer.role === "facilitator" && isRoomStill({ worksheet, closesAt: state.closesAt, now }),
    leakProbe: viewer.role === "approver" ? null : state.leakProbe,
  };
}

/** True for a field path, or a question, whose answers are revealed; `candidate:…` once all five are. */
function shownBy(worksheet: WorksheetState): (path: string) => boolean {
  const revealed = new Set<string>(worksheet.reveals.map(({ question }) => question));
  const isAll = QUESTION_IDS.every((question) => revealed.has(question));
  return (path) => (path.startsWith("candidate:") ? isAll : revealed.has(path.replace(/^field:/u, "").split(".")[0] ?? ""));
}

function isHere(lastSeenAt: string | null, now: number): boolean {
  return lastSeenAt !== null && now - Date.parse(lastSeenAt) < PRESENCE_MS;
}

function projectRound(round: ConsentRoundView, viewer: Viewer): ConsentRoundView {
  if (round.closedAt !== null) return round;
  return { ...round, choices: round.choices.filter(({ memberId }) => memberId === viewer.memberId) };
}

function projectComments(input: { comments: WorkshopState["comments"]; viewer: Viewer; isShown: (path: string) => boolean }) {
  return input.comments
    .filter(({ subject }) => input.isShown(subject))
    .map(({ memberId, ...comment }) => ({ ...comment, isYours: memberId === input.viewer.memberId }));
}

function projectPremortem(premortem: WorkshopState["premortem"], viewer: Viewer): WorkshopView["premortem"] {
  if (premortem === null) return null;
  const { startedAt, revealedAt } = premortem;
  const shown = premortem.cards.filter(({ memberId }) => revealedAt !== null || memberId === viewer.memberId);
  const cards = shown.map(({ memberId, ...card }) => ({ ...card, isYours: memberId === viewer.memberId }));
  // In the order of writing they would tell who sat down first; by text they tell nothing.
  return { startedAt, revealedAt, cards: revealedAt === null ? cards : cards.toSorted((a, b) => order(a, b)) };
}

function order(a: { theme: string; text: string }, b: { theme: string; text: string }): number {
  const [left, right] = [`${a.theme}\u0000${a.text}`, `${b.theme}\u0000${b.text}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
