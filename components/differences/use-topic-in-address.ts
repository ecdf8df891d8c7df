"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/**
 * Cards may be drawn after the page, so the browser has looked for `#topic-…` in vain: once they stand in their order, the
 * reader is taken there. Once for each address, because a card that moves afterwards must not take anybody back to it.
 */
export function useTopicInAddress(isInOrder: boolean): void {
  const addressed = useAddressedTopic();
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!isInOrder || addressed === shown.current) return;
    if (addressed === null || showTopic(addressed)) shown.current = addressed;
  }, [isInOrder, addressed]);
}

/** The field whose topic the address names, or null; nothing is named on the server. */
export function useAddressedTopic(): string | null {
  const hash = useSyncExternalStore(
    onHash,
    () => window.location.hash,
    () => "",
  );
  return hash.startsWith("#topic-") ? decodeURIComponent(hash.slice("#topic-".length)) : null;
}

function onHash(listener: () => void) {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** False where no such card stands here. */
function showTopic(field: string): boolean {
  const card = document.getElementById(`topic-${field}`);
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
  return card !== null;
}
