import { queryOptions, useQuery } from "@tanstack/react-query";
import { workshopViewSchema } from "@/lib/domain/workshop/schema";
import { clockOffset } from "@/lib/domain/workshop/timer";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** How a worksheet is facilitated, with how far the server's clock is ahead of this one. */
export const workshopQueries = {
  detail: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "workshop"],
      queryFn: async ({ signal }) => {
        const sentAt = Date.now();
        const view = await apiRequest({ path: `/worksheets/${id}/workshop`, schema: workshopViewSchema, signal });
        return { ...view, offsetMs: clockOffset({ serverNow: view.now, sentAt, receivedAt: Date.now() }) };
      },
      retry: retryTransient,
    }),
};

/** Undefined until it is known; screens then show what does not depend on it. */
export function useWorkshop(id: string) {
  return useQuery(workshopQueries.detail(id)).data;
}
