import "server-only";
import {
  type DisclosureKind,
  disclosureKindSchema,
  type ScoreInput,
  type ScoreView,
  scoreViewSchema,
} from "@/lib/domain/candidates/schema";
import { AppError } from "@/lib/domain/errors";
import type { Criterion } from "@/lib/domain/tie-break/criteria";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { writeWorksheet } from "../worksheet/transaction";
import { nameOfCandidate } from "./reads";
import { requireOpen, signedBy, unknownCandidate } from "./writes";

/** Keeps the candidate that a member would take, or that they would rather not say, until all are shown at once. */
export async function giveGutCheck(access: WorksheetAccess, input: { opId: string; candidate: string | null }) {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["mine"],
    isHidden: true,
    run: async (tx, { memberId }) => {
      await requireUndisclosed(tx, worksheetId, "gut_check");
      const { candidate } = input;
      if (candidate !== null && (await nameOfCandidate(tx, worksheetId, candidate)) === undefined) throw unknownCandidate();
      const data = { candidate, at: now() };
      await tx.gutCheck.upsert({ where: { memberId }, create: { worksheetId, memberId, ...data }, update: data });
      return { reply: {}, event: { type: "gut_check_given" } };
    },
  });
}

/** Keeps a member's order of the criteria until all are shown at once. */
export async function rankCriteria(access: WorksheetAccess, input: { opId: string; order: Criterion[] }) {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["mine"],
    isHidden: true,
    run: async (tx, { memberId }) => {
      await requireUndisclosed(tx, worksheetId, "ranking");
      const data = { order: input.order, at: now() };
      await tx.criteriaRanking.upsert({ where: { memberId }, create: { worksheetId, memberId, ...data }, update: data });
      return { reply: {}, event: { type: "criteria_ranked" } };
    },
  });
}

/** Shows everybody's gut checks or rankings: one way, done once however often it is asked, and not before anybody gave one. */
export async function disclose(access: WorksheetAccess, kind: DisclosureKind, input: { opId: string }) {
  requireRole(access, "facilitator");
  const key = { worksheetId: access.worksheetId, kind: disclosureKindSchema.parse(kind) };
  return writeWorksheet(access, {
    opId: input.opId,
    input: { kind },
    changed: ["candidates"],
    run: async (tx, current) => {
      await requireOpen(tx, key.worksheetId);
      const where = { where: { worksheetId: key.worksheetId } };
      const given = await (kind === "gut_check" ? tx.gutCheck.count(where) : tx.criteriaRanking.count(where));
      if (given === 0) throw new AppError("illegal_transition", "Nobody has given one yet.");
      const known = await tx.disclosure.findUnique({ where: { worksheetId_kind: key } });
      if (known === null) await tx.disclosure.create({ data: { ...key, ...(await signedBy(tx, current)) } });
      return { reply: {}, event: { type: known === null ? "disclosed" : "disclosure_repeated", kind } };
    },
  });
}

/** The team's score of a candidate on one criterion; null clears it. */
export async function scoreCandidate(access: WorksheetAccess, candidate: string, input: ScoreInput): Promise<ScoreView | null> {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  const key = { worksheetId_candidate_criterion: { worksheetId, candidate, criterion: input.criterion } };
  const { score } = await writeWorksheet<{ score: ScoreView | null }>(access, {
    opId: input.opId,
    input: { candidate, ...input },
    changed: ["candidates"],
    run: async (tx, current) => {
      await requireOpen(tx, worksheetId);
      if ((await nameOfCandidate(tx, worksheetId, candidate)) === undefined) throw unknownCandidate();
      const row = await tx.candidateScore.findUnique({ where: key });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody scored this meanwhile.", { detail: { current: row && viewOf(row) } });
      const event = { type: "candidate_scored", candidate, criterion: input.criterion, score: input.score };
      if (input.score === null) {
        await tx.candidateScore.deleteMany({ where: { worksheetId, candidate, criterion: input.criterion } });
        return { reply: { score: null }, event };
      }
      const data = { score: input.score, ...(await signedBy(tx, current)), version: input.baseVersion + 1 };
      const create = { worksheetId, candidate, criterion: input.criterion, ...data };
      return { reply: { score: viewOf(await tx.candidateScore.upsert({ where: key, create, update: data })) }, event };
    },
  });
  return score === null ? null : scoreViewSchema.parse(score);
}

async function requireUndisclosed(tx: Tx, worksheetId: string, kind: DisclosureKind) {
  await requireOpen(tx, worksheetId);
  const known = await tx.disclosure.findUnique({ where: { worksheetId_kind: { worksheetId, kind } } });
  if (known !== null) throw new AppError("round_closed", "Everybody's have been shown; nothing can be added to them.");
}

type Row = { candidate: string; criterion: string; score: number; byMemberId: string; byName: string; at: Date; version: number };

function viewOf(row: Row): ScoreView {
  return scoreViewSchema.parse({ ...row, by: row.byName, at: row.at.toISOString() });
}
