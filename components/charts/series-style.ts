import { dashesOf } from "@/lib/domain/charts/svg-text";

const COLOURS: Record<string, string> = { A: "var(--a)", B: "var(--b)", C: "var(--c)", D: "var(--d, #cc79a7)" };

/** A candidate keeps its colour everywhere; its other hostings (A2, A3) share it. A design of the team's own is grey. */
export function colourOf(id: string): string {
  return COLOURS[id.charAt(0)] ?? "var(--ink2)";
}

/** Dash by letter, and a finer one for another hosting of the same candidate, so that no line relies on colour. */
export function dashOf(id: string): string | undefined {
  return dashesOf(id) ?? undefined;
}

/** The same for recharts, whose property may be left out but not undefined. */
export function dashProps(id: string): { strokeDasharray?: string } {
  const dash = dashOf(id);
  return dash ? { strokeDasharray: dash } : {};
}
