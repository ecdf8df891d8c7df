"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { joinCodeSchema, linkCreatedSchema } from "../../domain/share/schema";
import type { linkRoleSchema } from "../../domain/worksheet/schema";
import { routes } from "../../routes";
import { apiRequest, newOpId, noContent } from "../api";
import { worksheetQueries } from "../worksheet/queries";
import { forgetKeptDrafts } from "./kept-drafts";
import { forgetLinks, keepLinks } from "./kept-links";

type LinkRole = (typeof linkRoleSchema.options)[number];

/** A personal link for one member; keeps it in this tab when it is your own. */
export function useMakeReturnLink(worksheetId: string, { keep = true }: { keep?: boolean } = {}) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/members/${memberId}/return-link`,
        body: { opId: newOpId() },
        schema: linkCreatedSchema,
      }),
    onSuccess: ({ link }) => {
      if (keep) keepLinks(worksheetId, { return: link });
      return queryClient.invalidateQueries(worksheetQueries.links(worksheetId));
    },
  });
}

/** A new shared link of one kind. With `revokeOld` the earlier ones stop working, and so does whoever came in by them. */
export function useMakeLink(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { kind: LinkRole; revokeOld: boolean }) =>
      apiRequest({
        method: "POST",
        path: `/worksheets/${worksheetId}/links`,
        body: { opId: newOpId(), ...input },
        schema: linkCreatedSchema,
      }),
    onSuccess: ({ link }, { kind }) => {
      keepLinks(worksheetId, { [kind]: link });
      return queryClient.invalidateQueries(worksheetQueries.links(worksheetId));
    },
  });
}

export function useRevokeLink(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => apiRequest({ method: "DELETE", path: `/worksheets/${worksheetId}/links/${linkId}`, schema: noContent }),
    onSuccess: () => queryClient.invalidateQueries(worksheetQueries.links(worksheetId)),
  });
}

export function useMakeJoinCode(worksheetId: string) {
  return useMutation({
    mutationFn: () =>
      apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/code`, body: { opId: newOpId() }, schema: joinCodeSchema }),
  });
}

/** Ends this browser's session everywhere, then leaves by a full page load so that nothing stays in memory. */
export function useForgetBrowser() {
  return useMutation({
    mutationFn: () => apiRequest({ method: "DELETE", path: "/sessions", schema: noContent }),
    onSuccess: async () => {
      forgetLinks();
      await forgetKeptDrafts();
      window.location.assign(routes.home());
    },
  });
}
