"use client";

import { useCallback } from "react";

const GAP_PX = 18;

/** Tells the page how much of its end something floats over: `--floating-room`, as long as it is there. */
export function useFloatingRoom(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element) => {
    if (element === null) return;
    const { style } = document.documentElement;
    const measured = new ResizeObserver(() => style.setProperty("--floating-room", `${element.offsetHeight + GAP_PX}px`));
    measured.observe(element, { box: "border-box" });
    return () => {
      measured.disconnect();
      style.removeProperty("--floating-room");
    };
  }, []);
}
