import type { Messages } from "../messages/format";
import { escapeMarkdownLine } from "./markdown-escape";
import { namesLine, relationLines, statusWords } from "./record-links";
import { blocksToMarkdown, joinMarkdown, sectionBlocks, sectionToMarkdown } from "./render-blocks";
import { say } from "./say";
import type { AdrBlock, AdrDocument } from "./schema";

/**
 * The document in the practical form: context, decision, how it is implemented, and as consequences the benefits, the price
 * and the risks if it is not implemented. Status and date share the second line.
 * @example renderPractical(document, messages).startsWith("# ADR 003: ") // true
 */
export function renderPractical(document: AdrDocument, messages: Messages): string {
  const words = (key: string, params: Record<string, string> = {}) => say(messages, `adr.practical.${key}`, params);
  const part = (id: Parameters<typeof sectionBlocks>[1]) => sectionToMarkdown({ document, id, level: 3 });
  const heading = (key: string) => `## ${words(key)}`;
  const status = statusWords(document, messages);
  const title = escapeMarkdownLine(document.title);
  const number = String(document.number ?? 0).padStart(3, "0");
  const { decisionMakers } = document.people;
  return joinMarkdown([
    `# ${document.number === null ? words("headingOpen", { title }) : words("heading", { number, title })}`,
    document.date === null ? words("status", { status }) : words("dated", { status, date: document.date }),
    decisionMakers.length === 0 ? "" : say(messages, "adr.nygard.deciders", { names: namesLine(decisionMakers) }),
    relationLines(document, messages).join("\\\n"),
    heading("context"),
    blocksToMarkdown(sectionBlocks(document, "context"), 3),
    part("drivers"),
    heading("decision"),
    blocksToMarkdown(sectionBlocks(document, "outcome"), 3),
    part("options"),
    heading("implementation"),
    blocksToMarkdown(sectionBlocks(document, "implementation"), 3) || words("notWritten"),
    part("migration"),
    part("costs"),
    part("exit-plan"),
    heading("consequences"),
    labelled(words("benefits"), sectionBlocks(document, "good")),
    labelled(words("price"), sectionBlocks(document, "bad")),
    labelled(words("risks"), sectionBlocks(document, "not-implemented")) || `${words("risks")}\n\n${words("notWritten")}`,
    ...(["reconsider", "dissent", "assumptions", "candidates", "process", "sign-off", "verification"] as const).map(part),
  ]);
}

function labelled(label: string, blocks: readonly AdrBlock[]): string {
  return blocks.length === 0 ? "" : `${label}\n\n${blocksToMarkdown(blocks, 3)}`;
}
