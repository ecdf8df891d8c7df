"use client";

import { useSyncExternalStore } from "react";

/** `held`: no retry would send it, a person has to choose or mend something. */
export type SaveStatus = "saved" | "saving" | "held" | "offline" | "failed";
/** `waiting` counts changes kept on this device that the server does not have yet; in `held`, those that wait for a person. */
export type SaveState = { status: SaveStatus; waiting: number };

/**
 * What the header says about saving. Several parts save at once (answers, the frame, the decision), so each reports
 * under its own name and the header shows the worst.
 */
export const saveState = {
  set(state: SaveState, source = "answers") {
    sources.set(source, state);
    publish();
  },
  clear(source = "answers") {
    sources.delete(source);
    publish();
  },
  get: (): SaveState | null => merged,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

/** Null until something was saved in this tab. */
export function useSaveState(): SaveState | null {
  return useSyncExternalStore(saveState.subscribe, saveState.get, () => null);
}

/** The worst of all states; what waits for a person is counted apart from what waits for the server. Null when there are none. */
export function worstState(states: readonly SaveState[]): SaveState | null {
  const status = WORST_FIRST.find((candidate) => states.some((state) => state.status === candidate));
  if (!status) return null;
  const counted = states.filter((state) => (state.status === "held") === (status === "held"));
  return { status, waiting: counted.reduce((sum, state) => sum + state.waiting, 0) };
}

const WORST_FIRST: SaveStatus[] = ["failed", "offline", "held", "saving", "saved"];
const sources = new Map<string, SaveState>();
const listeners = new Set<() => void>();
let merged: SaveState | null = null;

function publish() {
  merged = worstState([...sources.values()]);
  for (const listener of listeners) listener();
}
