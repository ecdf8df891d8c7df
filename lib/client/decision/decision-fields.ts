import type { QueryClient } from "@tanstack/react-query";
import { DECISION_SECTIONS, type DecisionSection } from "@/lib/domain/worksheet/schema";
import { newOpId } from "../api";
import { keptDraft } from "./kept-drafts";
import { sectionSender } from "./mutations";
import { createSectionSaver, type SaverState, type SectionSaver } from "./section-saver";

const DELAY_MS = 800;
const RETRY_MS = 5_000;

export type SaverStates = Readonly<Record<DecisionSection, SaverState>>;
export type DecisionFields = ReturnType<typeof createDecisionFields>;

/** The eight text fields of one decision, seen as one store, so that the preview reads what is typed and not only what is saved. */
export function createDecisionFields(queryClient: QueryClient, worksheetId: string) {
  const entries = DECISION_SECTIONS.map((section) => {
    const kept = keptDraft(worksheetId, section);
    const send = sectionSender(queryClient, worksheetId, section);
    const saver = createSectionSaver({ send, keep: (draft) => void kept.write(draft), newOpId, delayMs: DELAY_MS, retryMs: RETRY_MS });
    return { section, kept, saver };
  });
  const savers = Object.fromEntries(entries.map(({ section, saver }) => [section, saver])) as Record<DecisionSection, SectionSaver>;
  const readAll = () => Object.fromEntries(entries.map(({ section, saver }) => [section, saver.getState()])) as SaverStates;
  let states = readAll();

  return {
    savers,
    getStates: () => states,
    subscribe(listener: () => void) {
      const stops = entries.map(({ saver }) =>
        saver.subscribe(() => {
          states = readAll();
          listener();
        }),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
    flushAll() {
      for (const { saver } of entries) void saver.flush();
    },
    /** Takes up what an earlier visit could not send. */
    async restoreAll(server: (section: DecisionSection) => { text: string; version: number }) {
      await Promise.all(
        entries.map(async ({ section, kept, saver }) => {
          const draft = await kept.read();
          if (draft) saver.restore(draft, server(section));
        }),
      );
    },
  };
}
