"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { impactQueries, type KnownImpact } from "@/lib/client/impact/queries";
import { worthQuery } from "@/lib/client/impact/worth-query";
import type { Impact } from "@/lib/domain/impact/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Worth } from "@/lib/domain/worksheet/worth-schema";

type Props = { view: WorksheetView; impact: Impact | null; worth: Worth | null; children: ReactNode };

/** Seeds what the page has counted, so that its first paint has the cards in their order. Newer ones in the cache stay. */
export function HydrateDifferences({ view, impact, worth, children }: Props) {
  const queryClient = useQueryClient();
  const { queryKey } = impactQueries.of(queryClient, view);
  if (impact && queryClient.getQueryData(queryKey) === undefined)
    queryClient.setQueryData<KnownImpact>(queryKey, { impact, isFinal: true });
  const worthKey = worthQuery(view.id).queryKey;
  if (worth && queryClient.getQueryData(worthKey) === undefined) queryClient.setQueryData(worthKey, worth);
  return children;
}
