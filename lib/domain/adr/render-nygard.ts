import type { Messages } from "../messages/format";
import { escapeMarkdownLine } from "./markdown-escape";
import { adrToolsLink, namesLine } from "./record-links";
import { blocksToMarkdown, joinMarkdown, sectionBlocks, sectionToMarkdown } from "./render-blocks";
import { say } from "./say";
import type { AdrDocument, AdrLink } from "./schema";

/**
 * The document in Michael Nygard's form: number and title, date, status, context, decision, consequences. What stands
 * behind them (candidates, costs, assumptions, dissent, sign-off) follows as sections of Consequences.
 * @example renderNygard(document, messages).startsWith("# 3. Which database stores orders?") // true
 */
export function renderNygard(document: AdrDocument, messages: Messages): string {
  const heading = (key: string) => `## ${say(messages, `adr.nygard.${key}`)}`;
  const { decisionMakers } = document.people;
  const part = (id: Parameters<typeof sectionBlocks>[1]) => sectionToMarkdown({ document, id, level: 3 });
  return joinMarkdown([
    `# ${titleOf(document, messages)}`,
    document.date === null ? "" : say(messages, "adr.nygard.date", { date: document.date }),
    decisionMakers.length === 0 ? "" : say(messages, "adr.nygard.deciders", { names: namesLine(decisionMakers) }),
    heading("status"),
    ...statusLines(document, messages),
    heading("context"),
    blocksToMarkdown(sectionBlocks(document, "context"), 3),
    part("drivers"),
    heading("decision"),
    blocksToMarkdown(sectionBlocks(document, "outcome"), 3),
    part("options"),
    part("implementation"),
    part("migration"),
    heading("consequences"),
    ...(["good", "bad", "not-implemented", "reconsider", "costs", "dissent", "exit-plan", "assumptions", "candidates"] as const).map(part),
    ...(["process", "sign-off", "verification"] as const).map(part),
  ]);
}

/** Words that adr-tools and other readers know, whatever the document's language. A superseded record has lost its word and keeps the link, as `adr new -s` leaves it; the spelling is that tool's. */
function statusLines({ status, relations }: AdrDocument, messages: Messages): string[] {
  const line = (key: string) => (link: AdrLink) => say(messages, `adr.nygard.${key}`, { link: adrToolsLink(link) });
  const whole = relations.supersededBy.filter((link) => !link.isPartial);
  return [
    ...(status === "superseded" && whole.length > 0 ? [] : [capital(status)]),
    ...whole.map(line("supersededBy")),
    ...relations.supersededBy.filter((link) => link.isPartial).map(line("supersededInPartBy")),
    ...relations.supersedes.map((link) => line(link.isPartial ? "supersedesInPart" : "supersedes")(link)),
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function titleOf(document: AdrDocument, messages: Messages): string {
  const title = escapeMarkdownLine(document.title);
  return document.number === null ? title : say(messages, "adr.nygard.heading", { number: String(document.number), title });
}
