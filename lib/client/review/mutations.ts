"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
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
