"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type ReviewTrial, type reviewInputSchema, reviewResultSchema, reviewViewSchema } from "../../domain/review/schema";
import { createdWorksheetSchema } from "../../domain/worksheet/inputs";
import { routes } from "../../routes";
import { apiRequest, newOpId } from "../api";
import { keepLinks } from "../share/kept-links";
import { worksheetQueries } from "../worksheet/queries";

/** Compares numbers that nobody has kept yet. */
export function useTryReview(worksheetId: string) {
  return useMutation({
    mutationFn: (trial: ReviewTrial) =>
      apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/reviews/trial`, body: trial, schema: reviewResultSchema }),
  });
}

export function useAddReview(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (review: Omit<z.input<typeof reviewInputSchema>, "opId">) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/reviews`,
        body: { opId: newOpId(), ...review },
        schema: reviewViewSchema,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(worksheetId).queryKey }),
  });
}

/** Says that an event of the record has happened. */
export function useReportEvent(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (key: string) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/happenings`,
        body: { opId: newOpId(), key },
        schema: z.object({ seq: z.number() }),
      }),
    // Also after a refusal: then somebody else said so, and the list knows who.
    onSettled: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(worksheetId).queryKey }),
  });
}

/** Opens the decision again in a new worksheet and keeps its links, which are shown this once, in this tab. */
export function useReopen(worksheetId: string) {
  return useMutation({
    mutationFn: (reviewId: string) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/reviews/${reviewId}/reopening`,
        body: { opId: newOpId() },
        schema: createdWorksheetSchema,
      }),
    onSuccess: ({ id, links, memberToken }) => keepLinks(id, { ...links, return: `${routes.join()}#${memberToken}` }),
  });
}
