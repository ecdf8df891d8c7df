"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { outboxFor } from "./outbox-registry";

/** Sends what earlier visits could not, for all five questions, on whatever screen the person comes back to. */
export function useResumeAnswers(view: WorksheetView) {
  const queryClient = useQueryClient();
  const canAnswer = view.you.role === "facilitator" || view.you.role === "member";
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per person and worksheet, not for every new view
  useEffect(() => {
    if (!canAnswer) return;
    for (const question of QUESTION_IDS) void outboxFor({ view, question, queryClient }).restore();
  }, [view.id, view.you.memberId, canAnswer, queryClient]);
}
