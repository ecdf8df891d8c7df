"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useDocumentWording } from "@/components/ui/document-messages";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { exportedQuery } from "@/lib/client/decision/exported-query";
import { handworkQueries } from "@/lib/client/shortlist/queries";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { Desk } from "@/lib/domain/decision/desk";
import type { Messages } from "@/lib/domain/messages/format";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { commitmentsOf } from "@/lib/domain/workshop/dissent";
import { buildDraft } from "./build-draft";
import { buildExported } from "./build-exported";
import type { SectionTexts } from "./decision-screen";
import { PreviewFrame } from "./preview-frame";
import { RenderedDraft } from "./rendered-draft";

const NONE: Desk["marks"] = [];

/** The decision as its file reads, to look at or as Markdown, made in the browser by the same code as the export. */
export function AdrPreview({ view, texts }: { view: WorksheetView; texts: SectionTexts }) {
  return view.isFrozen ? <FrozenPreview view={view} /> : <DraftPreview view={view} texts={texts} />;
}

function FrozenPreview({ view }: { view: WorksheetView }) {
  const { icu } = useDocumentWording();
  const { data: file, isError } = useQuery(exportedQuery(view.id));
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  const { adr, revisions } = view;
  const draft = useMemo(
    () => (file && desk ? buildExported({ ...file, standing: { adr, revisions }, life: desk.life, messages: icu as Messages }) : null),
    [file, desk, adr, revisions, icu],
  );
  const [isSource, setSource] = useState(false);
  return (
    <PreviewFrame of="file" text={file?.markdown ?? null} hasFailed={isError} isSource={isSource} onSource={setSource}>
      {draft && !isSource && <RenderedDraft draft={draft} />}
    </PreviewFrame>
  );
}

function DraftPreview({ view, texts }: { view: WorksheetView; texts: SectionTexts }) {
  const { icu: messages } = useDocumentWording();
  const { data: evaluation } = useQuery(worksheetQueries.shortlist(view.id));
  const { data: handwork } = useQuery({ ...handworkQueries.detail(view.id), enabled: view.isRevealed });
  const { data: costs } = useQuery(worksheetQueries.costs(view.id));
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  const workshop = useWorkshop(view.id);
  const commitments = useMemo(() => commitmentsOf(workshop?.consentRounds ?? []), [workshop?.consentRounds]);
  const marks = desk?.marks ?? NONE;
  const draft = useMemo(
    () =>
      evaluation === undefined
        ? null
        : buildDraft({ view, texts, evaluation, handwork, costs: costs ?? null, marks, commitments, messages }),
    [view, texts, evaluation, handwork, costs, marks, commitments, messages],
  );
  const [isSource, setSource] = useState(false);
  return (
    <PreviewFrame
      text={draft?.markdown ?? null}
      hasFailed={evaluation !== undefined && draft === null}
      isSource={isSource}
      onSource={setSource}
    >
      {draft && !isSource && <RenderedDraft draft={draft} />}
    </PreviewFrame>
  );
}
