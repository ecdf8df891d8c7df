import type { Messages } from "../messages/format";
import { escapeMarkdownLine } from "./markdown-escape";
import { blocksToMarkdown, joinMarkdown, sectionBlocks, sectionToMarkdown } from "./render-blocks";
import { say } from "./say";
import type { AdrDocument } from "./schema";

/**
 * The document in Michael Nygard's form: number and title, date, status, context, decision, consequences. What stands
 * behind them (candidates, costs, assumptions, dissent, sign-off) follows as sections of Consequences.
 * @example renderNygard(document, messages).startsWith("# 3. Which database stores orders?") // true
 */
export function renderNygard(document: AdrDocument, messages: Messages): string {
  const heading = (key: string) => `## ${say(messages, `adr.nygard.${key}`)}`;
  const part = (id: Parameters<typeof sectionBlocks>[1]) => sectionToMarkdown({ document, id, level: 3 });
  return joinMarkdown([
    `# ${titleOf(document, messages)}`,
    document.date === null ? "" : say(messages, "adr.nygard.date", { date: document.date }),
    heading("status"),
    document.statusText,
    heading("context"),
    blocksToMarkdown(sectionBlocks(document, "context"), 3),
    part("drivers"),
    heading("decision"),
    blocksToMarkdown(sectionBlocks(document, "outcome"), 3),
    part("options"),
    heading("consequences"),
    ...(["good", "bad", "reconsider", "costs", "dissent", "exit-plan", "assumptions", "candidates"] as const).map(part),
    ...(["process", "sign-off", "verification"] as const).map(part),
  ]);
}

function titleOf(document: AdrDocument, messages: Messages): string {
  const title = escapeMarkdownLine(document.title);
  return document.number === null ? title : say(messages, "adr.nygard.heading", { number: String(document.number), title });
}
