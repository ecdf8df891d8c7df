"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { linkCreatedSchema } from "../../domain/share/schema";
import { apiKeyCreatedSchema, type KeyScope } from "../../domain/space/api-keys";
import { createdSpaceSchema, movedSchema, type SpaceRole, spaceMemberCreatedSchema, spaceOpenedSchema } from "../../domain/space/schema";
import { deletedSchema } from "../../domain/worksheet/keeping";
import type { KeepMonths } from "../../domain/worksheet/retention";
import { apiRequest, newOpId, noContent } from "../api";
import { keepLinks } from "../share/kept-links";
import { spaceQueries } from "./queries";

const doneSchema = z.object({});

/** The links of a new space are kept in this tab, like those of a worksheet. */
export function useCreateSpace() {
  return useMutation({
    mutationFn: (input: { name: string; yourName: string; language: string }) =>
      apiRequest({ method: "POST", path: "/spaces", body: input, schema: createdSpaceSchema }),
    onSuccess: ({ id, links }) => keepLinks(id, links),
  });
}

export function useOpenSpace() {
  return useMutation({
    mutationFn: (token: string) => apiRequest({ method: "POST", path: "/space-sessions", body: { token }, schema: spaceOpenedSchema }),
  });
}

export function useJoinSpace(id: string) {
  return useMutation({
    mutationFn: (name: string) =>
      apiRequest({ method: "POST", path: `/spaces/${id}/members`, body: { name }, schema: spaceMemberCreatedSchema }),
    onSuccess: ({ returnLink }) => keepLinks(id, { return: returnLink }),
  });
}

export function useStartInSpace(id: string) {
  return useMutation({
    mutationFn: (start: { title: string; keepMonths: KeepMonths | null }) =>
      apiRequest({
        method: "POST",
        path: `/spaces/${id}/worksheets`,
        body: { opId: newOpId(), ...start, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        schema: z.object({ id: z.string() }),
      }),
  });
}

export function useMoveIntoSpace(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (spaceId: string) =>
      apiRequest({ method: "PUT", path: `/worksheets/${worksheetId}/space`, body: { opId: newOpId(), spaceId }, schema: movedSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["worksheet", worksheetId] }),
  });
}

/** A seat in a worksheet of one's space; the view is another person's afterwards. */
export function useTakeSeat(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/seat`, body: {}, schema: z.object({ memberId: z.string() }) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["worksheet", worksheetId] }),
  });
}

/** What a facilitator changes about the space or one of its people; everything about the space is read anew. */
export function useChangeSpace(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SpaceChange) => apiRequest({ ...requestOf(id, change), schema: doneSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["space", id] }),
  });
}

export function useDeleteSpace(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { name: string; worksheets: "keep" | "delete" }) =>
      apiRequest({ method: "POST", path: `/spaces/${id}/deletion`, body: { opId: newOpId(), ...input }, schema: deletedSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: spaceQueries.list().queryKey }),
  });
}

export function useRestoreSpace() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      apiRequest({ method: "POST", path: `/spaces/${id}/restoration`, body: { opId: newOpId() }, schema: doneSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: spaceQueries.list().queryKey }),
  });
}

type SpaceChange =
  | { of: "settings"; name?: string; language?: string; nextNumber?: number; reason?: string }
  | { of: "member"; memberId: string; role: SpaceRole }
  | { of: "removal" | "erasure"; memberId: string };

function requestOf(id: string, change: SpaceChange) {
  const opId = newOpId();
  if (change.of === "removal" || change.of === "erasure")
    return { method: "POST", path: `/spaces/${id}/members/${change.memberId}/${change.of}`, body: { opId } } as const;
  if (change.of === "member")
    return { method: "PUT", path: `/spaces/${id}/members/${change.memberId}`, body: { opId, role: change.role } } as const;
  const { of: _of, ...settings } = change;
  return { method: "PUT", path: `/spaces/${id}`, body: { opId, ...settings } } as const;
}

export function useMakeSpaceLink(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { kind: SpaceRole; revokeOld: boolean }) =>
      apiRequest({ method: "POST", path: `/spaces/${id}/links`, body: { opId: newOpId(), ...input }, schema: linkCreatedSchema }),
    onSuccess: ({ link }, { kind }) => {
      keepLinks(id, { [kind]: link });
      return queryClient.invalidateQueries(spaceQueries.links(id));
    },
  });
}

export function useMakeSpaceReturnLink(id: string) {
  return useMutation({
    mutationFn: (memberId: string) =>
      apiRequest({
        method: "POST",
        path: `/spaces/${id}/members/${memberId}/return-link`,
        body: { opId: newOpId() },
        schema: linkCreatedSchema,
      }),
  });
}

export function useRevokeSpaceLink(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => apiRequest({ method: "DELETE", path: `/spaces/${id}/links/${linkId}`, schema: noContent }),
    onSuccess: () => queryClient.invalidateQueries(spaceQueries.links(id)),
  });
}

export function useMakeKey(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { name: string; scopes: KeyScope[]; days: number | null }) =>
      apiRequest({ method: "POST", path: `/spaces/${id}/keys`, body: { opId: newOpId(), ...input }, schema: apiKeyCreatedSchema }),
    onSuccess: () => queryClient.invalidateQueries(spaceQueries.keys(id)),
  });
}

export function useRevokeKey(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (keyId: string) => apiRequest({ method: "DELETE", path: `/spaces/${id}/keys/${keyId}`, schema: noContent }),
    onSuccess: () => queryClient.invalidateQueries(spaceQueries.keys(id)),
  });
}
