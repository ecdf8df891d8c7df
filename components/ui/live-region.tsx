"use client";

import { useSyncExternalStore } from "react";
import { createAnnouncer } from "./announcer";

const announcer = createAnnouncer(setTimeout);

/**
 * Says something to people who listen to the page: a reveal, a stage change, a failed save of their own. Never joins,
 * leaves or typing. At most one message every three seconds; later ones wait.
 */
export function announce(text: string) {
  announcer.say(text);
}

/** Mounted once, at the root, before anything is announced. */
export function LiveRegion() {
  const text = useSyncExternalStore(announcer.subscribe, announcer.spoken, silence);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
      {text}
    </div>
  );
}

const silence = () => "";
