"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { sealViewSchema } from "@/lib/domain/sign-off/seal-schema";
import { apiRequest, newOpId } from "../api";

const POLL_MS = 2_000;
const replySchema = z.object({ seals: z.array(sealViewSchema) });

/** The sealed files of one revision; looks again while one is still being made. */
export function useSeals(worksheetId: string, n: number) {
  return useQuery({
    queryKey: ["worksheet", worksheetId, "seals"],
    queryFn: ({ signal }) => apiRequest({ path: `/worksheets/${worksheetId}/seals`, schema: replySchema, signal }),
    select: ({ seals }) => seals.filter((seal) => seal.revision === n),
    refetchInterval: ({ state }) => (state.data?.seals.some((seal) => seal.state !== "sealed" || seal.isStampPending) ? POLL_MS : false),
  });
}

export function useRetrySeal(worksheetId: string, n: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/revisions/${n}/seal`,
        body: { opId: newOpId() },
        schema: z.object({ seq: z.number().int() }),
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["worksheet", worksheetId, "seals"] }),
  });
}
