import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** Below the worksheet's key, so that every change asks again. */
export const handworkQueries = {
  detail: (worksheetId: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "candidates"],
      queryFn: async ({ signal }) => {
        const { handworkSchema } = await import("../../domain/candidates/schema");
        return apiRequest({ path: `/worksheets/${worksheetId}/candidates`, schema: handworkSchema, signal });
      },
      retry: retryTransient,
    }),
};

export const rerunQueries = {
  detail: (worksheetId: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "rerun"],
      queryFn: async ({ signal }) => {
        const { rerunSchema } = await import("../../domain/engine/rerun-schema");
        return apiRequest({ path: `/worksheets/${worksheetId}/rerun`, schema: rerunSchema, signal });
      },
      retry: retryTransient,
    }),
};
