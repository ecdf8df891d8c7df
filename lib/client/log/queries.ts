import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type LogFilter, logFacetsSchema, logPageSchema } from "../../domain/log/schema";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** Every key of one log starts with `["space", id, "log"]`. */
export const logQueries = {
  search: (id: string, filter: LogFilter) =>
    infiniteQueryOptions({
      queryKey: ["space", id, "log", filter],
      queryFn: ({ pageParam, signal }) =>
        apiRequest({ path: `/spaces/${id}/log${logQuery(filter, pageParam)}`, schema: logPageSchema, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      retry: retryTransient,
    }),
  facets: (id: string) =>
    queryOptions({
      queryKey: ["space", id, "log", "facets"],
      queryFn: ({ signal }) => apiRequest({ path: `/spaces/${id}/log/facets`, schema: logFacetsSchema, signal }),
      retry: retryTransient,
    }),
};

/** The filters as they stand in an address, in one order, so that one view has one address. */
export function logQuery(filter: LogFilter, cursor: string | null = null): string {
  const params = new URLSearchParams();
  for (const key of ["q", "status", "engine", "tag", "due"] as const) if (filter[key]) params.set(key, filter[key]);
  if (cursor !== null) params.set("cursor", cursor);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
