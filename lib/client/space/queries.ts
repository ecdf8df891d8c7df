import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** Every key of one space starts with `["space", id]`. Schemas are fetched with their first use: the start page lists spaces too. */
export const spaceQueries = {
  list: () =>
    queryOptions({
      queryKey: ["spaces"],
      queryFn: async ({ signal }) => {
        const { spaceListSchema } = await import("../../domain/space/schema");
        return apiRequest({ path: "/spaces", schema: spaceListSchema, signal });
      },
      retry: retryTransient,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: ["space", id],
      queryFn: async ({ signal }) => {
        const { spaceViewSchema } = await import("../../domain/space/schema");
        return apiRequest({ path: `/spaces/${id}`, schema: spaceViewSchema, signal });
      },
      retry: retryTransient,
    }),
  links: (id: string) =>
    queryOptions({
      queryKey: ["space", id, "links"],
      queryFn: async ({ signal }) => {
        const { spaceLinkListSchema } = await import("../../domain/space/schema");
        return apiRequest({ path: `/spaces/${id}/links`, schema: spaceLinkListSchema, signal });
      },
      retry: retryTransient,
    }),
  keys: (id: string) =>
    queryOptions({
      queryKey: ["space", id, "keys"],
      queryFn: async ({ signal }) => {
        const { apiKeyListSchema } = await import("../../domain/space/api-keys");
        return apiRequest({ path: `/spaces/${id}/keys`, schema: apiKeyListSchema, signal });
      },
      retry: retryTransient,
    }),
  numbers: (id: string) =>
    queryOptions({
      queryKey: ["space", id, "numbers"],
      queryFn: async ({ signal }) => {
        const { numberListSchema } = await import("../../domain/space/schema");
        return apiRequest({ path: `/spaces/${id}/numbers`, schema: numberListSchema, signal });
      },
      retry: retryTransient,
    }),
};
