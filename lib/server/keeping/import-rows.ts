import "server-only";
import type { WorksheetFile } from "@/lib/domain/worksheet-file/schema";
import { Prisma } from "@/prisma/generated/client";
import type { Tx } from "../db/client";
import { newId } from "../ids";

/** Where the rows go, and which seat a member of the file has here. */
type Target = { worksheetId: string; seatOf: (id: string) => string };

export async function fillHandwork(tx: Tx, file: WorksheetFile, { worksheetId, seatOf }: Target): Promise<void> {
  const mine = <T extends { byMemberId: string }>(row: T) => ({ ...row, worksheetId, byMemberId: seatOf(row.byMemberId) });
  const seated = <T extends { memberId: string }>(row: T) => ({ ...row, worksheetId, memberId: seatOf(row.memberId) });
  await tx.reveal.createMany({ data: file.reveals.map(mine), skipDuplicates: true });
  await tx.answer.createMany({ data: file.answers.map((row) => ({ ...seated(row), value: orNull(row.value) })), skipDuplicates: true });
  await tx.position.createMany({ data: file.positions.map((row) => ({ ...mine(row), value: orNull(row.value) })), skipDuplicates: true });
  await tx.candidateOverride.createMany({ data: file.overrides.map(mine), skipDuplicates: true });
  await tx.customCandidate.createMany({
    data: file.candidates.map((row) => ({ ...mine(row), facts: json(row.facts) })),
    skipDuplicates: true,
  });
  await tx.priceOverride.createMany({ data: file.prices.map(mine), skipDuplicates: true });
  await tx.costSetting.createMany({
    data: file.costSettings.map((row) => ({ ...mine(row), value: orNull(row.value) })),
    skipDuplicates: true,
  });
  await tx.disclosure.createMany({ data: file.disclosures.map(mine), skipDuplicates: true });
  await tx.gutCheck.createMany({ data: file.gutChecks.map(seated), skipDuplicates: true });
  await tx.criteriaRanking.createMany({
    data: file.rankings.map((row) => ({ ...seated(row), order: json(row.order) })),
    skipDuplicates: true,
  });
  await tx.candidateScore.createMany({ data: file.scores.map(mine), skipDuplicates: true });
}

export async function fillWorkshop(
  tx: Tx,
  file: WorksheetFile,
  { worksheetId, seatOf, leadMemberId }: Target & { leadMemberId: string },
): Promise<void> {
  const mine = <T extends { byMemberId: string }>(row: T) => ({ ...row, worksheetId, byMemberId: seatOf(row.byMemberId) });
  const rounds = new Map(file.consentRounds.map(({ id }) => [id, newId()]));
  await tx.workshop.upsert({ where: { worksheetId }, create: { worksheetId, leadMemberId }, update: { leadMemberId } });
  await tx.topic.createMany({
    data: file.topics.map((row) => ({ ...mine(row), dueOn: row.dueOn === null ? null : new Date(`${row.dueOn}T00:00:00Z`) })),
    skipDuplicates: true,
  });
  await tx.comment.createMany({ data: file.comments.map((row) => ({ ...mine(row), id: newId() })) });
  await tx.consentRound.createMany({ data: file.consentRounds.map((row) => ({ ...mine(row), id: rounds.get(row.id) ?? newId() })) });
  await tx.consent.createMany({
    data: file.consents.flatMap((row) => {
      const roundId = rounds.get(row.roundId);
      return roundId === undefined ? [] : { ...row, roundId, memberId: seatOf(row.memberId) };
    }),
    skipDuplicates: true,
  });
  if (file.premortem === null) return;
  await tx.premortem.create({ data: mine(file.premortem) });
  await tx.premortemCard.createMany({
    data: file.premortemCards.map((row) => ({ ...row, worksheetId, id: newId(), memberId: seatOf(row.memberId) })),
  });
}

export async function fillDecision(tx: Tx, file: WorksheetFile, { worksheetId, seatOf }: Target): Promise<void> {
  const mine = <T extends { byMemberId: string }>(row: T) => ({ ...row, worksheetId, byMemberId: seatOf(row.byMemberId) });
  const signers = new Map(file.approvers.map(({ id }) => [id, newId()]));
  await tx.decisionText.createMany({ data: file.sections.map(mine), skipDuplicates: true });
  await tx.decisionMark.createMany({ data: file.marks.map((row) => ({ ...mine(row), data: json(row.data) })), skipDuplicates: true });
  if (file.signOffRule !== null) await tx.signOffRule.create({ data: { worksheetId, ...file.signOffRule } });
  await tx.approver.createMany({
    data: file.approvers.map((row) => ({
      ...row,
      worksheetId,
      id: signers.get(row.id) ?? newId(),
      memberId: seatOf(row.memberId),
      delegateOf: row.delegateOf === null ? null : (signers.get(row.delegateOf) ?? null),
    })),
    skipDuplicates: true,
  });
  await tx.revision.createMany({
    data: file.revisions.map((row) => ({
      ...mine(row),
      people: json(row.people),
      // Its approvals were being collected elsewhere; here it would be accepted under a history that it does not have.
      status: row.status === "proposed" ? "withdrawn" : row.status,
    })),
    skipDuplicates: true,
  });
  await tx.approval.createMany({
    data: file.approvals.flatMap((row) => {
      const approverId = signers.get(row.approverId);
      return approverId === undefined ? [] : { ...row, worksheetId, approverId, proof: orNull(row.proof) };
    }),
    skipDuplicates: true,
  });
  await tx.statusAct.createMany({ data: file.statusActs.map((row) => ({ ...mine(row), id: newId() })) });
  await tx.review.createMany({
    data: file.reviews.map((row) => ({ ...mine(row), id: newId(), actuals: json(row.actuals), reconsider: json(row.reconsider) })),
  });
}

function json(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

function orNull(value: unknown) {
  return value === null ? Prisma.DbNull : json(value);
}
