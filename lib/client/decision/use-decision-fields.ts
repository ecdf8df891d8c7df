"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { DECISION_SECTIONS, type DecisionSection, type SectionView } from "@/lib/domain/worksheet/schema";
import { saveState } from "../worksheet/save-state";
import { createDecisionFields, type SaverStates } from "./decision-fields";
import { decisionSaveState } from "./decision-save-state";
import { rememberSection } from "./mutations";
import type { SaverState } from "./section-saver";

export type SectionField = SaverState & {
  section: DecisionSection;
  /** What the field shows: unsent text, else what the server has. */
  text: string;
  server: SectionView | null;
  edit: (text: string) => void;
  flush: () => void;
  keepMine: (text: string) => void;
  keepTheirs: () => void;
};

/** The decision's text fields with their saving; flushes when the page is hidden and takes up unsent text of an earlier visit. */
export function useDecisionFields(worksheetId: string, sections: readonly SectionView[]): SectionField[] {
  const queryClient = useQueryClient();
  const [fields] = useState(() => createDecisionFields(queryClient, worksheetId));
  const states = useSyncExternalStore(fields.subscribe, fields.getStates, fields.getStates);
  const serverOf = (section: DecisionSection) => sections.find((view) => view.section === section) ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier visit left is taken up once, against the first text seen.
  useEffect(() => {
    void fields.restoreAll((section) => serverOf(section) ?? { text: "", version: 0 });
    const flushWhenHidden = () => document.visibilityState === "hidden" && fields.flushAll();
    window.addEventListener("online", fields.flushAll);
    document.addEventListener("visibilitychange", flushWhenHidden);
    return () => {
      window.removeEventListener("online", fields.flushAll);
      document.removeEventListener("visibilitychange", flushWhenHidden);
      fields.flushAll();
    };
  }, [fields]);
  useReportedSaving(states);

  return DECISION_SECTIONS.map((section) => {
    const saver = fields.savers[section];
    const state = states[section];
    const server = serverOf(section);
    return {
      ...state,
      section,
      server,
      text: state.draft?.text ?? server?.text ?? "",
      edit: (text) => saver.edit(text, server?.version ?? 0),
      flush: () => void saver.flush(),
      keepMine: saver.keepMine,
      keepTheirs() {
        if (state.conflict) void rememberSection(queryClient, worksheetId, state.conflict);
        saver.keepTheirs();
      },
    };
  });
}

const SOURCE = "decision";

/** Tells the header where saving stands; nothing until something was typed here. */
function useReportedSaving(states: SaverStates) {
  useEffect(() => {
    const state = decisionSaveState(Object.values(states));
    if (state.status !== "saved" || saveState.get() !== null) saveState.set(state, SOURCE);
  }, [states]);
  useEffect(() => () => saveState.clear(SOURCE), []);
}
