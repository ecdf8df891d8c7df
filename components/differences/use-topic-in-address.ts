"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Cards are drawn after the page, so the browser has looked for `#topic-…` in vain: once they stand, the reader is taken there. */
export function useTopicInAddress(isDrawn: boolean): void {
  useEffect(() => {
    if (!isDrawn) return;
    const go = () => showTopic(window.location.hash);
    go();
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, [isDrawn]);
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
