import type { Messages } from "../messages/format";
import { escapeMarkdownLine } from "./markdown-escape";
import { namesLine, relationLines, statusWords } from "./record-links";
import { joinMarkdown } from "./render-blocks";
import { madrSections } from "./render-madr";
import { say } from "./say";
import type { AdrDocument } from "./schema";

/**
 * The document as log4brains reads it: its metadata as a list under the title, MADR's sections, relations under "Links".
 * @example renderLog4brains(document, messages).includes("\n- Status: accepted\n") // true
 */
export function renderLog4brains(document: AdrDocument, messages: Messages): string {
  const links = relationLines(document, messages);
  return joinMarkdown([
    `# ${escapeMarkdownLine(document.title)}`,
    metadataList(document, messages),
    ...madrSections({ ...document, relations: { supersededBy: [], supersedes: [] } }, messages),
    ...(links.length === 0 ? [] : [`## ${say(messages, "adr.link.links")}`, links.map((line) => `- ${line}`).join("\n")]),
  ]);
}

/**
 * Status, date and deciders as a list, which every reader of log4brains' form finds under the title.
 * @example metadataList(document, messages) // "- Status: accepted\n- Date: 2026-11-20\n- Deciders: Dee Okafor"
 */
export function metadataList(document: AdrDocument, messages: Messages): string {
  const { date, people } = document;
  return [
    `- Status: ${statusWords(document, messages)}`,
    ...(date === null ? [] : [`- Date: ${date}`]),
    ...(people.decisionMakers.length === 0 ? [] : [`- Deciders: ${namesLine(people.decisionMakers)}`]),
  ].join("\n");
}
