"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDocumentMessages } from "@/components/ui/document-messages";
import { handworkQueries } from "@/lib/client/shortlist/queries";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { buildDraft } from "./build-draft";
import type { SectionTexts } from "./decision-screen";
import { PreviewFrame } from "./preview-frame";

/** The Markdown as it would be exported now, made in the browser by the same code as the export. */
export function AdrPreview({ view, texts }: { view: WorksheetView; texts: SectionTexts }) {
  const messages = useDocumentMessages();
  const { data: evaluation } = useQuery(worksheetQueries.shortlist(view.id));
  const { data: handwork } = useQuery({ ...handworkQueries.detail(view.id), enabled: view.isRevealed });
  const { data: costs } = useQuery(worksheetQueries.costs(view.id));
  const markdown = useMemo(
    () => (evaluation === undefined ? null : buildDraft({ view, texts, evaluation, handwork, costs: costs ?? null, messages })),
    [view, texts, evaluation, handwork, costs, messages],
  );
  return <PreviewFrame text={markdown} hasFailed={evaluation !== undefined && markdown === null} />;
}
