import "server-only";
import type { RelatedRecord } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import { projectWorksheet, withoutBlind } from "@/lib/domain/worksheet/projection";
import { FILE_FORMAT, FILE_VERSION, type WorksheetFile, worksheetFileSchema } from "@/lib/domain/worksheet-file/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db } from "../db/client";
import { readLife } from "../decision/read-life";
import { readAuditRows } from "../seal/audit-rows";
import { loadState } from "../worksheet/reads";
import { arrivedSeals } from "./arrival";

/**
 * Everything of a worksheet that its facilitator may see, in one file. Refused before the reveal of all five questions: until
 * then the answers are not anybody's to carry. What is still hidden afterwards (people answering blind, gut checks and rankings
 * nobody disclosed, open consent rounds, premortem cards) stays behind.
 */
export async function exportWorksheet(access: WorksheetAccess, origin: string): Promise<WorksheetFile> {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  const state = withoutBlind(await loadState(worksheetId));
  const view = projectWorksheet(state, { memberId: access.memberId, role: access.role, sealedBefore: null }, now().getTime());
  if (!view.isRevealed)
    throw new AppError("not_revealed", "Reveal the answers of all five questions first; until then they are nobody’s to carry.");
  const row = await db().worksheet.findUniqueOrThrow({
    where: { id: worksheetId },
    include: {
      members: { orderBy: { createdAt: "asc" } },
      reveals: true,
      answers: { where: { memberId: { notIn: state.blind } }, orderBy: [{ memberId: "asc" }, { field: "asc" }, { round: "asc" }] },
      positions: { orderBy: { field: "asc" } },
      sections: { orderBy: { section: "asc" } },
      marks: { orderBy: [{ kind: "asc" }, { key: "asc" }] },
      overrides: true,
      customCandidates: true,
      priceOverrides: true,
      costSettings: true,
      disclosures: true,
      gutChecks: true,
      rankings: true,
      scores: true,
      signOffRule: true,
      approvers: { orderBy: { createdAt: "asc" } },
      revisions: { orderBy: { n: "asc" }, include: { approvals: true, seals: true } },
      reviews: { orderBy: { at: "asc" } },
      history: { orderBy: [{ section: "asc" }, { version: "asc" }] },
      metrics: { orderBy: [{ metric: "asc" }, { at: "asc" }] },
      dueTriggers: { orderBy: [{ n: "asc" }, { key: "asc" }], include: { firing: true } },
      workshop: {
        include: {
          topics: true,
          comments: { where: { removedAt: null } },
          consentRounds: { where: { closedAt: { not: null } }, include: { choices: true } },
          premortem: { include: { cards: true } },
          roleChanges: { orderBy: { at: "asc" } },
        },
      },
    },
  });
  const isDisclosed = (kind: string) => row.disclosures.some((disclosure) => disclosure.kind === kind);
  const premortem = row.workshop?.premortem?.revealedAt ? row.workshop.premortem : null;
  const consentRounds = row.workshop?.consentRounds ?? [];
  const file = {
    format: FILE_FORMAT,
    version: FILE_VERSION,
    exportedAt: now(),
    origin,
    worksheet: { ...row, stage: view.stage === "sign" || view.stage === "live" ? "decide" : view.stage, frame: view.frame },
    members: row.members,
    reveals: row.reveals,
    answers: row.answers,
    positions: row.positions,
    sections: row.sections,
    marks: row.marks,
    topics: (row.workshop?.topics ?? []).map((topic) => ({ ...topic, dueOn: topic.dueOn?.toISOString().slice(0, 10) ?? null })),
    comments: row.workshop?.comments ?? [],
    consentRounds,
    consents: consentRounds.flatMap(({ choices }) => choices),
    premortem,
    premortemCards: premortem?.cards ?? [],
    overrides: row.overrides,
    candidates: row.customCandidates,
    prices: row.priceOverrides,
    costSettings: row.costSettings,
    disclosures: row.disclosures,
    gutChecks: isDisclosed("gut_check") ? row.gutChecks : [],
    rankings: isDisclosed("ranking") ? row.rankings : [],
    scores: row.scores,
    signOffRule: row.signOffRule,
    approvers: row.approvers,
    revisions: row.revisions,
    approvals: row.revisions.flatMap(({ approvals }) => approvals),
    statusActs: await db().statusAct.findMany({ where: { worksheetId }, orderBy: { at: "asc" } }),
    reviews: row.reviews,
    // As on the history screen: whole only while a decision stands.
    audit: view.isFrozen ? await readAuditRows(worksheetId) : [],
    seals: [
      ...(await arrivedSeals(worksheetId)),
      ...row.revisions.flatMap(({ seals }) => seals.map((seal) => ({ ...seal, pdf: Buffer.from(seal.pdf).toString("base64") }))),
    ],
    sectionHistory: row.history,
    roleChanges: row.workshop?.roleChanges ?? [],
    supersessions: await supersessionsOf(worksheetId),
    metrics: row.metrics,
    triggers: row.dueTriggers,
  };
  // Dates become ISO strings, and the schema leaves out every column that it does not name.
  const plain: unknown = JSON.parse(JSON.stringify(file, (_key, value) => (typeof value === "bigint" ? Number(value) : value)));
  return worksheetFileSchema.parse(plain);
}

/** As the decision screen shows them to everybody who reads it. */
async function supersessionsOf(worksheetId: string) {
  const { supersedes, supersededBy } = await readLife(worksheetId);
  const told = (direction: "replaces" | "replaced_by") => (one: RelatedRecord) => ({ ...one, id: one.worksheetId, direction });
  return [...supersedes.map(told("replaces")), ...supersededBy.map(told("replaced_by"))];
}
