"use client";

import { type FocusEvent, useCallback, useRef } from "react";

/**
 * For something that floats in and goes again: remembers where the keyboard came from, so that it can go back there before
 * what has it disappears.
 */
export function useFocusBack() {
  const from = useRef<HTMLElement | null>(null);
  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const { currentTarget, relatedTarget } = event;
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) from.current = relatedTarget;
  }, []);
  /** Without a place to go back to, the page's own beginning. */
  const giveBack = useCallback(() => {
    const place = from.current?.isConnected ? from.current : document.getElementById("main");
    place?.focus({ preventScroll: true });
  }, []);
  return { onFocus, giveBack };
}
