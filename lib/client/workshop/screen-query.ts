import { queryOptions } from "@tanstack/react-query";
import { type ScreenView, screenViewSchema } from "@/lib/domain/workshop/screen";
import { clockOffset } from "@/lib/domain/workshop/timer";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** What the projector shows, with how far the server's clock is ahead of this one. */
export const screenQueries = {
  detail: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "screen"],
      queryFn: async ({ signal }): Promise<ScreenView & { offsetMs: number }> => {
        const sentAt = Date.now();
        const view = await apiRequest({ path: `/worksheets/${id}/screen`, schema: screenViewSchema, signal });
        return { ...view, offsetMs: clockOffset({ serverNow: view.workshop.now, sentAt, receivedAt: Date.now() }) };
      },
      retry: retryTransient,
    }),
};
