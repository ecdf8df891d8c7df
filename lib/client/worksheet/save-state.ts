"use client";

import { useSyncExternalStore } from "react";

export type SaveStatus = "saved" | "saving" | "offline" | "failed";
/** `waiting` counts answers kept on this device that the server does not have yet. */
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

const WORST_FIRST: SaveStatus[] = ["failed", "offline", "saving", "saved"];
const sources = new Map<string, SaveState>();
const listeners = new Set<() => void>();
let merged: SaveState | null = null;

function publish() {
  const states = [...sources.values()];
  const status = WORST_FIRST.find((candidate) => states.some((state) => state.status === candidate));
  merged = status ? { status, waiting: states.reduce((sum, state) => sum + state.waiting, 0) } : null;
  for (const listener of listeners) listener();
}
