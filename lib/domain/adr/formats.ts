import type { Messages } from "../messages/format";
import { adrFileName, datedFileName } from "./file-name";
import { renderLog4brains } from "./render-log4brains";
import { renderMadr } from "./render-madr";
import { renderNygard } from "./render-nygard";
import { renderPractical } from "./render-practical";
import { renderYStatement } from "./render-y-statement";
import type { AdrDocument, AdrLink } from "./schema";

/** The forms a record is written in, all of one document. */
export const ADR_FORMATS = ["madr", "nygard", "y-statement", "practical", "log4brains"] as const;
export type AdrFormat = (typeof ADR_FORMATS)[number];

const RENDER: Record<AdrFormat, (document: AdrDocument, messages: Messages) => string> = {
  madr: renderMadr,
  nygard: renderNygard,
  "y-statement": renderYStatement,
  practical: renderPractical,
  log4brains: renderLog4brains,
};

type RenderInput = { format: AdrFormat; document: AdrDocument; messages: Messages };

/**
 * The document as Markdown in one of its forms, and the name its file has there: numbered, or dated for log4brains.
 * @example renderAs({ format: "log4brains", document, messages }).fileName // "20261120-which-database-stores-orders.md"
 */
export function renderAs({ format, document, messages }: RenderInput): { text: string; fileName: string } {
  if (format !== "log4brains") return { text: RENDER[format](document, messages), fileName: adrFileName(document.number, document.title) };
  const { supersededBy, supersedes } = document.relations;
  const relations = { supersededBy: supersededBy.map(byDay), supersedes: supersedes.map(byDay) };
  return { text: RENDER[format]({ ...document, relations }, messages), fileName: datedFileName(document.date, document.title) };
}

const byDay = (link: AdrLink): AdrLink => ({ ...link, fileName: link.datedName ?? link.fileName });
