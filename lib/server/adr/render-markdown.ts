import "server-only";
import { z } from "zod";
import { renderMadr } from "@/lib/domain/adr/render-madr";
import { renderNygard } from "@/lib/domain/adr/render-nygard";
import { renderYStatement } from "@/lib/domain/adr/render-y-statement";
import type { AdrDocument } from "@/lib/domain/adr/schema";
import { DOCUMENT_MESSAGES } from "../messages";

export const adrFormatSchema = z.enum(["madr", "nygard", "y-statement"]);
export type AdrFormat = z.infer<typeof adrFormatSchema>;

const RENDER = { madr: renderMadr, nygard: renderNygard, "y-statement": renderYStatement } as const;

export function renderAdr(document: AdrDocument, format: AdrFormat): string {
  return RENDER[format](document, DOCUMENT_MESSAGES);
}
