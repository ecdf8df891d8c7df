"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Handwork } from "@/lib/domain/candidates/schema";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { type EngineWords, useEngineWords } from "./use-engine-words";

type Data = {
  evaluation: Evaluation;
  /** False while only the finalists have their reasons. */
  isWhole: boolean;
  handwork: Handwork;
  view: WorksheetView;
};
type Shortlist = Data & {
  nameOf: (id: string) => string;
  words: EngineWords;
  /** You answer here and nothing is frozen: you may put candidates back or aside, add and score them. */
  canAct: boolean;
};

export function ShortlistProvider({ evaluation, isWhole, handwork, view, children }: Data & { children: ReactNode }) {
  const nameOf = useMemo(() => {
    const names = new Map(evaluation.candidates.map((candidate) => [candidate.id, candidate.name]));
    return (id: string) => names.get(id) ?? id;
  }, [evaluation]);
  const words = useEngineWords(nameOf);
  const canAct = (view.you.role === "facilitator" || view.you.role === "member") && !view.isFrozen;
  return <ShortlistContext value={{ evaluation, isWhole, handwork, view, nameOf, words, canAct }}>{children}</ShortlistContext>;
}

export function useShortlist(): Shortlist {
  const shortlist = useContext(ShortlistContext);
  if (shortlist === null) throw new Error("useShortlist needs a ShortlistProvider above it");
  return shortlist;
}

const ShortlistContext = createContext<Shortlist | null>(null);
