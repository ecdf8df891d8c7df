import { questionIdSchema } from "../answers/schema";
import type { Stage } from "../worksheet/schema";
import { type Screen, screenSchema } from "./schema";

/**
 * The stage that a screen belongs to. The pointer sets it and gates nothing; sign, live and revisit follow from facts.
 * @example stageOfScreen("scale") // "collect"
 */
export function stageOfScreen(screen: Screen): Extract<Stage, "frame" | "collect" | "discuss" | "decide"> {
  if (screen === "lobby") return "frame";
  if (questionIdSchema.safeParse(screen).success) return "collect";
  return screen === "differences" ? "discuss" : "decide";
}

/** What stands in the pointer's topic while the team reads in silence, right after a reveal. */
export const READING = "reading";

/**
 * Where a pointer stands: its screen, or `reading` while the differences are only read.
 * @example placeOf({ screen: "differences", topic: "reading" }) // "reading"
 */
export function placeOf({ screen, topic }: { screen: Screen; topic: string | null }): Screen | typeof READING {
  return screen === "differences" && topic === READING ? READING : screen;
}

/**
 * The pointer that stands at a place; null for a place where no team goes, such as the settings.
 * @example pointerTo("reading") // { screen: "differences", topic: "reading" }
 */
export function pointerTo(place: string): { screen: Screen; topic?: string } | null {
  if (place === READING) return { screen: "differences", topic: READING };
  const screen = screenSchema.safeParse(place).data;
  return screen === undefined ? null : { screen };
}

/**
 * Should the strip offer to join? Only where your place is another than the team's; nobody is ever moved.
 * @example isElsewhere({ own: "scale", team: "differences" }) // true
 */
export function isElsewhere({ own, team }: { own: string; team: string | null }): boolean {
  return team !== null && own !== team;
}
