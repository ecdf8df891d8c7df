import type { Messages } from "../messages/format";
import { oneLine } from "./block-text";
import { escapeMarkdownLine } from "./markdown-escape";
import { relationLines, statusWords } from "./record-links";
import { blocksToMarkdown, joinMarkdown, sectionBlocks, sectionToMarkdown } from "./render-blocks";
import { say } from "./say";
import type { AdrBlock, AdrDocument } from "./schema";
import { yamlList, yamlScalar } from "./yaml-scalar";

/**
 * The document as Markdown in the form of MADR 4 (https://adr.github.io/madr/): front matter, then its sections in its
 * order; what MADR has no place for stands under "More Information".
 * @example renderMadr(document, messages).startsWith("---\nstatus: ") // true
 */
export function renderMadr(document: AdrDocument, messages: Messages): string {
  return joinMarkdown([frontMatter(document, messages), `# ${escapeMarkdownLine(document.title)}`, ...madrSections(document, messages)]);
}

/**
 * The sections of MADR 4 without the file's front matter and title.
 * @example madrSections(document, messages)[0].startsWith("## Context and Problem Statement") // true
 */
export function madrSections(document: AdrDocument, messages: Messages): string[] {
  const heading = (key: string) => say(messages, `adr.madr.${key}`);
  const section = (id: Parameters<typeof sectionBlocks>[1], level: number, name?: string) =>
    sectionToMarkdown(name === undefined ? { document, id, level } : { document, id, level, heading: name });
  const relations = relationLines(document, messages);
  return [
    section("context", 2, heading("context")),
    section("drivers", 2, heading("drivers")),
    section("options", 2, heading("options")),
    `## ${heading("outcome")}`,
    chosenLine(document, messages),
    blocksToMarkdown(sectionBlocks(document, "outcome"), 3),
    section("implementation", 3),
    section("migration", 3),
    consequences(document, messages),
    section("reconsider", 3, heading("confirmation")),
    section("candidates", 2, heading("pros")),
    `## ${heading("more")}`,
    relations.map((line) => `- ${line}`).join("\n"),
    ...MORE.map((id) => section(id, 3)),
  ];
}

const MORE = ["costs", "assumptions", "dissent", "not-implemented", "exit-plan", "process", "sign-off", "verification"] as const;

/**
 * The same file while the decision is still being written: status draft, no number, no hash, whatever the document says.
 * @example renderDraftMadr(document, messages).includes("status: \"draft\"") // true
 */
export function renderDraftMadr(document: AdrDocument, messages: Messages): string {
  const sections = document.sections.filter((section) => section.id !== "verification" && section.id !== "sign-off");
  return renderMadr({ ...document, status: "draft", number: null, date: null, sha256: null, revision: null, sections }, messages);
}

function frontMatter(document: AdrDocument, messages: Messages): string {
  const { date, people, sha256, revision } = document;
  return [
    "---",
    `status: ${yamlScalar(statusWords(document, messages))}`,
    ...(date === null ? [] : [`date: ${yamlScalar(date)}`]),
    ...yamlList("decision-makers", people.decisionMakers),
    ...yamlList("consulted", people.consulted),
    ...yamlList("informed", people.informed),
    ...(revision === null ? [] : [`revision: ${revision}`]),
    ...(sha256 === null ? [] : [`record-sha256: ${yamlScalar(sha256)}`]),
    "---",
  ].join("\n");
}

function chosenLine(document: AdrDocument, messages: Messages): string {
  const option = document.chosen ?? document.summary.headline.replace(/[.!]$/u, "");
  const [reason = "", ...rest] = document.summary.why.split(/\n\s*\n/u);
  const text = say(messages, "adr.madr.chosen", { option: oneLine(option) });
  const because = rest.length === 0 ? oneLine(reason) : `${oneLine(reason)} …`;
  return `${escapeMarkdownLine(text)} ${escapeMarkdownLine(because)}`;
}

function consequences(document: AdrDocument, messages: Messages): string {
  const lines = [...effects(document, "good", messages), ...effects(document, "bad", messages)];
  return lines.length === 0 ? "" : `### ${say(messages, "adr.madr.consequences")}\n\n${lines.join("\n")}`;
}

function effects(document: AdrDocument, kind: "good" | "bad", messages: Messages): string[] {
  return sectionBlocks(document, kind)
    .flatMap(textsOf)
    .map((text) => `- ${escapeMarkdownLine(say(messages, `adr.madr.${kind}`, { text: oneLine(text) }))}`);
}

function textsOf(block: AdrBlock): string[] {
  if (block.kind === "list") return block.items.map((item) => item.text);
  return block.kind === "paragraph" ? [block.text.text] : [];
}
