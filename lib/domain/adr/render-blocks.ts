import { escapeMarkdown, escapeMarkdownLine } from "./markdown-escape";
import type { AdrBlock, AdrDocument, AdrSectionId, AdrText, Task } from "./schema";

/**
 * Blocks as Markdown, one blank line between them. Headings among them start at `level`.
 * @example blocksToMarkdown([{ kind: "heading", text: "Why" }], 3) // "### Why"
 */
export function blocksToMarkdown(blocks: readonly AdrBlock[], level: number): string {
  return blocks
    .map((block) => blockToMarkdown(block, level))
    .filter((text) => text !== "")
    .join("\n\n");
}

/**
 * One section with its heading, or "" when the document has no such section.
 * @example sectionToMarkdown({ document, id: "dissent", level: 3 }) // "### Dissent\n\nNobody disagreed in writing."
 */
export function sectionToMarkdown(input: { document: AdrDocument; id: AdrSectionId; level: number; heading?: string }): string {
  const { document, id, level } = input;
  const section = document.sections.find((candidate) => candidate.id === id);
  if (section === undefined) return "";
  const heading = `${"#".repeat(level)} ${escapeMarkdownLine(input.heading ?? section.heading)}`;
  return `${heading}\n\n${blocksToMarkdown(section.blocks, level + 1)}`;
}

/**
 * The blocks of one section, none when the document has no such section.
 * @example sectionBlocks(document, "good") // []
 */
export function sectionBlocks(document: AdrDocument, id: AdrSectionId): readonly AdrBlock[] {
  return document.sections.find((section) => section.id === id)?.blocks ?? [];
}

/**
 * Parts of a Markdown file joined by blank lines, empty ones left out, with one line end at the end.
 * @example joinMarkdown(["# A", "", "b"]) // "# A\n\nb\n"
 */
export function joinMarkdown(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockToMarkdown(block: AdrBlock, level: number): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(Math.min(level, 6))} ${escapeMarkdownLine(block.text)}`;
    case "paragraph":
      return withNote(escapeMarkdown(block.text.text), block.text);
    case "quote":
      return quoteToMarkdown(block.text, block.by);
    case "list":
      return block.items.map((item) => `- ${withNote(escapeMarkdownLine(item.text), item)}`).join("\n");
    case "definition":
      return block.items.map((item) => `- ${term(item.term)} ${withNote(escapeMarkdownLine(item.text.text), item.text)}`).join("\n");
    case "tasks":
      return block.items.map(taskToMarkdown).join("\n");
    case "table":
      return tableToMarkdown(block);
    case "funnel":
    case "strips":
      // Their values stand in the table that follows.
      return image(block);
    case "figure":
    case "total":
      return [`${escapeMarkdownLine(block.title)}\\\n${escapeMarkdown(block.description)}`, image(block)].filter(Boolean).join("\n\n");
    default:
      return block satisfies never;
  }
}

/** The drawing itself, where the file travels with its drawings. */
function image({ file, title }: { file?: string; title: string }): string {
  return file === undefined ? "" : `![${escapeMarkdownLine(title)}](${file})`;
}

function withNote(text: string, { note }: AdrText): string {
  return note === "" ? text : `${text} (${escapeMarkdownLine(note.replace(/^\((.*)\)$/u, "$1"))})`;
}

function term(text: string): string {
  return `**${escapeMarkdownLine(text)}${/[?:]$/u.test(text.trim()) ? "" : ":"}**`;
}

/** What is to be written in stays as it is, so that it can be. */
function taskToMarkdown({ term: part, text, blank }: Task): string {
  return `- [ ] ${term(part)} ${withNote(`${escapeMarkdownLine(text.text)} ${blank}`, text)}`;
}

function quoteToMarkdown(text: string, by: string): string {
  const lines = text.split(/\r\n|\r|\n|\u0085|\u2028|\u2029/u).map((line) => `> ${escapeMarkdownLine(line)}`.trimEnd());
  return by === "" ? lines.join("\n") : `${lines.join("\n")}\n>\n> — ${escapeMarkdownLine(by)}`;
}

function tableToMarkdown({ caption, columns, rows }: Extract<AdrBlock, { kind: "table" }>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => escapeMarkdownLine(cell)).join(" | ")} |`;
  const rule = `| ${columns.map((column) => (column.align === "right" ? "---:" : "---")).join(" | ")} |`;
  const table = [line(columns.map((column) => column.label)), rule, ...rows.map(line)].join("\n");
  return caption === "" ? table : `**${escapeMarkdownLine(caption)}**\n\n${table}`;
}
