import type { PositionDraft } from "@/lib/client/positions/mutations";
import type { Proposal } from "@/lib/domain/disagreement/proposal";
import type { Reached } from "@/lib/domain/worksheet/schema";

/** What is sent for one field. An estimate takes the team's band along, widened where the chosen number lies outside it. */
export function draftOf(input: {
  value: unknown;
  reached: Reached;
  reason: string;
  proposal: Proposal;
  baseVersion: number;
}): PositionDraft {
  const { value, reached, reason, proposal, baseVersion } = input;
  const hasBand = typeof value === "number" && proposal.low !== null && proposal.high !== null;
  return {
    baseVersion,
    value: value as PositionDraft["value"],
    low: hasBand ? Math.min(proposal.low ?? value, value) : null,
    high: hasBand ? Math.max(proposal.high ?? value, value) : null,
    reached,
    reason: reason.trim(),
  };
}
