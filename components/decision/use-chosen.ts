"use client";

import { useQuery } from "@tanstack/react-query";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { chosenCandidate } from "@/lib/domain/record/chosen-candidate";
import type { SectionTexts } from "./decision-screen";

/** The candidate that the written choice names, with the results it stands on; null while they load or it names none. */
export function useChosen(worksheetId: string, texts: SectionTexts) {
  const { data: evaluation } = useQuery(worksheetQueries.shortlist(worksheetId));
  const choice = texts.find(({ section }) => section === "choice")?.text ?? "";
  const chosen = evaluation === undefined ? null : chosenCandidate(choice, evaluation.candidates);
  const name = evaluation?.candidates.find(({ id }) => id === chosen)?.name ?? "";
  return { evaluation, chosen, name };
}
