"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { positionInputSchema } from "@/lib/domain/worksheet/inputs";
import { type PositionView, positionViewSchema } from "@/lib/domain/worksheet/schema";
import { ApiError, apiRequest, newOpId } from "../api";
import { worksheetQueries } from "../worksheet/queries";

export type PositionDraft = Omit<z.input<typeof positionInputSchema>, "opId">;

/** Records the team's answer to one field. A stale one is refused with the value that stands (`currentPosition`). */
export function useSavePosition(worksheetId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = worksheetQueries.detail(worksheetId);
  return useMutation({
    mutationFn: ({ field, draft }: { field: string; draft: PositionDraft }) =>
      apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/positions/${encodeURIComponent(field)}`,
        body: positionInputSchema.parse({ opId: newOpId(), ...draft }),
        schema: positionViewSchema,
      }),
    onSuccess: async (position) => {
      await queryClient.cancelQueries({ queryKey, exact: true });
      queryClient.setQueryData(queryKey, (view) =>
        view === undefined ? view : { ...view, positions: withPosition(view.positions, position) },
      );
    },
    // The shortlist and the costs follow from the positions, so everything of the worksheet is asked for again.
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

/** The position that somebody else recorded meanwhile, when that is why a save was refused. */
export function currentPosition(error: unknown): PositionView | null {
  if (!(error instanceof ApiError) || error.code !== "stale_version") return null;
  const parsed = positionViewSchema.safeParse(error.current);
  return parsed.success ? parsed.data : null;
}

function withPosition(positions: PositionView[], position: PositionView): PositionView[] {
  return [...positions.filter((other) => other.field !== position.field), position];
}
