import "server-only";
import { cache } from "react";
import { answersSchema } from "@/lib/domain/answers/schema";
import { projectWorksheet, type WorksheetState } from "@/lib/domain/worksheet/projection";
import {
  answerViewSchema,
  approvalViewSchema,
  positionViewSchema,
  revisionViewSchema,
  roleSchema,
  sectionViewSchema,
  stageSchema,
  type WorksheetView,
  worksheetViewSchema,
} from "@/lib/domain/worksheet/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { readRetention } from "../keeping/retention";
import { lifeFacts } from "./life-facts";

const worksheetSelect = {
  id: true,
  title: true,
  scope: true,
  seq: true,
  stage: true,
  isSample: true,
  template: true,
  archivedAt: true,
  keepMonths: true,
  arrival: { select: { sourceOrigin: true, at: true } },
  createdAt: true,
  timeZone: true,
  language: true,
  nextNumber: true,
  space: { select: { id: true, name: true, nextNumber: true } },
  frame: true,
  frameVersion: true,
  members: { orderBy: { createdAt: "asc" } },
  answers: { orderBy: [{ memberId: "asc" }, { field: "asc" }, { round: "asc" }] },
  readies: true,
  reveals: true,
  workshop: {
    select: {
      lateBlinds: { where: { endedAt: null }, select: { memberId: true } },
      proxies: { select: { memberId: true, byMemberId: true } },
    },
  },
  positions: { orderBy: { field: "asc" } },
  sections: { orderBy: { section: "asc" } },
  approvers: {
    where: { removedAt: null, delegatedAt: null },
    orderBy: [{ place: "asc" }, { createdAt: "asc" }],
    include: { member: { select: { name: true } } },
  },
  revisions: {
    orderBy: { n: "asc" },
    select: {
      n: true,
      sha256: true,
      status: true,
      at: true,
      decidedAt: true,
      number: true,
      approvals: { include: { approver: { include: { member: { select: { name: true } } } } } },
    },
  },
} as const satisfies Prisma.WorksheetSelect;

type WorksheetRow = Prisma.WorksheetGetPayload<{ select: typeof worksheetSelect }>;

/** The worksheet as this viewer may see it. While a page is rendered, one read serves everything on it; elsewhere each call reads. */
export const readWorksheet = cache(async (access: WorksheetAccess): Promise<WorksheetView> => {
  const state = await loadState(access.worksheetId);
  const viewer = { memberId: access.memberId, role: access.role, sealedBefore: access.sealedBefore?.toISOString() ?? null };
  return projectWorksheet(state, viewer, now().getTime());
});

/** Everything, for callers that have proven access, or are just minting it, and project before they send. */
export async function loadState(worksheetId: string, tx: Tx = db()): Promise<WorksheetState> {
  const row = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: worksheetSelect });
  const retention = await readRetention(tx, { worksheetId, keepMonths: row.keepMonths });
  const state = { ...stateOf(row), retention };
  const latest = state.revisions.at(-1);
  if (latest?.status !== "accepted") return state;
  return { ...state, life: await lifeFacts(tx, { worksheetId, n: latest.n }) };
}

function stateOf(row: WorksheetRow): Omit<WorksheetState, "retention"> {
  return {
    id: row.id,
    title: row.title,
    scope: row.scope,
    seq: Number(row.seq),
    stage: stageSchema.parse(row.stage),
    isSample: row.isSample,
    template: row.template,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    arrival: row.arrival === null ? null : { origin: row.arrival.sourceOrigin, at: row.arrival.at.toISOString() },
    createdAt: row.createdAt.toISOString(),
    timeZone: row.timeZone,
    language: worksheetViewSchema.shape.language.parse(row.language),
    nextNumber: row.space?.nextNumber ?? row.nextNumber,
    space: row.space && { id: row.space.id, name: row.space.name },
    // A frame that today's schema cannot read counts as unknown rather than as an error on every screen.
    frame: answersSchema.safeParse(row.frame).data ?? {},
    frameVersion: row.frameVersion,
    members: row.members.map((member) => ({
      id: member.id,
      name: member.name,
      role: roleSchema.parse(member.role),
      joinedAt: member.createdAt.toISOString(),
      lastSeenAt: member.lastSeenAt?.toISOString() ?? null,
      nudge: member.nudgedAt && member.nudgedBy ? { byMemberId: member.nudgedBy, at: member.nudgedAt.toISOString() } : null,
      isRemoved: member.removedAt !== null,
    })),
    answers: row.answers.map((answer) => ({
      ...answerViewSchema.parse(answer),
      question: answer.question,
      savedAt: answer.savedAt.toISOString(),
    })),
    readies: row.readies.map((ready) => ({
      memberId: ready.memberId,
      question: ready.question as WorksheetState["readies"][number]["question"],
    })),
    reveals: row.reveals.map((reveal) => ({
      question: reveal.question as WorksheetState["reveals"][number]["question"],
      at: reveal.at.toISOString(),
    })),
    blind: row.workshop?.lateBlinds.map(({ memberId }) => memberId) ?? [],
    proxies: row.workshop?.proxies ?? [],
    positions: row.positions.map((position) =>
      positionViewSchema.parse({ ...position, by: position.byName, at: position.at.toISOString() }),
    ),
    sections: row.sections.map((section) => sectionViewSchema.parse({ ...section, by: section.byName, at: section.at.toISOString() })),
    approvers: row.approvers.map((approver) => ({ id: approver.id, memberId: approver.memberId, name: approver.member.name })),
    approvals: row.revisions.flatMap((revision) => revision.approvals.map(approvalOf)),
    revisions: row.revisions.map((revision) => ({
      ...revisionViewSchema.parse({ ...revision, at: revision.at.toISOString(), decidedAt: revision.decidedAt?.toISOString() ?? null }),
      number: revision.number,
    })),
  };
}

function approvalOf(row: WorksheetRow["revisions"][number]["approvals"][number]): WorksheetState["approvals"][number] {
  return approvalViewSchema.omit({ isStale: true }).parse({
    approverId: row.approverId,
    name: row.approver.member.name,
    revision: row.n,
    verdict: row.verdict,
    comment: row.comment,
    assurance: row.assurance,
    how: row.how,
    at: row.at.toISOString(),
  });
}
