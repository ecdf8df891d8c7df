import "server-only";
import { type ImportSource, importReport } from "@/lib/domain/adr-import/import-report";
import { survivalShare } from "@/lib/domain/impact/survival-share";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { worthOfSettling } from "@/lib/domain/worksheet/worth";
import { type DraftInput, renderDraft } from "../adr/render-draft";
import { makeSealedPdf } from "../seal/make-sealed-pdf";

/** What the worker thread can do: each takes and gives plain data and bytes. */
export const TASKS = {
  renderDraft: (input: DraftInput) => renderDraft(input),
  makeSealedPdf,
  readRecords: (sources: readonly ImportSource[]) => importReport(sources),
  worthOfSettling,
  survivalShare,
  verifyFile: ({ bytes, roots }: { bytes: Uint8Array; roots: readonly string[] | null }) => verifyFile(bytes, { roots }),
} as const;
