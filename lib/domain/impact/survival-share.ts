import { type ImpactInput, worksheetImpact } from "./worksheet-impact";

/**
 * The share, 0 to 1, of all combinations of what members answered that leads to the team's own list: what the record says of
 * how sure it is. Recorded positions are settled and not varied. Null with fewer than three people, who have no statistic,
 * and where nothing is open. Example: of three people one says 80,000 writes a second; two of three combinations agree, 0.667.
 */
export function survivalShare(input: ImpactInput): number | null {
  const { combinations } = worksheetImpact(input);
  return combinations === null || combinations.possible < 2 ? null : combinations.stability;
}
