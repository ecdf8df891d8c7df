import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import type { QuestionId } from "@/lib/domain/answers/schema";
import { apiRequest, newOpId } from "../api";
import { worksheetQueries } from "../worksheet/queries";

const readyReplySchema = z.object({ seq: z.number().int() });

/** "I'm ready" on one question, and taking it back. */
export function useReady(worksheetId: string, question: QuestionId) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ready: boolean) =>
      apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/ready`,
        body: { opId: newOpId(), question, ready },
        schema: readyReplySchema,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(worksheetId).queryKey, exact: true }),
  });
}
