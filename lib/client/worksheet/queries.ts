import { queryOptions } from "@tanstack/react-query";
import { worksheetViewSchema } from "../../domain/worksheet/schema";
import { ApiError, apiRequest } from "../api";

/**
 * Every key of one worksheet starts with `["worksheet", id]`, so that one invalidation reaches all of them. The
 * schemas of the shortlist and the costs are fetched with them: the answer screen must not carry the engine.
 */
export const worksheetQueries = {
  detail: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id],
      queryFn: ({ signal }) => apiRequest({ path: `/worksheets/${id}`, schema: worksheetViewSchema, signal }),
      staleTime: 10_000,
      retry: retryTransient,
    }),
  shortlist: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "shortlist"],
      queryFn: async ({ signal }) => {
        const { evaluationSchema } = await import("../../domain/engine/schema");
        return apiRequest({ path: `/worksheets/${id}/shortlist`, schema: evaluationSchema, signal });
      },
      retry: retryTransient,
    }),
  costs: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "costs"],
      queryFn: async ({ signal }) => {
        const { worksheetCostViewSchema } = await import("../../domain/cost-settings/schema");
        return apiRequest({ path: `/worksheets/${id}/costs`, schema: worksheetCostViewSchema, signal });
      },
      retry: retryTransient,
    }),
  links: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "links"],
      queryFn: async ({ signal }) => {
        const { linkListSchema } = await import("../../domain/share/schema");
        return apiRequest({ path: `/worksheets/${id}/links`, schema: linkListSchema, signal });
      },
      retry: retryTransient,
    }),
  recent: () =>
    queryOptions({
      queryKey: ["recent"],
      queryFn: async ({ signal }) => {
        const { recentWorksheetsSchema } = await import("../../domain/share/schema");
        return apiRequest({ path: "/sessions", schema: recentWorksheetsSchema, signal });
      },
      retry: retryTransient,
    }),
};

/** A refusal stays a refusal; only a busy server or a lost line is worth asking again. */
export function retryTransient(failures: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  return failures < 3 && ["offline", "unavailable", "too_many_requests"].includes(error.code);
}
