"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { deletedSchema, duplicatedSchema } from "../../domain/worksheet/keeping";
import type { KeepMonths } from "../../domain/worksheet/retention";
import { routes } from "../../routes";
import { apiRequest, newOpId } from "../api";
import { keepLinks } from "../share/kept-links";
import { worksheetQueries } from "../worksheet/queries";

const seqSchema = z.object({ seq: z.number() });

export function useArchiveWorksheet(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (archived: boolean) =>
      apiRequest({ method: "PUT", path: `/worksheets/${id}/archive`, body: { opId: newOpId(), archived }, schema: seqSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(id).queryKey }),
  });
}

export function useSetRetention(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (keepMonths: KeepMonths | null) =>
      apiRequest({ method: "PUT", path: `/worksheets/${id}/retention`, body: { opId: newOpId(), keepMonths }, schema: seqSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(id).queryKey }),
  });
}

export function useDeleteWorksheet(id: string) {
  return useMutation({
    mutationFn: (title: string) =>
      apiRequest({ method: "POST", path: `/worksheets/${id}/deletion`, body: { opId: newOpId(), title }, schema: deletedSchema }),
  });
}

export function useRestoreWorksheet() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      apiRequest({ method: "POST", path: `/worksheets/${id}/restoration`, body: { opId: newOpId() }, schema: seqSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.recent().queryKey }),
  });
}

/** The copy's return link is shown this once, in this tab. */
export function useDuplicateWorksheet(id: string) {
  return useMutation({
    mutationFn: (kind: "frame" | "answers") =>
      apiRequest({ method: "POST", path: `/worksheets/${id}/duplicate`, body: { opId: newOpId(), with: kind }, schema: duplicatedSchema }),
    onSuccess: (copy) => keepLinks(copy.id, { return: `${routes.join()}#${copy.memberToken}` }),
  });
}

export function useImportWorksheet() {
  return useMutation({
    mutationFn: async ({ yourName, file }: { yourName: string; file: File }) =>
      apiRequest({ method: "POST", path: "/worksheets/import", body: { yourName, file: await readJson(file) }, schema: duplicatedSchema }),
    onSuccess: (made) => keepLinks(made.id, { return: `${routes.join()}#${made.memberToken}` }),
  });
}

/** What is no JSON is sent as its text, so that the server says what is wrong with it in the same words as always. */
async function readJson(file: File): Promise<unknown> {
  const text = await file.text();
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 200);
  }
}
