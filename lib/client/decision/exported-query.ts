import { queryOptions } from "@tanstack/react-query";
import { files } from "../../routes";
import { ApiError, apiRequest } from "../api";
import { retryTransient } from "../worksheet/queries";

/** The frozen decision: its Markdown file, and the record that its drawings are made from. The record's schema comes with it. */
export const exportedQuery = (worksheetId: string) =>
  queryOptions({
    queryKey: ["worksheet", worksheetId, "exported"],
    queryFn: async ({ signal }) => {
      const { recordExportSchema } = await import("../../domain/record/export-json");
      const [exported, markdown] = await Promise.all([
        apiRequest({ path: `/worksheets/${worksheetId}/record.json`, schema: recordExportSchema, signal }),
        textOf(files.adrMarkdown(worksheetId), signal),
      ]);
      return { exported, markdown };
    },
    retry: retryTransient,
  });

async function textOf(address: string, signal: AbortSignal): Promise<string> {
  const reply = await fetch(address, { signal, cache: "no-store" });
  if (!reply.ok) throw new ApiError("unavailable", { status: reply.status });
  return reply.text();
}
