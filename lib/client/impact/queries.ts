import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Disagreement, Impact } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { apiRequest } from "../api";
import { impactOf } from "../engine/engine";
import { retryTransient } from "../worksheet/queries";

export type KnownImpact = { impact: Impact; isFinal: boolean };

export const impactQueries = {
  /**
   * Which differences change the shortlist, counted in this browser for each state of the worksheet. What is known at once
   * is there first; where no worker runs, the server counts.
   */
  of: (queryClient: QueryClient, view: WorksheetView) => {
    const queryKey = ["impact", view.id, view.seq] as const;
    return queryOptions({
      queryKey,
      queryFn: async ({ signal }): Promise<KnownImpact> => {
        const byHand = await handworkOf(view.id, signal);
        const { impactInput } = await import("@/lib/domain/impact/impact-input");
        const onFirst = (impact: Impact) => queryClient.setQueryData<KnownImpact>(queryKey, { impact, isFinal: false });
        try {
          return { impact: await impactOf(impactInput(view, byHand), { signal, onFirst }), isFinal: true };
        } catch (fault) {
          if (signal.aborted) throw fault;
          return { impact: (await countedByServer(view.id, signal)).impact, isFinal: true };
        }
      },
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      retry: retryTransient,
    });
  },
};

async function handworkOf(worksheetId: string, signal: AbortSignal) {
  const { handworkSchema } = await import("@/lib/domain/candidates/schema");
  const { overrides, custom } = await apiRequest({ path: `/worksheets/${worksheetId}/candidates`, schema: handworkSchema, signal });
  return { custom: custom.map(({ system }) => system), overrides };
}

async function countedByServer(worksheetId: string, signal: AbortSignal): Promise<Disagreement> {
  const { disagreementSchema } = await import("@/lib/domain/impact/schema");
  return apiRequest({ path: `/worksheets/${worksheetId}/disagreement`, schema: disagreementSchema, signal });
}
