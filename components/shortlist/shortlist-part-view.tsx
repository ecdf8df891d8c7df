"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { Handwork } from "@/lib/domain/candidates/schema";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { ShortlistPart } from "@/lib/shortlist-routes";
import { PartNav } from "./part-nav";
import { ShortlistProvider } from "./shortlist-context";
import { ShortlistView } from "./shortlist-view";

/** One part is looked at at a time, so each comes by itself. */
const PARTS: Record<ShortlistPart, ComponentType> = {
  list: ShortlistView,
  "what-if": dynamic(() => import("./what-if").then((module) => module.WhatIf)),
  "tie-break": dynamic(() => import("./tie-break").then((module) => module.TieBreakPart)),
  compare: dynamic(() => import("./compare").then((module) => module.Compare)),
  matrix: dynamic(() => import("./matrix").then((module) => module.Matrix)),
  add: dynamic(() => import("./custom-form").then((module) => module.CustomForm)),
  rerun: dynamic(() => import("./rerun").then((module) => module.Rerun)),
};

type Props = {
  evaluation: Evaluation;
  /** False while only the finalists have their reasons. */
  isWhole: boolean;
  handwork: Handwork;
  view: WorksheetView;
  part: ShortlistPart;
};

export function ShortlistPartView({ part, ...data }: Props) {
  const Part = PARTS[part];
  return (
    <ShortlistProvider {...data}>
      <PartNav current={part} />
      <Part />
    </ShortlistProvider>
  );
}
