import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ByHand } from "@/lib/domain/impact/engine-columns";
import type { RevealedView } from "@/lib/domain/impact/impact-input";
import type { Disagreement } from "@/lib/domain/impact/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { runTask } from "../thread/run-task";
import { readWorksheet } from "../worksheet/reads";
import { remembering } from "../worksheet/remembered";

/** How far a team is apart and which differences change the list; refuses before all is revealed. */
export async function readDisagreement(access: WorksheetAccess): Promise<Disagreement> {
  requireRole(access, "facilitator", "member", "observer");
  const { id, isRevealed, frame, positions, answers } = await readWorksheet(access);
  if (!isRevealed) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const byHand = engineInputsOf(await loadHandwork(id));
  return remembered(id, { view: { id, frame, positions, answers }, byHand });
}

// Up to a second for a large team: too long to stand between somebody and their save.
const remembered = remembering((input: { view: RevealedView; byHand: ByHand }) => runTask("worksheetDisagreement", input));
