import "server-only";
import { isAskedFirst } from "@/lib/domain/candidates/is-asked-first";
import type { Handwork } from "@/lib/domain/candidates/schema";
import { listHead } from "@/lib/domain/engine/list-head";
import type { Evaluation } from "@/lib/domain/engine/schema";
import { AppError } from "@/lib/domain/errors";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { readShortlist } from "../api/results";
import { describeAway, pageAccess } from "../pages";
import { readHandwork } from "./reads";

export type ShortlistHead = { evaluation: Evaluation; handwork: Handwork };

/**
 * The finalists for a page's first paint; null before everything is revealed, and for whoever is asked for their gut check first:
 * then not even the page's source names one.
 */
export async function loadShortlistHead(view: WorksheetView): Promise<ShortlistHead | null> {
  if (!view.isRevealed) return null;
  const access = await pageAccess(view.id);
  try {
    const handwork = await readHandwork(access);
    if (isAskedFirst(view, handwork)) return null;
    return { evaluation: listHead(await readShortlist(access)), handwork };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw describeAway(error);
  }
}
