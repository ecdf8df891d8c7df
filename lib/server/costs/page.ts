import "server-only";
import type { WorksheetCostView } from "@/lib/domain/cost-settings/schema";
import { AppError } from "@/lib/domain/errors";
import { costViewOf, readResults } from "../api/results";
import { describeAway, pageAccess } from "../pages";

/** The costs for a page's first paint, or null before everything is revealed: the chart must not wait for a script. */
export async function loadWorksheetCosts(id: string): Promise<WorksheetCostView | null> {
  const access = await pageAccess(id);
  return readResults(access)
    .then(costViewOf)
    .catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw describeAway(error);
    });
}
