"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { DecisionSection, SectionView } from "@/lib/domain/worksheet/schema";
import { newOpId } from "../api";
import { type SaveStatus, saveState } from "../worksheet/save-state";
import { keptDraft } from "./kept-drafts";
import { rememberSection, useSaveSection } from "./mutations";
import { createSectionSaver, type SectionStatus } from "./section-saver";

const DELAY_MS = 800;
const RETRY_MS = 5_000;

export type SectionField = ReturnType<typeof useSection>;

/** One text field of the decision: what it shows, where its saving stands, and what settles a conflict. */
export function useSection(worksheetId: string, section: DecisionSection, server: SectionView | undefined) {
  const send = useSaveSection(worksheetId, section);
  const queryClient = useQueryClient();
  const [{ saver, kept }] = useState(() => {
    const store = keptDraft(worksheetId, section);
    const parts = { send, keep: store.write, newOpId, delayMs: DELAY_MS, retryMs: RETRY_MS };
    return { saver: createSectionSaver(parts), kept: store };
  });
  const state = useSyncExternalStore(saver.subscribe, saver.getState, saver.getState);
  const version = server?.version ?? 0;
  const serverText = server?.text ?? "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier visit left is taken up once, against the first text seen.
  useEffect(() => {
    void kept.read().then((draft) => draft && saver.restore(draft, { text: serverText, version }));
    const flush = () => void saver.flush();
    const flushWhenHidden = () => document.visibilityState === "hidden" && flush();
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", flushWhenHidden);
    return () => {
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", flushWhenHidden);
      flush();
    };
  }, [saver, kept]);

  const source = `decision.${section}`;
  useEffect(() => {
    if (state.status === "saved" && state.draft === null) return saveState.set({ status: "saved", waiting: 0 }, source);
    saveState.set({ status: HEADER_STATUS[state.status], waiting: state.status === "kept" ? 1 : 0 }, source);
  }, [state, source]);
  useEffect(() => () => saveState.clear(source), [source]);

  return {
    ...state,
    text: state.draft?.text ?? serverText,
    edit: (text: string) => saver.edit(text, version),
    flush: saver.flush,
    keepMine: saver.keepMine,
    async keepTheirs() {
      if (state.conflict) await rememberSection(queryClient, worksheetId, state.conflict);
      saver.keepTheirs();
    },
  };
}

const HEADER_STATUS: Record<SectionStatus, SaveStatus> = {
  saved: "saved",
  waiting: "saving",
  saving: "saving",
  kept: "offline",
  refused: "failed",
};
