import { type Answers, QUESTION_IDS, type QuestionId } from "../answers/schema";
import type { Locale } from "../messages/locales";
import { IN_FORCE } from "../record/in-force";
import { lifeStatus } from "../record/life-cycle";
import type { AnswerView, ApprovalView, MemberView, PositionView, RevisionView, Role, SectionView, Stage, WorksheetView } from "./schema";

/** A worksheet as the database holds it: everything, for nobody's eyes until projected. */
export type WorksheetState = {
  id: string;
  title: string;
  scope: string;
  seq: number;
  stage: Stage;
  isSample: boolean;
  template: string | null;
  archivedAt: string | null;
  retention: { months: number; until: string } | null;
  arrival: { origin: string; at: string } | null;
  createdAt: string;
  timeZone: string;
  language: Locale;
  nextNumber: number;
  /** The team space it belongs to; null while it stands alone. */
  space: { id: string; name: string } | null;
  frame: Answers;
  frameVersion: number;
  members: {
    id: string;
    name: string;
    role: Role;
    joinedAt: string;
    lastSeenAt: string | null;
    /** The last time a facilitator asked them whether they are ready; theirs alone. */
    nudge: { byMemberId: string; at: string } | null;
    isRemoved: boolean;
  }[];
  answers: (AnswerView & { question: string; savedAt: string })[];
  readies: { memberId: string; question: QuestionId }[];
  reveals: { question: QuestionId; at: string }[];
  /** Members who joined after the reveal and answer blind first: they see nothing revealed, and nobody sees them. */
  blind: string[];
  /** People without a device and the facilitator who types for them. */
  proxies: { memberId: string; byMemberId: string }[];
  positions: PositionView[];
  sections: SectionView[];
  approvers: { id: string; memberId: string; name: string }[];
  approvals: Omit<ApprovalView, "isStale">[];
  revisions: (RevisionView & { number: number | null })[];
  /** What became of the record after its acceptance; left out where nothing did. */
  life?: { isDeprecated: boolean; isDue: boolean; replacements: { isPartial: boolean; isAccepted: boolean }[] };
};

/** `sealedBefore`: unrevealed answers of theirs saved before this instant stay closed to them, or null. */
export type Viewer = { memberId: string; role: Role; sealedBefore: string | null };

type StoredAnswer = WorksheetState["answers"][number];

/** A member counts as here for this long after their last sign of life, in milliseconds. */
export const PRESENCE_MS = 45_000;

/**
 * What one viewer may see of a worksheet. Every read path uses this and nothing else, so that blind means blind on the
 * wire: before a question is revealed its answers go to their author only, and others learn name, role, here or away,
 * and ready; the facilitator also who has started which question. Approvers see frozen revisions, not the workshop.
 *
 * `now` is in milliseconds since the epoch and only decides who counts as here.
 */
export function projectWorksheet(state: WorksheetState, viewer: Viewer, now: number): WorksheetView {
  const you = state.members.find((member) => member.id === viewer.memberId);
  const isBlind = state.blind.includes(viewer.memberId);
  const reveals = isBlind ? [] : state.reveals;
  const revealed = new Set(reveals.map((reveal) => reveal.question));
  const sees = viewer.role !== "approver";
  const revisions = isBlind ? [] : state.revisions;
  const status = adrStateOf(revisions, state.life);
  return {
    id: state.id,
    title: state.title,
    scope: state.scope,
    seq: state.seq,
    stage: stageOf(state, status.status),
    isSample: state.isSample,
    template: state.template,
    archivedAt: state.archivedAt,
    retention: state.retention,
    arrival: state.arrival,
    createdAt: state.createdAt,
    timeZone: state.timeZone,
    language: state.language,
    you: {
      memberId: viewer.memberId,
      name: you?.name ?? "",
      role: viewer.role,
      isApprover: state.approvers.some((approver) => approver.memberId === viewer.memberId),
    },
    members: state.members.filter((member) => !member.isRemoved).map((member) => projectMember({ member, state, viewer, now })),
    questions: projectQuestions(reveals),
    isRevealed: QUESTION_IDS.every((question) => revealed.has(question)),
    frame: sees ? state.frame : {},
    frameVersion: state.frameVersion,
    answers: sees ? state.answers.filter((answer) => maySeeAnswer(answer, { viewer, revealed, state })).map(answerOf) : [],
    positions: sees ? state.positions.filter((position) => revealed.has(position.field.split(".")[0] as QuestionId)) : [],
    sections: sees && !isBlind ? state.sections : [],
    approvers: state.approvers.map(({ id, memberId, name }) => ({ id, name, isYou: memberId === viewer.memberId })),
    approvals: isBlind ? [] : state.approvals.map((approval) => ({ ...approval, isStale: isStale(approval.revision, state.revisions) })),
    revisions: revisions.map(({ number: _number, ...revision }) => revision),
    isFrozen: isFrozen(state.revisions),
    adr: status,
    nextNumber: state.nextNumber,
    space: sees ? state.space : null,
  };
}

