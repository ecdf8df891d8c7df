"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { AddMessages } from "@/components/ui/add-messages";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

type Props = { view: WorksheetView; children: ReactNode };

/**
 * Seeds the query cache with the view that the page has read on the server, and prints dates in the worksheet's zone.
 * Compared by `seq`, never by clocks: a page that Next kept in its router cache must not overwrite newer answers. A tie
 * keeps what is there, because one's own hidden saves do not raise `seq`.
 */
export function HydrateWorksheet({ view, children }: Props) {
  const queryClient = useQueryClient();
  const { queryKey } = worksheetQueries.detail(view.id);
  if (queryClient.getQueryData(queryKey) === undefined) queryClient.setQueryData(queryKey, view);

  useEffect(() => {
    // Setting data that others already show is a state change, which may not happen while rendering.
    queryClient.setQueryData(worksheetQueries.detail(view.id).queryKey, (current) => (current && current.seq >= view.seq ? current : view));
  }, [queryClient, view]);

  return <AddMessages timeZone={view.timeZone}>{children}</AddMessages>;
}
