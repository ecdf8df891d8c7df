"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type LockView, lockViewSchema, type MarkInput, type MarkView, markViewSchema } from "../../domain/decision/desk";
import type { LifeStatus } from "../../domain/record/life-cycle";
import type { DecisionSection } from "../../domain/worksheet/schema";
import { apiRequest, newOpId } from "../api";
import { worksheetQueries } from "../worksheet/queries";

const seqSchema = z.object({ seq: z.number().int() });

/** Keeps a mark beside the decision: a source, a condition accepted, a check put aside, a trigger. */
export function useMark(worksheetId: string) {
  return useDeskMutation(worksheetId, (mark: MarkInput) =>
    apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/decision/marks`,
      body: { opId: newOpId(), mark },
      schema: markViewSchema,
    }),
  );
}

export function useUnmark(worksheetId: string) {
  return useDeskMutation(worksheetId, ({ kind, key }: Pick<MarkView, "kind" | "key">) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/decision/marks/removal`,
      body: { opId: newOpId(), kind, key },
      schema: seqSchema,
    }),
  );
}

export function useSetStatus(worksheetId: string) {
  return useDeskMutation(worksheetId, ({ status, reason }: { status: LifeStatus; reason: string }) =>
    apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/status`,
      body: { opId: newOpId(), status, reason },
      schema: seqSchema,
    }),
  );
}

export function useSupersede(worksheetId: string) {
  return useDeskMutation(worksheetId, ({ replaces, isPartial, note }: { replaces: string; isPartial: boolean; note: string }) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/supersessions`,
      body: { opId: newOpId(), replaces, isPartial, note },
      schema: seqSchema,
    }),
  );
}

/** Says who is writing in a section. A courtesy: when it cannot be said, writing goes on. */
export async function sendLock(
  worksheetId: string,
  input: { section: DecisionSection; act: "take" | "take_over" | "release" },
): Promise<LockView | null> {
  try {
    const path = `/worksheets/${worksheetId}/decision/lock`;
    return (await apiRequest({ method: "PUT", path, body: input, schema: HOLDER, keepalive: input.act === "release" })).holder;
  } catch {
    return null;
  }
}

const HOLDER = z.object({ holder: lockViewSchema.nullable() });

function useDeskMutation<Input, Output>(worksheetId: string, mutationFn: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  const { queryKey } = worksheetQueries.detail(worksheetId);
  return useMutation({ mutationFn, onSettled: () => queryClient.invalidateQueries({ queryKey }) });
}
