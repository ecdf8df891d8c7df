import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

export const reviewQueries = {
  /** The reviews of a decision, and the latest one compared. Below the worksheet's key, so that every change asks again. */
  list: (worksheetId: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "reviews"],
      queryFn: async ({ signal }) => {
        const { reviewsSchema } = await import("../../domain/review/schema");
        return apiRequest({ path: `/worksheets/${worksheetId}/reviews`, schema: reviewsSchema, signal });
      },
      retry: retryTransient,
    }),
};
