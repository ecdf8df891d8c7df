import "server-only";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { renderAdrPdf } from "../adr/render-pdf";
import { makeSealedPdf } from "../seal/make-sealed-pdf";

/** What the worker thread can do: each takes and gives plain data and bytes. */
export const TASKS = {
  renderAdrPdf,
  makeSealedPdf,
  verifyFile: ({ bytes, roots }: { bytes: Uint8Array; roots: readonly string[] | null }) => verifyFile(bytes, { roots }),
} as const;
