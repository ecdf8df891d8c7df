"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { type EngineWords, useEngineWords } from "./use-engine-words";

type Shortlist = { evaluation: Evaluation; view: WorksheetView; nameOf: (id: string) => string; words: EngineWords };

export function ShortlistProvider({ evaluation, view, children }: { evaluation: Evaluation; view: WorksheetView; children: ReactNode }) {
  const nameOf = useMemo(() => {
    const names = new Map(evaluation.candidates.map((candidate) => [candidate.id, candidate.name]));
    return (id: string) => names.get(id) ?? id;
  }, [evaluation]);
  const words = useEngineWords(nameOf);
  return <ShortlistContext value={{ evaluation, view, nameOf, words }}>{children}</ShortlistContext>;
}

export function useShortlist(): Shortlist {
  const shortlist = useContext(ShortlistContext);
  if (shortlist === null) throw new Error("useShortlist needs a ShortlistProvider above it");
  return shortlist;
}

const ShortlistContext = createContext<Shortlist | null>(null);
