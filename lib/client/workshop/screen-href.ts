import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { Screen } from "@/lib/domain/workshop/schema";
import { routes } from "@/lib/routes";

/** Where a team pointer leads; a topic is a place on the page. */
export function screenHref(id: string, { screen, topic }: { screen: Screen; topic?: string | null }): string {
  if (screen === "lobby") return routes.worksheet(id);
  const question = QUESTION_IDS.find((one) => one === screen);
  const place = topic ? `#topic-${topic}` : "";
  return question ? routes.step(id, question) : `/w/${id}/${screen}${place}`;
}
