import type { Handwork } from "@/lib/domain/candidates/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

/** Whoever answers is asked for their gut check before they see the list; not in the sample, which is there to be looked at. */
export function isAskedFirst({ you, isFrozen, isSample }: WorksheetView, { gutCheck }: Handwork): boolean {
  const isAnswering = you.role === "facilitator" || you.role === "member";
  return isAnswering && !isFrozen && !isSample && gutCheck.yours === null && gutCheck.disclosed === null;
}
