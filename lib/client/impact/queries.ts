import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

export const impactQueries = {
  /** Which differences change the shortlist. Below the worksheet's key, so that every change asks again. */
  detail: (worksheetId: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "disagreement"],
      queryFn: async ({ signal }) => {
        const { disagreementSchema } = await import("../../domain/impact/schema");
        return apiRequest({ path: `/worksheets/${worksheetId}/disagreement`, schema: disagreementSchema, signal });
      },
      select: ({ impact }) => impact,
      retry: retryTransient,
    }),
};
