"use client";

import { useCallback, useEffect, useState } from "react";

const GAP_PX = 18;

/**
 * Tells the page how much of its end something floats over: `--floating-room`, as long as it is there. And how high the bar
 * below it really is, `--bar-real`: with large letters it takes several lines.
 */
export function useFloatingRoom(): (element: HTMLElement | null) => (() => void) | undefined {
  const [below, setBelow] = useState<HTMLElement | null>(null);
  // Looked for after every drawing: a page may get its bar later than this.
  useEffect(() => setBelow(document.querySelector<HTMLElement>("[data-bottom-bar]")));
  useEffect(() => (below === null ? undefined : tellHeight(below, { name: "--bar-real", more: 0 })), [below]);
  return useCallback((element) => (element === null ? undefined : tellHeight(element, { name: "--floating-room", more: GAP_PX })), []);
}

function tellHeight(element: HTMLElement, { name, more }: { name: string; more: number }): () => void {
  const { style } = document.documentElement;
  const measured = new ResizeObserver(() => style.setProperty(name, `${element.offsetHeight + more}px`));
  measured.observe(element, { box: "border-box" });
  return () => {
    measured.disconnect();
    style.removeProperty(name);
  };
}
