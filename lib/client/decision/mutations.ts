import type { QueryClient } from "@tanstack/react-query";
import { type DecisionSection, type SectionView, sectionViewSchema } from "@/lib/domain/worksheet/schema";
import { ApiError, apiRequest } from "../api";
import { worksheetQueries } from "../worksheet/queries";
import type { SectionDraft, SendResult } from "./section-saver";

/** Saves one section and says what became of it, without throwing: the saver keeps the text in every other case. */
export function sectionSender(queryClient: QueryClient, worksheetId: string, section: DecisionSection) {
  return async (draft: SectionDraft): Promise<SendResult> => {
    try {
      const saved = await apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/decision`,
        body: { section, ...draft },
        schema: sectionViewSchema,
        keepalive: draft.text.length < KEEPALIVE_LIMIT,
      });
      await rememberSection(queryClient, worksheetId, saved);
      return { kind: "saved", section: saved };
    } catch (error) {
      return toResult(error);
    }
  };
}

// Browsers refuse keepalive bodies above 64 kB in sum.
const KEEPALIVE_LIMIT = 8_000;

export async function rememberSection(queryClient: QueryClient, worksheetId: string, section: SectionView) {
  const { queryKey } = worksheetQueries.detail(worksheetId);
  // A refetch that started before the save would put the old text back for a moment.
  await queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, (view) =>
    view === undefined ? view : { ...view, sections: [...view.sections.filter((other) => other.section !== section.section), section] },
  );
}

function toResult(error: unknown): SendResult {
  if (!(error instanceof ApiError)) return { kind: "refused", code: "internal" };
  const current = sectionViewSchema.safeParse(error.current);
  if (error.code === "stale_version" && current.success) return { kind: "stale", current: current.data };
  if (error.code === "offline" || error.code === "unavailable" || error.code === "too_many_requests") return { kind: "unreachable" };
  return { kind: "refused", code: error.code };
}
