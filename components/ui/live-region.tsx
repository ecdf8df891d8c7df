"use client";

import { useSyncExternalStore } from "react";

/**
 * Says something to people who listen to the page: a reveal, a stage change, a failed save of their own. Never joins,
 * leaves or typing. At most one message every three seconds; later ones wait, equal ones are said once.
 */
export function announce(text: string) {
  if (waiting.at(-1) === text) return;
  waiting.push(text);
  if (timer === null) speak();
}

/** Mounted once, at the root, before anything is announced. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => spoken, silence);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
      {text}
    </div>
  );
}

const PAUSE_MS = 3_000;
const waiting: string[] = [];
const listeners = new Set<() => void>();
let spoken = "";
let timer: ReturnType<typeof setTimeout> | null = null;

function speak() {
  const next = waiting.shift();
  timer = null;
  if (next === undefined) return;
  spoken = next;
  for (const listener of listeners) listener();
  timer = setTimeout(speak, PAUSE_MS);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const silence = () => "";
