import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { placeOf, READING } from "@/lib/domain/workshop/pointer";
import type { Screen } from "@/lib/domain/workshop/schema";
import { routes } from "@/lib/routes";

/** Where a team pointer leads; a topic is a place on the page, reading in silence a view of it. */
export function screenHref(id: string, { screen, topic }: { screen: Screen; topic?: string | null }): string {
  if (screen === "lobby") return routes.worksheet(id);
  if (placeOf({ screen, topic: topic ?? null }) === READING) return routes.reading(id);
  const question = QUESTION_IDS.find((one) => one === screen);
  const place = topic ? `#topic-${topic}` : "";
  return question ? routes.step(id, question) : `/w/${id}/${screen}${place}`;
}
