"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import type { QuestionId } from "../../domain/answers/schema";
import { createdWorksheetSchema, type NewWorksheet } from "../../domain/worksheet/inputs";
import { routes } from "../../routes";
import { apiRequest, newOpId } from "../api";
import { keepLinks } from "../share/kept-links";
import { worksheetQueries } from "./queries";

/** Starts a worksheet and keeps its links, which are shown this once, in this tab. */
export function useStartWorksheet() {
  return useMutation({
    mutationFn: (input: Pick<NewWorksheet, "title" | "yourName" | "language" | "template" | "keepMonths">) =>
      apiRequest({
        method: "POST",
        path: "/worksheets",
        body: { ...input, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        schema: createdWorksheetSchema,
      }),
    onSuccess: ({ id, links, memberToken }) => keepLinks(id, { ...links, return: `${routes.join()}#${memberToken}` }),
  });
}

export function useOpenSample() {
  return useMutation({
    mutationFn: () => apiRequest({ method: "POST", path: "/worksheets/sample", schema: z.object({ id: z.string() }) }),
  });
}

export function useReveal(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (questions?: QuestionId[]) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${id}/reveal`,
        body: { opId: newOpId(), questions },
        schema: z.object({ seq: z.number() }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(id).queryKey }),
  });
}
