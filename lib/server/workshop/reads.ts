import "server-only";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { projectWorkshop, type WorkshopState } from "@/lib/domain/workshop/projection";
import {
  agendaIdSchema,
  cardOutcomeSchema,
  causeSchema,
  consentChoiceSchema,
  leakProbeSchema,
  revealPolicySchema,
  roleChangeKindSchema,
  screenSchema,
  topicStateSchema,
  type WorkshopView,
} from "@/lib/domain/workshop/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { loadState } from "../worksheet/reads";

const MOST_ROLE_CHANGES = 50;

const workshopSelect = {
  revealPolicy: true,
  agenda: true,
  closesAt: true,
  leadMemberId: true,
  takeOverLockedAt: true,
  pointerScreen: true,
  pointerTopic: true,
  pointerBy: true,
  pointerAt: true,
  timerStartedAt: true,
  timerSeconds: true,
  timerPausedS: true,
  timerTopic: true,
  stageReadies: { select: { memberId: true, screen: true } },
  proxies: { select: { memberId: true, byMemberId: true, byName: true } },
  roleChanges: { orderBy: { at: "desc" }, take: MOST_ROLE_CHANGES },
  topics: { orderBy: { field: "asc" } },
  consentRounds: { orderBy: { openedAt: "asc" }, include: { choices: { orderBy: { memberName: "asc" } } } },
  noteReads: { select: { noteMemberId: true, question: true, memberId: true }, orderBy: { at: "asc" } },
  causes: { select: { memberId: true, field: true, cause: true } },
  comments: { where: { removedAt: null }, orderBy: { at: "asc" } },
  premortem: { include: { cards: { orderBy: { at: "asc" } } } },
  leakProbes: { orderBy: { at: "desc" }, take: 1 },
} as const satisfies Prisma.WorkshopSelect;

type WorkshopRow = Prisma.WorkshopGetPayload<{ select: typeof workshopSelect }>;

const UNTOUCHED: WorkshopState = {
  revealPolicy: "together",
  agenda: "45",
  closesAt: null,
  leadMemberId: null,
  isTakeOverLocked: false,
  pointer: null,
  timer: null,
  stageReadies: [],
  proxies: [],
  roleChanges: [],
  topics: [],
  consentRounds: [],
  noteReads: [],
  causes: [],
  comments: [],
  premortem: null,
  leakProbe: null,
};

/** How the worksheet is facilitated, as this viewer may see it. */
export async function readWorkshop(access: WorksheetAccess): Promise<WorkshopView> {
  const [state, worksheet] = await Promise.all([loadWorkshop(access.worksheetId), loadState(access.worksheetId)]);
  const viewer = { memberId: access.memberId, role: access.role, sealedBefore: access.sealedBefore?.toISOString() ?? null };
  return projectWorkshop({ state, worksheet, viewer, now: now().getTime() });
}

/** Everything, for callers that project before they send. */
export async function loadWorkshop(worksheetId: string, tx: Tx = db()): Promise<WorkshopState> {
  const row = await tx.workshop.findUnique({ where: { worksheetId }, select: workshopSelect });
  return row === null ? UNTOUCHED : stateOf(row);
}

function stateOf(row: WorkshopRow): WorkshopState {
  const [probe] = row.leakProbes;
  return {
    revealPolicy: revealPolicySchema.parse(row.revealPolicy),
    agenda: agendaIdSchema.parse(row.agenda),
    closesAt: row.closesAt?.toISOString() ?? null,
    leadMemberId: row.leadMemberId,
    isTakeOverLocked: row.takeOverLockedAt !== null,
    pointer:
      row.pointerScreen === null || row.pointerAt === null || row.pointerBy === null
        ? null
        : {
            screen: screenSchema.parse(row.pointerScreen),
            topic: row.pointerTopic,
            byMemberId: row.pointerBy,
            at: row.pointerAt.toISOString(),
          },
    timer:
      row.timerStartedAt === null || row.timerSeconds === null
        ? null
        : { startedAt: row.timerStartedAt.toISOString(), seconds: row.timerSeconds, topic: row.timerTopic, pausedS: row.timerPausedS },
    stageReadies: row.stageReadies,
    proxies: row.proxies,
    roleChanges: row.roleChanges.map(({ id, kind, memberId, memberName, byName, at }) => ({
      id,
      kind: roleChangeKindSchema.parse(kind),
      memberId,
      memberName,
      byName,
      at: at.toISOString(),
    })),
    topics: row.topics.map(({ field, state, owner, dueOn, byName, at }) => ({
      field,
      state: topicStateSchema.parse(state),
      owner,
      dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
      byName,
      at: at.toISOString(),
    })),
    consentRounds: row.consentRounds.map(roundOf),
    noteReads: row.noteReads.map((read) => ({ ...read, question: questionIdSchema.parse(read.question) })),
    causes: row.causes.map((cause) => ({ ...cause, cause: causeSchema.parse(cause.cause) })),
    comments: row.comments.map(({ id, subject, text, url, byName, byMemberId, at }) => ({
      id,
      subject,
      text,
      url,
      byName,
      memberId: byMemberId,
      at: at.toISOString(),
    })),
    premortem: row.premortem && premortemOf(row.premortem),
    leakProbe: probe ? leakProbeSchema.parse({ ...probe, at: probe.at.toISOString() }) : null,
  };
}

function roundOf(round: WorkshopRow["consentRounds"][number]): WorkshopState["consentRounds"][number] {
  const { id, subject, proposal, byName, openedAt, closedAt, choices } = round;
  return {
    id,
    subject,
    proposal,
    byName,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    choices: choices.map(({ memberId, memberName, choice, text, remedy, commitText, commitCondition, commitNamed, committedAt }) => ({
      memberId,
      name: memberName,
      choice: consentChoiceSchema.parse(choice),
      text,
      remedy,
      commitment:
        commitText === null || committedAt === null
          ? null
          : { text: commitText, condition: commitCondition ?? "", isNamed: commitNamed, at: committedAt.toISOString() },
    })),
  };
}

function premortemOf({ startedAt, revealedAt, cards }: NonNullable<WorkshopRow["premortem"]>): WorkshopState["premortem"] {
  return {
    startedAt: startedAt.toISOString(),
    revealedAt: revealedAt?.toISOString() ?? null,
    cards: cards.map(({ id, memberId, text, theme, outcome, reason }) => ({
      id,
      memberId,
      text,
      theme,
      outcome: outcome === null ? null : cardOutcomeSchema.parse(outcome),
      reason,
    })),
  };
}
