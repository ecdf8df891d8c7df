import "server-only";
import { type ImportSource, importReport } from "@/lib/domain/adr-import/import-report";
import { parseAdr } from "@/lib/domain/adr-import/parse-adr";
import { worksheetDisagreement } from "@/lib/domain/impact/disagreement";
import type { ByHand } from "@/lib/domain/impact/engine-columns";
import type { RevealedView } from "@/lib/domain/impact/impact-input";
import { survivalShare } from "@/lib/domain/impact/survival-share";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { worthOfSettling } from "@/lib/domain/worksheet/worth";
import { readWorksheetFile } from "@/lib/domain/worksheet-file/read-file";
import { type DraftInput, renderDraft } from "../adr/render-draft";
import { makeSealedPdf } from "../seal/make-sealed-pdf";

/** What the worker thread can do: each takes and gives plain data and bytes. */
export const TASKS = {
  renderDraft: (input: DraftInput) => renderDraft(input),
  makeSealedPdf,
  parseAdr: ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }) => parseAdr(bytes, fileName),
  readRecords: (sources: readonly ImportSource[]) => importReport(sources),
  readWorksheetFile: (value: unknown) => readWorksheetFile(value),
  worthOfSettling,
  survivalShare,
  worksheetDisagreement: ({ view, byHand }: { view: RevealedView; byHand: ByHand }) => worksheetDisagreement(view, byHand),
  verifyFile: ({ bytes, roots }: { bytes: Uint8Array; roots: readonly string[] | null }) => verifyFile(bytes, { roots }),
} as const;
