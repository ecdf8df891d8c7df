"use client";

import { useSearchParams } from "next/navigation";
import { READING } from "@/lib/domain/workshop/pointer";

/** Where the reader is, as the team's pointer tells places apart: reading in silence is another than the board. */
export function useOwnPlace(current: string): string {
  const view = useSearchParams().get("view");
  return current === "differences" && view === READING ? READING : current;
}
