"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { z } from "zod";
import type { Answers } from "../../domain/answers/schema";
import { type FrameInput, frameAnswersSchema, type WorksheetView } from "../../domain/worksheet/schema";
import { ApiError, apiRequest, newOpId } from "../api";
import { worksheetQueries } from "./queries";
import { saveState } from "./save-state";

/** One field of the frame sheet: its text parts by name, everything else by answer path. */
export type FrameField = "title" | "scope" | "adrNumber" | { path: string };
export type FrameOutcome = { ok: true } | { ok: false; reason: "conflict" } | { ok: false; reason: "error"; error: Error };

/**
 * Saves the frame field by field, one request at a time. The server keeps the frame as one value with one version, so
 * a stale save is put on top of what it now has, unless the very same field changed there: then the newer one stays.
 */
export function useFrameSaver(id: string) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    let last: Promise<unknown> = Promise.resolve();
    return (field: FrameField, value: unknown): Promise<FrameOutcome> => {
      const save = last.then(() => saveField(queryClient, id, { field, value }));
      last = save;
      return save;
    };
  }, [queryClient, id]);
}

/** The value at a path such as `ops.clouds`; undefined when blank. */
export function frameValue(frame: Answers, path: string): unknown {
  const [group = "", key = ""] = path.split(".");
  return groupOf(frame, group)[key];
}

type Change = { field: FrameField; value: unknown };
type Current = Pick<WorksheetView, "title" | "scope" | "frame" | "frameVersion">;

const SOURCE = "frame";
const TRIES = 4;
const currentSchema = z.object({ title: z.string(), scope: z.string(), frame: frameAnswersSchema, version: z.number() });

async function saveField(queryClient: QueryClient, id: string, change: Change): Promise<FrameOutcome> {
  saveState.set({ status: "saving", waiting: 0 }, SOURCE);
  const { queryKey } = worksheetQueries.detail(id);
  const seen = queryClient.getQueryData(queryKey);
  if (!seen) return { ok: false, reason: "error", error: new ApiError("internal") };
  let current: Current = seen;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const { seq, version } = await putFrame(id, { baseVersion: current.frameVersion, ...bodyOf(current, change) });
      const next = { ...current, ...shownOf(current, change), frameVersion: version };
      queryClient.setQueryData(queryKey, (view) => view && { ...view, ...next, seq: Math.max(view.seq, seq) });
      saveState.set({ status: "saved", waiting: 0 }, SOURCE);
      return { ok: true };
    } catch (error) {
      const newer = currentOf(error);
      if (newer === null) return failed(error);
      if (isChangedThere(seen, newer, change.field)) {
        queryClient.setQueryData(queryKey, (view) => view && { ...view, ...newer });
        saveState.set({ status: "saved", waiting: 0 }, SOURCE);
        return { ok: false, reason: "conflict" };
      }
      current = newer;
    }
  }
  return failed(new ApiError("stale_version"));
}

function putFrame(id: string, input: Omit<FrameInput, "opId">) {
  return apiRequest({
    method: "PUT",
    path: `/worksheets/${id}/frame`,
    body: { opId: newOpId(), ...input },
    schema: z.object({ seq: z.number(), version: z.number() }),
  });
}

function failed(error: unknown): FrameOutcome {
  const known = error instanceof Error ? error : new ApiError("internal");
  const isOffline = known instanceof ApiError && known.code === "offline";
  saveState.set({ status: isOffline ? "offline" : "failed", waiting: isOffline ? 1 : 0 }, SOURCE);
  return { ok: false, reason: "error", error: known };
}

function currentOf(error: unknown): Current | null {
  if (!(error instanceof ApiError) || error.code !== "stale_version") return null;
  const parsed = currentSchema.safeParse(error.current);
  if (!parsed.success) return null;
  const { version, ...rest } = parsed.data;
  return { ...rest, frameVersion: version };
}

function bodyOf(current: Current, { field, value }: Change): Omit<FrameInput, "opId" | "baseVersion"> {
  if (field === "title" || field === "scope") return { [field]: String(value) };
  if (field === "adrNumber") return { adrNumber: Number(value) };
  return { frame: withValue(current.frame, field.path, value) };
}

function shownOf(current: Current, change: Change): Partial<Current> {
  return change.field === "adrNumber" ? {} : { ...current, ...bodyOf(current, change) };
}

function isChangedThere(seen: Current, newer: Current, field: FrameField): boolean {
  if (field === "adrNumber") return false;
  const read = (from: Current) => (typeof field === "string" ? from[field] : frameValue(from.frame, field.path));
  return JSON.stringify(read(seen)) !== JSON.stringify(read(newer));
}

function withValue(frame: Answers, path: string, value: unknown): Answers {
  const [group = "", key = ""] = path.split(".");
  const { [key]: _old, ...rest } = groupOf(frame, group);
  return { ...frame, [group]: value === undefined ? rest : { ...rest, [key]: value } };
}

function groupOf(frame: Answers, group: string): Record<string, unknown> {
  return (frame as Record<string, Record<string, unknown> | undefined>)[group] ?? {};
}
