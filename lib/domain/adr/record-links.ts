import type { Messages } from "../messages/format";
import { escapeMarkdownLine } from "./markdown-escape";
import { say } from "./say";
import type { AdrDocument, AdrLink } from "./schema";

/**
 * A link to another record as adr-tools writes it, "3. Title" before the file.
 * @example adrToolsLink({ number: 3, title: "A", fileName: "0003-a.md", isPartial: false }) // "[3. A](0003-a.md)"
 */
export function adrToolsLink({ number, title, fileName }: AdrLink): string {
  const text = escapeMarkdownLine(title);
  return `[${number === null ? text : `${number}. ${text}`}](${fileName})`;
}

/**
 * A link to another record by its label, or by its file's name where it has no number.
 * @example labelLink({ number: 3, title: "A", fileName: "0003-a.md", isPartial: false }, messages) // "[ADR-0003](0003-a.md)"
 */
export function labelLink({ number, fileName }: AdrLink, messages: Messages): string {
  const label =
    number === null ? fileName.replace(/\.md$/u, "") : say(messages, "adr.link.label", { number: String(number).padStart(4, "0") });
  return `[${escapeMarkdownLine(label)}](${fileName})`;
}

/**
 * The status in one lower-case word, or "superseded by" with the link where another record replaces all of this one.
 * @example statusWords(document, messages) // "accepted"
 */
export function statusWords({ status, relations }: AdrDocument, messages: Messages): string {
  const replacement = relations.supersededBy.find((link) => !link.isPartial);
  if (status !== "superseded" || replacement === undefined) return status;
  return say(messages, "adr.link.supersededBy", { link: labelLink(replacement, messages) });
}

/**
 * What this record replaces, and what replaces parts of it, one line each.
 * @example relationLines(document, messages) // ["Supersedes [ADR-0002](0002-a.md)"]
 */
export function relationLines({ relations }: AdrDocument, messages: Messages): string[] {
  const line = (key: string) => (link: AdrLink) => say(messages, `adr.link.${key}`, { link: labelLink(link, messages) });
  return [
    ...relations.supersededBy.filter((link) => link.isPartial).map(line("supersededInPartBy")),
    ...relations.supersedes.filter((link) => !link.isPartial).map(line("supersedes")),
    ...relations.supersedes.filter((link) => link.isPartial).map(line("supersedesInPart")),
  ];
}

/**
 * Names in one line. A comma ends a name for every reader of such lines, so one inside a name becomes a blank.
 * @example namesLine(["Ada", "Bo, Jr"]) // "Ada, Bo Jr"
 */
export function namesLine(names: readonly string[]): string {
  return names.map((name) => escapeMarkdownLine(name.replaceAll(/[,;]\s*/gu, " "))).join(", ");
}
