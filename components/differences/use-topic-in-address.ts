"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

/**
 * Cards are drawn after the page, so the browser has looked for `#topic-…` in vain: once they stand in their order, the
 * reader is taken there. Once, because a card that moves afterwards must not take anybody back to it.
 */
export function useTopicInAddress(isInOrder: boolean): void {
  const hasGone = useRef(false);
  useEffect(() => {
    if (!isInOrder) return;
    const go = () => showTopic(window.location.hash);
    if (!hasGone.current) go();
    hasGone.current = true;
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, [isInOrder]);
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

function showTopic(hash: string) {
  if (!hash.startsWith("#topic-")) return;
  const card = document.getElementById(decodeURIComponent(hash.slice(1)));
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}
