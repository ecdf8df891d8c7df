"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type CostSetting,
  costSettingInputSchema,
  costSettingViewSchema,
  type PriceOverride,
  priceOverrideInputSchema,
  priceOverrideViewSchema,
} from "@/lib/domain/cost-settings/schema";
import type { Json } from "@/lib/domain/json";
import { ApiError, apiRequest, newOpId } from "../api";
import { worksheetQueries } from "../worksheet/queries";

export type PriceChange = { priceId: string; value: string | null; asOf?: string; reason?: string; baseVersion: number };
export type SettingChange = { key: string; value: Json | null; baseVersion: number };

/** Puts the team's own price in place of the book's, or takes it back with `value: null`. */
export function useChangePrice(worksheetId: string) {
  const refresh = useRefresh(worksheetId);
  return useMutation({
    mutationFn: ({ priceId, ...change }: PriceChange) =>
      apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/prices/${encodeURIComponent(priceId)}`,
        body: priceOverrideInputSchema.parse({ opId: newOpId(), ...change }),
        schema: priceOverrideViewSchema,
      }),
    onSettled: refresh,
  });
}

/** Sets an assumption, a design or a toggle of the costs, or gives ours back with `value: null`. */
export function useChangeSetting(worksheetId: string) {
  const refresh = useRefresh(worksheetId);
  return useMutation({
    mutationFn: ({ key, ...change }: SettingChange) =>
      apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/cost-settings/${encodeURIComponent(key)}`,
        body: costSettingInputSchema.parse({ opId: newOpId(), ...change }),
        schema: costSettingViewSchema,
      }),
    onSettled: refresh,
  });
}

/** What somebody else saved meanwhile, when that is why a change was refused. */
export function standingChange(error: unknown): PriceOverride | CostSetting | null {
  if (!(error instanceof ApiError) || error.code !== "stale_version") return null;
  const price = priceOverrideViewSchema.safeParse(error.current);
  if (price.success) return price.data;
  return costSettingViewSchema.safeParse(error.current).data ?? null;
}

/** Waits for the costs to be there again, so that a form does not close over the old figures. */
function useRefresh(worksheetId: string) {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: worksheetQueries.costs(worksheetId).queryKey });
}
