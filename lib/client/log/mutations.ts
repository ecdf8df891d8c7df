"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { apiRequest, newOpId } from "../api";

export function useSetTags(spaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ entryId, tags }: { entryId: string; tags: string[] }) =>
      apiRequest({ method: "PUT", path: `/spaces/${spaceId}/log/${entryId}/tags`, body: { opId: newOpId(), tags }, schema: z.object({}) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["space", spaceId, "log"] }),
  });
}

export function useSetReplaced(spaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ entryId, ...input }: { entryId: string; by: string | null; isPartial: boolean }) =>
      apiRequest({
        method: "PUT",
        path: `/spaces/${spaceId}/log/${entryId}/replaced`,
        body: { opId: newOpId(), ...input },
        schema: z.object({}),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["space", spaceId, "log"] }),
  });
}
