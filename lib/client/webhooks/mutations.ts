"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { feedCreatedSchema } from "../../domain/space/feeds";
import { type WebhookEvent, webhookCreatedSchema } from "../../domain/space/webhooks";
import { apiRequest, newOpId, noContent } from "../api";
import { type HookOwner, webhookQueries } from "./queries";

export function useAddWebhook(owner: HookOwner) {
  return useHookMutation(owner, (input: { url: string; events: WebhookEvent[] }) =>
    apiRequest({ method: "POST", path: `${owner}/webhooks`, body: { opId: newOpId(), ...input }, schema: webhookCreatedSchema }),
  );
}

export function useRemoveWebhook(owner: HookOwner) {
  return useHookMutation(owner, (webhookId: string) =>
    apiRequest({ method: "DELETE", path: `${owner}/webhooks/${webhookId}`, schema: noContent }),
  );
}

export function usePing(owner: HookOwner) {
  return useHookMutation(owner, (webhookId: string) => send(`${owner}/webhooks/${webhookId}/ping`));
}

/** Sends a delivery that ended once more. */
export function useRedeliver(owner: HookOwner) {
  return useHookMutation(owner, ({ webhookId, deliveryId }: { webhookId: string; deliveryId: string }) =>
    send(`${owner}/webhooks/${webhookId}/deliveries/${deliveryId}/redelivery`),
  );
}

export function useCreateFeed(spaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      apiRequest({ method: "POST", path: `/spaces/${spaceId}/feeds`, body: { opId: newOpId(), name }, schema: feedCreatedSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookQueries.feeds(spaceId).queryKey }),
  });
}

export function useRevokeFeed(spaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (feedId: string) => apiRequest({ method: "DELETE", path: `/spaces/${spaceId}/feeds/${feedId}`, schema: noContent }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookQueries.feeds(spaceId).queryKey }),
  });
}

const send = (path: string) => apiRequest({ method: "POST", path, body: { opId: newOpId() }, schema: z.object({}) });

function useHookMutation<I, R>(owner: HookOwner, mutationFn: (input: I) => Promise<R>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookQueries.list(owner).queryKey }) });
}