/** True while a revision stands; what it holds is then read-only. */
export function isFrozen(revisions: readonly { status: RevisionView["status"] }[]): boolean {
  return revisions.some((revision) => revision.status === "proposed" || revision.status === "accepted");
}

/** A worksheet without what people say who still answer blind after the reveal; for results and records that count all others. */
export function withoutBlind(state: WorksheetState): WorksheetState {
  return { ...state, answers: state.answers.filter((answer) => !state.blind.includes(answer.memberId)) };
}

type Sight = { viewer: Viewer; revealed: Set<string>; state: WorksheetState };

function maySeeAnswer(answer: StoredAnswer, { viewer, revealed, state }: Sight): boolean {
  if (revealed.has(answer.question) && !state.blind.includes(answer.memberId)) return true;
  if (state.proxies.some((proxy) => proxy.memberId === answer.memberId && proxy.byMemberId === viewer.memberId)) return true;
  return answer.memberId === viewer.memberId && (viewer.sealedBefore === null || answer.savedAt >= viewer.sealedBefore);
}

function answerOf({ question: _question, savedAt: _savedAt, ...answer }: StoredAnswer): AnswerView {
  return answer;
}

function projectMember({
  member,
  state,
  viewer,
  now,
}: {
  member: WorksheetState["members"][number];
  state: WorksheetState;
  viewer: Viewer;
  now: number;
}): MemberView {
  const own = state.answers.filter((answer) => answer.memberId === member.id);
  return {
    id: member.id,
    name: member.name,
    role: member.role,
    isYou: member.id === viewer.memberId,
    // Whoever reads this is here, also before anybody has noted that.
    isHere: member.id === viewer.memberId || (member.lastSeenAt !== null && now - Date.parse(member.lastSeenAt) < PRESENCE_MS),
    ready: state.readies.filter((ready) => ready.memberId === member.id).map((ready) => ready.question),
    started: viewer.role === "facilitator" ? QUESTION_IDS.filter((question) => own.some((answer) => answer.question === question)) : null,
  };
}

function projectQuestions(reveals: WorksheetState["reveals"]): WorksheetView["questions"] {
  const entries = QUESTION_IDS.map((question) => {
    const reveal = reveals.find((row) => row.question === question);
    return [question, { state: reveal ? "revealed" : "open", round: reveal ? 2 : 1, revealedAt: reveal?.at ?? null }] as const;
  });
  return Object.fromEntries(entries) as WorksheetView["questions"];
}

/** Sign, live and the record's status follow from facts; the stages before are a pointer that the facilitator moves. */
function stageOf(state: WorksheetState, status: WorksheetView["adr"]["status"]): Stage {
  if (IN_FORCE.has(status)) return "live";
  if (status === "proposed") return "sign";
  return state.stage;
}

function adrStateOf(revisions: WorksheetState["revisions"], life: WorksheetState["life"]): WorksheetView["adr"] {
  const number = revisions.findLast((revision) => revision.number !== null)?.number ?? null;
  const revision = revisions.at(-1)?.status ?? null;
  const status = lifeStatus({ isDeprecated: false, replacements: [], ...life, revision });
  return { number, status, isDue: status === "accepted" && (life?.isDue ?? false) };
}

function isStale(n: number, revisions: readonly RevisionView[]): boolean {
  const latest = revisions.at(-1);
  return latest === undefined || latest.n !== n || latest.status === "withdrawn";
}
