import type { Messages } from "../messages/format";
import { withoutEnd } from "../without-end";
import { oneLine } from "./block-text";
import { escapeMarkdown, escapeMarkdownLine } from "./markdown-escape";
import { relationLines } from "./record-links";
import { joinMarkdown, sectionBlocks, sectionToMarkdown } from "./render-blocks";
import { metadataList } from "./render-log4brains";
import { say } from "./say";
import type { AdrBlock, AdrDocument, AdrSectionId } from "./schema";

/**
 * The decision as one sentence (Zdun and others, "Sustainable Architectural Design Decisions", 2013): in the context of,
 * facing, we decided, and against, to achieve, accepting, because. Blank parts are left out.
 * @example renderYStatement(document, messages).includes("we decided: ") // true
 */
export function renderYStatement(document: AdrDocument, messages: Messages): string {
  const clauses: [string, string][] = [
    ["context", document.title],
    ["facing", driversText(document)],
    ["decided", document.summary.headline],
    ["neglected", document.summary.insteadOf],
    ["moving", document.summary.moving],
    ["achieve", sectionText(document, "good")],
    ["accepting", sectionText(document, "bad")],
    ["because", document.summary.why],
  ];
  const sentence = clauses
    .map(([key, text]) => [key, withoutEnd(oneLine(text), ".,;:!")] as const)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => say(messages, `adr.y.${key}`, { text }));
  return joinMarkdown([
    `# ${escapeMarkdownLine(document.title)}`,
    [metadataList(document, messages), ...relationLines(document, messages).map((line) => `- ${line}`)].join("\n"),
    escapeMarkdown(sentence.join("\n")),
    sectionToMarkdown({ document, id: "verification", level: 2 }),
  ]);
}

function driversText(document: AdrDocument): string {
  const [block] = sectionBlocks(document, "drivers");
  if (block?.kind !== "definition") return "";
  return block.items
    .slice(0, 3)
    .map((item) => `${item.term} ${item.text.text}`)
    .join("; ");
}

function sectionText(document: AdrDocument, id: AdrSectionId): string {
  return sectionBlocks(document, id).flatMap(textsOf).join("; ");
}

function textsOf(block: AdrBlock): string[] {
  if (block.kind === "list") return block.items.map((item) => item.text);
  return block.kind === "paragraph" ? [block.text.text] : [];
}
