"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { WorksheetView } from "../../domain/worksheet/schema";
import { worksheetQueries } from "./queries";

/** The worksheet as this viewer may see it. Inside `HydrateWorksheet` it is there from the first paint and never suspends. */
export function useWorksheet(id: string): WorksheetView {
  return useSuspenseQuery(worksheetQueries.detail(id)).data;
}
