import "server-only";
import { z } from "zod";
import { ADR_FORMATS, type AdrFormat, renderAs } from "@/lib/domain/adr/formats";
import type { AdrDocument } from "@/lib/domain/adr/schema";
import { LOCALES } from "@/lib/domain/messages/locales";
import { documentMessages } from "../messages";

const localeSchema = z.enum(LOCALES);
export const adrFormatSchema = z.enum(ADR_FORMATS);

export function renderAdr(document: AdrDocument, format: AdrFormat): { text: string; fileName: string } {
  return renderAs({ format, document, messages: documentMessages(localeSchema.parse(document.lang)) });
}
