import type { WorksheetView } from "../worksheet/schema";
import type { Handwork } from "./schema";

/**
 * Whoever answers is asked for their gut check before they see the list; not in the sample, which is there to be looked at.
 * Example: a member who has not said what they would take is asked, an observer never.
 */
export function isAskedFirst(
  { you, isFrozen, isSample }: Pick<WorksheetView, "you" | "isFrozen" | "isSample">,
  { gutCheck }: Pick<Handwork, "gutCheck">,
): boolean {
  const isAnswering = you.role === "facilitator" || you.role === "member";
  return isAnswering && !isFrozen && !isSample && gutCheck.yours === null && gutCheck.disclosed === null;
}
