import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** What settling each difference is worth in money; the server counts it, because the price book is large. */
export function worthQuery(worksheetId: string) {
  return queryOptions({
    queryKey: ["worksheet", worksheetId, "worth"],
    queryFn: async ({ signal }) => {
      const { worthSchema } = await import("@/lib/domain/worksheet/worth-schema");
      return apiRequest({ path: `/worksheets/${worksheetId}/worth`, schema: worthSchema, signal });
    },
    retry: retryTransient,
  });
}
