import type { WorksheetView } from "../worksheet/schema";
import type { ByHand } from "./engine-columns";
import type { ImpactInput } from "./worksheet-impact";

export type RevealedView = Pick<WorksheetView, "id" | "frame" | "positions" | "answers">;

/**
 * What the analysis reads of a worksheet and of what its team did by hand. Server and browser draw the same sample, because
 * the seed is the worksheet and its round. Example: a worksheet "a" in its first round has the seed "a 1".
 */
export function impactInput({ id, frame, positions, answers }: RevealedView, byHand: ByHand = {}): ImpactInput {
  const round = Math.max(1, ...answers.map((answer) => answer.round));
  return { ...byHand, frame, positions, answers, seed: `${id} ${round}` };
}
