"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { z } from "zod";
import type { Answers } from "../../domain/answers/schema";
import { type FrameInput, frameInputSchema } from "../../domain/worksheet/inputs";
import { frameAnswersSchema, type WorksheetView } from "../../domain/worksheet/schema";
import { ApiError, apiRequest, newOpId } from "../api";
import { worksheetQueries } from "./queries";

/** One field of the frame sheet: its text parts by name, everything else by answer path. */
export type FrameField = "title" | "scope" | "adrNumber" | "language" | { path: string };
export type FrameChange = {
  field: FrameField;
  value: unknown;
  /** Whether the team's value is the one this change was made on, or already this change. */
  isExpected: (team: unknown) => boolean;
};
export type FrameOutcome =
  | { kind: "saved" }
  | { kind: "conflict"; theirs: unknown }
  | { kind: "unreachable"; isOffline: boolean }
  | { kind: "refused"; code: string };

/**
 * Saves the frame field by field, one request at a time. The server keeps the frame as one value with one version, so
 * a stale save is put on top of what it now has, unless the very same field changed there: then a person chooses.
 */
export function useFrameSaver(id: string) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    let last: Promise<unknown> = Promise.resolve();
    return (change: FrameChange): Promise<FrameOutcome> => {
      const save = last.then(() => saveField(queryClient, id, change));
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

type Current = Pick<WorksheetView, "title" | "scope" | "frame" | "frameVersion">;

const TRIES = 4;
const currentSchema = z.object({ title: z.string(), scope: z.string(), frame: frameAnswersSchema, version: z.number() });

async function saveField(queryClient: QueryClient, id: string, change: FrameChange): Promise<FrameOutcome> {
  const { queryKey } = worksheetQueries.detail(id);
  const seen = queryClient.getQueryData(queryKey);
  if (!seen) return { kind: "unreachable", isOffline: false };
  const { title, scope, frame, frameVersion } = seen;
  let current: Current = { title, scope, frame, frameVersion };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (isChangedThere(current, change)) {
      const newer = current;
      queryClient.setQueryData(queryKey, (view) => view && { ...view, ...newer });
      return { kind: "conflict", theirs: teamValue(current, change.field) };
    }
    try {
      const { seq, version } = await putFrame(id, { baseVersion: current.frameVersion, ...bodyOf(current, change) });
      const next = { ...current, ...shownOf(current, change), frameVersion: version };
      queryClient.setQueryData(queryKey, (view) => view && { ...view, ...next, seq: Math.max(view.seq, seq) });
      return { kind: "saved" };
    } catch (error) {
      const newer = currentOf(error);
      if (newer === null) return failed(error);
      current = newer;
    }
  }
  return { kind: "unreachable", isOffline: false };
}

function putFrame(id: string, input: Omit<FrameInput, "opId">) {
  return apiRequest({
    method: "PUT",
    path: `/worksheets/${id}/frame`,
    body: { opId: newOpId(), ...input },
    schema: z.object({ seq: z.number(), version: z.number() }),
  });
}

/** What another try may mend is tried again; a clear refusal is not. */
function failed(error: unknown): FrameOutcome {
  const code = error instanceof ApiError ? error.code : "internal";
  const isPassing = ["offline", "unavailable", "too_many_requests", "internal"].includes(code);
  return isPassing ? { kind: "unreachable", isOffline: code === "offline" } : { kind: "refused", code };
}

function currentOf(error: unknown): Current | null {
  if (!(error instanceof ApiError) || error.code !== "stale_version") return null;
  const parsed = currentSchema.safeParse(error.current);
  if (!parsed.success) return null;
  const { version, ...rest } = parsed.data;
  return { ...rest, frameVersion: version };
}

function bodyOf(current: Current, { field, value }: FrameChange): Omit<FrameInput, "opId" | "baseVersion"> {
  if (field === "title" || field === "scope") return { [field]: String(value) };
  if (field === "adrNumber") return { adrNumber: Number(value) };
  if (field === "language") return { language: frameInputSchema.shape.language.parse(value) };
  return { frame: withValue(current.frame, field.path, value) };
}

function shownOf(current: Current, change: FrameChange): Partial<Current> {
  return isOfTheRecord(change.field) ? {} : { ...current, ...bodyOf(current, change) };
}

function isChangedThere(current: Current, { field, isExpected }: FrameChange): boolean {
  return !isOfTheRecord(field) && !isExpected(teamValue(current, field));
}

function teamValue(current: Current, field: FrameField): unknown {
  if (isOfTheRecord(field)) return undefined;
  return typeof field === "string" ? current[field] : frameValue(current.frame, field.path);
}

/** What the record is numbered and written in, which no conflict is asked about: the last choice holds. */
function isOfTheRecord(field: FrameField): field is "adrNumber" | "language" {
  return field === "adrNumber" || field === "language";
}

function withValue(frame: Answers, path: string, value: unknown): Answers {
  const [group = "", key = ""] = path.split(".");
  const { [key]: _old, ...rest } = groupOf(frame, group);
  return { ...frame, [group]: value === undefined ? rest : { ...rest, [key]: value } };
}

function groupOf(frame: Answers, group: string): Record<string, unknown> {
  return (frame as Record<string, Record<string, unknown> | undefined>)[group] ?? {};
}
