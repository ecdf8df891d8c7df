import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { DecisionSection } from "@/lib/domain/worksheet/schema";
import type { CardChange } from "@/lib/domain/workshop/inputs";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { newId } from "../ids";
import { refuseFrozen } from "../worksheet/transaction";
import { actInWorkshop } from "./act";
import { addLine } from "./decision-line";
import { refuseBlind, refuseUnrevealed } from "./topics";

/** Starts the silent minutes, or shows all cards to everybody: one way, and done once however often it is asked. */
export async function setPremortem(access: WorksheetAccess, input: { opId: string; action: "start" | "reveal" }) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      await refuseUnrevealed(tx, { worksheetId, field: "workload.primary" });
      if (input.action === "start") {
        await tx.premortem.upsert({ where: { worksheetId }, create: { worksheetId, byMemberId: memberId }, update: {} });
      } else {
        const shown = await tx.premortem.updateMany({ where: { worksheetId, revealedAt: null }, data: { revealedAt: now() } });
        if (shown.count === 0 && (await tx.premortem.count({ where: { worksheetId } })) === 0)
          throw new AppError("illegal_transition", "Nobody was asked to write yet.");
      }
      return { reply: {}, event: { type: input.action === "start" ? "premortem_started" : "premortem_revealed" } };
    },
  });
}

/** One line of what went wrong. Its author's alone until the reveal, after which nothing can be added unseen. */
export async function addCard(access: WorksheetAccess, input: { opId: string; text: string }): Promise<{ cardId: string }> {
  requireRole(access, "facilitator", "member");
  const { seq: _seq, ...reply } = await actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      await refuseBlind(tx, memberId);
      const premortem = await tx.premortem.findUnique({ where: { worksheetId } });
      if (premortem === null) throw new AppError("illegal_transition", "The premortem has not started.");
      if (premortem.revealedAt !== null) throw new AppError("round_closed", "The cards were revealed.");
      const cardId = newId();
      await tx.premortemCard.create({ data: { id: cardId, worksheetId, memberId, text: input.text } });
      return { reply: { cardId }, event: { type: "premortem_card_added" }, isSecret: true };
    },
  });
  return reply;
}

/** Its author takes a line back while it is nobody else's; whoever asks for another's is told what somebody with no card is told. */
export async function removeCard(access: WorksheetAccess, cardId: string, input: { opId: string }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      const card = await tx.premortemCard.findFirst({ where: { id: cardId, worksheetId, memberId }, include: { premortem: true } });
      if (card === null) throw new AppError("not_found", "No such card of yours.");
      if (card.premortem.revealedAt !== null) throw new AppError("round_closed", "The cards were revealed.");
      await tx.premortemCard.delete({ where: { id: cardId } });
      return { reply: {}, event: { type: "premortem_card_removed" }, isSecret: true };
    },
  });
}

const SECTION: Record<"risk" | "reconsider", DecisionSection> = { risk: "consequences_bad", reconsider: "reconsider" };

/** Groups a card, and turns it into a risk or a condition of the decision, or dismisses it with a reason. */
export async function changeCard(access: WorksheetAccess, cardId: string, input: CardChange) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, cardId } as CardChange,
    changed: ["decision"],
    run: async (tx, { worksheetId, memberId }) => {
      const card = await tx.premortemCard.findFirst({ where: { id: cardId, worksheetId, premortem: { revealedAt: { not: null } } } });
      if (card === null) throw new AppError("not_found", "No such card, or not revealed yet.");
      const { theme, outcome, reason } = input;
      if ((outcome === "risk" || outcome === "reconsider") && card.outcome !== outcome) {
        await refuseFrozen(tx, worksheetId);
        await addLine(tx, { worksheetId, memberId, section: SECTION[outcome], text: card.text });
      }
      await tx.premortemCard.update({
        where: { id: cardId },
        data: {
          ...(theme === undefined ? {} : { theme }),
          ...(outcome === undefined ? {} : { outcome, reason: reason ?? "" }),
        },
      });
      return { reply: {}, event: { type: "premortem_card_changed", card: cardId, outcome: outcome ?? null } };
    },
  });
}
