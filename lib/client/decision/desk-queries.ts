import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { deskSchema, sectionVersionSchema } from "../../domain/decision/desk";
import type { DecisionSection } from "../../domain/worksheet/schema";
import { apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

const axis = z.object({ score: z.number(), reason: z.string() });
const systemSchema = z.looseObject({
  lock_in: z.object({ query_language: axis, schema_and_types: axis, tooling: axis, egress: axis, total: z.number() }),
});

export const deskQueries = {
  /** What stands beside the texts of the decision. */
  desk: (id: string) =>
    queryOptions({
      queryKey: ["worksheet", id, "desk"],
      queryFn: ({ signal }) => apiRequest({ path: `/worksheets/${id}/decision`, schema: deskSchema, signal }),
      retry: retryTransient,
    }),
  history: (id: string, section: DecisionSection) =>
    queryOptions({
      queryKey: ["worksheet", id, "history", section],
      queryFn: ({ signal }) =>
        apiRequest({ path: `/worksheets/${id}/decision/${section}/history`, schema: z.array(sectionVersionSchema), signal }),
      retry: retryTransient,
    }),
  /** The lock-in of the chosen candidate; a system that the team added is not in the catalogue. */
  lockIn: (candidate: string | null) =>
    queryOptions({
      queryKey: ["catalogue", candidate, "lock-in"],
      queryFn: ({ signal }) => apiRequest({ path: `/catalogue/${encodeURIComponent(candidate ?? "")}`, schema: systemSchema, signal }),
      enabled: candidate !== null,
      staleTime: Number.POSITIVE_INFINITY,
      retry: retryTransient,
    }),
};
