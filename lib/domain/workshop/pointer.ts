import { questionIdSchema } from "../answers/schema";
import type { Stage } from "../worksheet/schema";
import type { Screen } from "./schema";

/**
 * The stage that a screen belongs to. The pointer sets it and gates nothing; sign, live and revisit follow from facts.
 * @example stageOfScreen("scale") // "collect"
 */
export function stageOfScreen(screen: Screen): Extract<Stage, "frame" | "collect" | "discuss" | "decide"> {
  if (screen === "lobby") return "frame";
  if (questionIdSchema.safeParse(screen).success) return "collect";
  return screen === "differences" ? "discuss" : "decide";
}

/**
 * Should the strip offer to join? Only where your screen is another than the team's; nobody is ever moved.
 * @example isElsewhere({ own: "scale", team: "differences" }) // true
 */
export function isElsewhere({ own, team }: { own: string; team: Screen | null }): boolean {
  return team !== null && own !== team;
}
