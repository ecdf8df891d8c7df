"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type LockView, lockViewSchema, type MarkInput, type MarkView, markViewSchema } from "../../domain/decision/desk";
import type { LifeStatus } from "../../domain/record/life-cycle";
import type { DecisionSection } from "../../domain/worksheet/schema";
import { apiRequest, newOpId, noContent } from "../api";
import { worksheetQueries } from "../worksheet/queries";
import { deskQueries } from "./desk-queries";

const seqSchema = z.object({ seq: z.number().int() });

/** Keeps a mark beside the decision: a source, a condition accepted, a check put aside, a trigger. */
export function useMark(worksheetId: string) {
  const queryClient = useQueryClient();
  return useDeskMutation(worksheetId, async (mark: MarkInput) => {
    const body = { opId: newOpId(), mark };
    const kept = await apiRequest({ method: "PUT", path: `/worksheets/${worksheetId}/decision/marks`, body, schema: markViewSchema });
    queryClient.setQueryData(deskQueries.desk(worksheetId).queryKey, (desk) =>
      desk === undefined ? desk : { ...desk, marks: [...desk.marks.filter((other) => !isSame(other, kept)), kept] },
    );
    return kept;
  });
}

function isSame(a: MarkView, b: MarkView): boolean {
  return a.kind === b.kind && a.key === b.key;
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

/** Takes back that this decision replaces another, while this one is not accepted. */
export function useTakeBackSupersession(worksheetId: string) {
  return useDeskMutation(worksheetId, (replaces: string) =>
    apiRequest({
      method: "DELETE",
      path: `/worksheets/${worksheetId}/supersessions/${replaces}`,
      schema: noContent,
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
  // Not awaited: a form closes when its save is done, not when everything was asked for again.
  return useMutation({ mutationFn, onSettled: () => void queryClient.invalidateQueries({ queryKey }) });
}
