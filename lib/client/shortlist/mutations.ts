"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import {
  type CustomInput,
  customViewSchema,
  type OverrideInput,
  overrideViewSchema,
  type ScoreInput,
  scoreViewSchema,
} from "@/lib/domain/candidates/schema";
import type { Criterion } from "@/lib/domain/tie-break/criteria";
import { apiRequest, newOpId, noContent } from "../api";

const seqSchema = z.object({ seq: z.number() });

export function useOverride(worksheetId: string) {
  return useHandwork(worksheetId, ({ candidate, ...input }: Omit<OverrideInput, "opId"> & { candidate: string }) =>
    apiRequest({
      method: "PUT",
      path: at(worksheetId, "overrides", candidate),
      body: { opId: newOpId(), ...input },
      schema: overrideViewSchema,
    }),
  );
}

export function useTakeBack(worksheetId: string) {
  return useHandwork(worksheetId, (candidate: string) =>
    apiRequest({ method: "DELETE", path: at(worksheetId, "overrides", candidate), schema: noContent }),
  );
}

export function useAddCandidate(worksheetId: string) {
  return useHandwork(worksheetId, (system: CustomInput["system"]) =>
    apiRequest({ method: "POST", path: at(worksheetId, "candidates"), body: { opId: newOpId(), system }, schema: customViewSchema }),
  );
}

export function useRemoveCandidate(worksheetId: string) {
  return useHandwork(worksheetId, (candidate: string) =>
    apiRequest({ method: "DELETE", path: at(worksheetId, "candidates", candidate), schema: noContent }),
  );
}

export function useGiveGutCheck(worksheetId: string) {
  return useHandwork(worksheetId, (candidate: string | null) =>
    apiRequest({ method: "PUT", path: at(worksheetId, "gut-check"), body: { opId: newOpId(), candidate }, schema: seqSchema }),
  );
}

export function useRankCriteria(worksheetId: string) {
  return useHandwork(worksheetId, (order: Criterion[]) =>
    apiRequest({ method: "PUT", path: at(worksheetId, "ranking"), body: { opId: newOpId(), order }, schema: seqSchema }),
  );
}

export function useDisclose(worksheetId: string, kind: "gut-check" | "ranking") {
  return useHandwork(worksheetId, () =>
    apiRequest({ method: "POST", path: at(worksheetId, kind, "disclosure"), body: { opId: newOpId() }, schema: seqSchema }),
  );
}

export function useScore(worksheetId: string) {
  return useHandwork(worksheetId, ({ candidate, ...input }: Omit<ScoreInput, "opId"> & { candidate: string }) =>
    apiRequest({
      method: "PUT",
      path: at(worksheetId, "scores", candidate),
      body: { opId: newOpId(), ...input },
      schema: z.object({ score: scoreViewSchema.nullable() }),
    }),
  );
}

/** The list follows from what is done by hand, so everything of the worksheet is asked for again. */
function useHandwork<I, O>(worksheetId: string, mutationFn: (input: I) => Promise<O>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => queryClient.invalidateQueries({ queryKey: ["worksheet", worksheetId] }) });
}

function at(worksheetId: string, ...path: string[]): string {
  return ["/worksheets", worksheetId, ...path.map(encodeURIComponent)].join("/");
}
