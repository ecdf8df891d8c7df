import type { Cell } from "@/lib/client/shortlist/matrix";

/** What a cell shows beside what it says. */
export const SYMBOLS = {
  removes: "✗",
  condition: "!",
  against: "−",
  for: "+",
  warns: "△",
  asks: "…",
  unknown: "?",
  passes: "✓",
} satisfies Record<Cell, string>;

export const CELLS = Object.keys(SYMBOLS) as Cell[];
