import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isComplete } from "@/lib/domain/workshop/consent";
import type { ConsentInput } from "@/lib/domain/workshop/inputs";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { isFrozen } from "../worksheet/transaction";
import { actInWorkshop, nameOf } from "./act";
import { addLine } from "./decision-line";
import { loadSeats } from "./roles";
import { refuseBlind, refuseUnrevealed } from "./topics";

/** Puts a proposal to the team. One open round per subject. */
export async function openConsent(
  access: WorksheetAccess,
  input: { opId: string; subject: string; proposal: string },
): Promise<{ roundId: string }> {
  requireRole(access, "facilitator");
  const { seq: _seq, ...reply } = await actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      const { subject, proposal } = input;
      if (subject === "decision") await refuseUnrevealed(tx, { worksheetId, field: "workload.primary" });
      else await refuseUnrevealed(tx, { worksheetId, field: subject });
      const open = await tx.consentRound.findFirst({ where: { worksheetId, subject, closedAt: null } });
      if (open !== null) throw new AppError("illegal_transition", "A round on this is open already.");
      const roundId = newId();
      await tx.consentRound.create({
        data: { id: roundId, worksheetId, subject, proposal, byMemberId: memberId, byName: await nameOf(tx, memberId), openedAt: now() },
      });
      return { reply: { roundId }, event: { type: "consent_opened", round: roundId, subject } };
    },
  });
  return reply;
}

/** One's own choice. It may be changed while the round is open; the last one that counts closes it. */
export async function choose(access: WorksheetAccess, roundId: string, input: ConsentInput) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input: { ...input, roundId } as ConsentInput,
    changed: ["decision"],
    run: async (tx, { worksheetId, memberId }) => {
      await refuseBlind(tx, memberId);
      const round = await openRound(tx, worksheetId, roundId);
      const { choice, text, remedy } = input;
      const data = { choice, text: text.trim(), remedy: remedy.trim(), at: now(), memberName: await nameOf(tx, memberId) };
      await tx.consent.upsert({ where: { roundId_memberId: { roundId, memberId } }, create: { roundId, memberId, ...data }, update: data });
      const { seats } = await loadSeats(tx, worksheetId);
      const choices = await tx.consent.findMany({ where: { roundId }, select: { memberId: true } });
      const blind = await tx.lateBlind.findMany({ where: { worksheetId, endedAt: null }, select: { memberId: true } });
      const voices = seats.filter((seat) => !blind.some((row) => row.memberId === seat.id));
      const isLast = isComplete({ voices, choices });
      if (isLast) await close(tx, { worksheetId, memberId, roundId: round.id });
      // The choice itself stays out of the audit trail until everybody may read it.
      return { reply: {}, event: { type: "consent_chosen", round: roundId }, isSecret: !isLast };
    },
  });
}

export async function closeConsent(access: WorksheetAccess, roundId: string, input: { opId: string }) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, close: roundId } as { opId: string },
    changed: ["decision"],
    run: async (tx, { worksheetId, memberId }) => {
      const round = await tx.consentRound.findFirst({ where: { id: roundId, worksheetId } });
      if (round === null) throw new AppError("not_found", "No such round.");
      // Closing twice is no error: two facilitators may press at once.
      if (round.closedAt === null) await close(tx, { worksheetId, memberId, roundId });
      return { reply: {}, event: { type: "consent_closed", round: roundId } };
    },
  });
}

/** "I disagree and commit", in the objector's own words; nobody else can write or change them. */
export async function commit(
  access: WorksheetAccess,
  roundId: string,
  input: { opId: string; text: string; condition: string; isNamed: boolean },
) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input: { ...input, roundId } as typeof input,
    run: async (tx, { worksheetId, memberId }) => {
      const consent = await tx.consent.findFirst({
        where: { roundId, memberId, choice: "object", round: { worksheetId, closedAt: { not: null } } },
      });
      if (consent === null)
        throw new AppError("illegal_transition", "Only who objected commits in disagreement, once the round is closed.");
      await tx.consent.update({
        where: { roundId_memberId: { roundId, memberId } },
        data: { commitText: input.text.trim(), commitCondition: input.condition.trim(), commitNamed: input.isNamed, committedAt: now() },
      });
      return { reply: {}, event: { type: "disagreed_and_committed", round: roundId } };
    },
  });
}

/** What concerns somebody who consents is a risk of the decision, in their words and without their name. */
async function close(tx: Tx, { roundId, ...by }: { worksheetId: string; memberId: string; roundId: string }) {
  await tx.consentRound.update({ where: { id: roundId }, data: { closedAt: now() } });
  // While the decision is being signed its text stands still.
  if (await isFrozen(tx, by.worksheetId)) return;
  const concerns = await tx.consent.findMany({ where: { roundId, choice: "concern" }, orderBy: { text: "asc" }, select: { text: true } });
  for (const { text } of concerns) await addLine(tx, { ...by, section: "consequences_bad", text });
}

async function openRound(tx: Tx, worksheetId: string, roundId: string) {
  const round = await tx.consentRound.findFirst({ where: { id: roundId, worksheetId } });
  if (round === null) throw new AppError("not_found", "No such round.");
  if (round.closedAt !== null) throw new AppError("round_closed", "The round is closed.");
  return round;
}
