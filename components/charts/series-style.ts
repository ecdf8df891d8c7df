const COLOURS: Record<string, string> = { A: "var(--a)", B: "var(--b)", C: "var(--c)", D: "var(--d, #cc79a7)" };
const DASHES: Record<string, string | undefined> = { A: undefined, B: "6 3", C: "2 3", D: "8 3 2 3" };

/** A candidate keeps its colour everywhere; its other hostings (A2, A3) share it. */
export function colourOf(id: string): string {
  return COLOURS[id.charAt(0)] ?? "var(--ink2)";
}

/** Dash by letter, and a finer one for another hosting of the same candidate, so that no line relies on colour. */
export function dashOf(id: string): string | undefined {
  if (id.length === 1) return DASHES[id];
  return id.endsWith("2") ? "10 4" : "1 4";
}
