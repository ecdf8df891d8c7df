import { queryOptions } from "@tanstack/react-query";
import { apiRequest } from "../api";

export const revisionQueries = {
  /** One frozen revision. It never changes, so it is read once. The record's schema comes with it, not with the page. */
  detail: (worksheetId: string, n: number, sha256: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "revision", n, sha256],
      queryFn: async ({ signal }) => {
        const { revisionReplySchema } = await import("./revision-reply");
        return apiRequest({ path: `/worksheets/${worksheetId}/revisions/${n}`, schema: revisionReplySchema, signal });
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

export const signOffQueries = {
  /** Rule, deadline, whose turn it is, and what became of mails. */
  detail: (worksheetId: string) =>
    queryOptions({
      queryKey: ["worksheet", worksheetId, "sign-off"],
      queryFn: async ({ signal }) => {
        const { signOffViewSchema } = await import("../../domain/sign-off/schema");
        return apiRequest({ path: `/worksheets/${worksheetId}/sign-off`, schema: signOffViewSchema, signal });
      },
    }),
};
