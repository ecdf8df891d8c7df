import "server-only";
import { type AdrInput, composeAdr } from "@/lib/domain/adr/compose-adr";
import { recordMessages } from "../messages";
import { type AdrPdfInput, renderAdrPdf } from "./render-pdf";

export type DraftInput = { document: Omit<AdrInput, "messages"> } & Omit<AdrPdfInput, "document" | "messages" | "sealed">;

/** The PDF of a decision that is not accepted: watermarked, with the record inside, and without a seal. */
export function renderDraft({ document, ...rest }: DraftInput) {
  const messages = recordMessages(document.record);
  return renderAdrPdf({ ...rest, document: composeAdr({ ...document, messages }), messages });
}
