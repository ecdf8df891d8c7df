"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { WorksheetCostView } from "@/lib/domain/cost-settings/schema";

type Props = { id: string; costs: WorksheetCostView | null; children: ReactNode };

/** Seeds the costs that the page has computed, so that its first paint has the chart. Newer ones in the cache stay. */
export function HydrateCosts({ id, costs, children }: Props) {
  const queryClient = useQueryClient();
  const { queryKey } = worksheetQueries.costs(id);
  if (costs && queryClient.getQueryData(queryKey) === undefined) queryClient.setQueryData(queryKey, costs);
  return children;
}
