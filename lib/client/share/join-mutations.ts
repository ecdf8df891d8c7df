"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { memberCreatedSchema, sessionOpenedSchema } from "../../domain/share/schema";
import { apiRequest } from "../api";
import type { JoinCredential } from "./join-credential";
import { keepLinks } from "./kept-links";

/** Exchanges a token or a code for this browser's session. */
export function useOpenSession() {
  return useMutation({
    mutationFn: (credential: JoinCredential) =>
      apiRequest({ method: "POST", path: "/sessions", body: credential, schema: sessionOpenedSchema }),
  });
}

export function useJoinAsMember(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { name: string; observer?: boolean; another?: boolean; blind?: boolean }) =>
      apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/members`, body: input, schema: memberCreatedSchema }),
    onSuccess: ({ returnLink }) => {
      keepLinks(worksheetId, { return: returnLink, isReturnDismissed: false });
      // What this tab may have seen under another role is not this person's view.
      queryClient.removeQueries({ queryKey: ["worksheet", worksheetId] });
    },
  });
}
