import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** Whose webhooks: a path below the API, as both have the same routes. */
export type HookOwner = `/spaces/${string}` | `/worksheets/${string}`;

const FRESH_MS = 4_000;

export const webhookQueries = {
  /** Asked again while it is looked at, as deliveries go on by themselves. */
  list: (owner: HookOwner) =>
    queryOptions({
      queryKey: ["webhooks", owner],
      queryFn: async ({ signal }) => {
        const { webhookListSchema } = await import("../../domain/space/webhooks");
        return apiRequest({ path: `${owner}/webhooks`, schema: webhookListSchema, signal });
      },
      refetchInterval: FRESH_MS,
      retry: retryTransient,
    }),
  feeds: (spaceId: string) =>
    queryOptions({
      queryKey: ["feeds", spaceId],
      queryFn: async ({ signal }) => {
        const { feedListSchema } = await import("../../domain/space/feeds");
        return apiRequest({ path: `/spaces/${spaceId}/feeds`, schema: feedListSchema, signal });
      },
      retry: retryTransient,
    }),
};
