import { QUESTION_IDS, type QuestionId } from "../answers/schema";
import type { WorksheetView } from "../worksheet/schema";
import { summariseWorksheet } from "./worksheet-summary";

/** `agreed`: all say alike, or the team recorded its answer. `apart`: a difference waits. */
export type Standing = "agreed" | "apart";

/**
 * Where each revealed question stands. A question that nobody or one member answered has no standing, as there is nothing to
 * compare. Example: two members who differ on one field of `scale` give `{ scale: "apart" }`, and `{ scale: "agreed" }` once a
 * position is recorded for it.
 */
export function questionStandings(view: Pick<WorksheetView, "answers" | "positions" | "questions">): Partial<Record<QuestionId, Standing>> {
  const { fields } = summariseWorksheet(view);
  const recorded = new Set(view.positions.map(({ field }) => field));
  const standings: Partial<Record<QuestionId, Standing>> = {};
  for (const question of QUESTION_IDS) {
    const own = fields.filter(({ def }) => def.question === question);
    if (own.length === 0 || view.questions[question].state !== "revealed") continue;
    standings[question] = own.every(({ field, agreed }) => agreed || recorded.has(field)) ? "agreed" : "apart";
  }
  return standings;
}
