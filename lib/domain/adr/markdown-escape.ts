import { withoutEnd } from "../without-end";

/**
 * Text as Markdown that renders as that text: no heading, list, table, link, HTML, code or mathematics can come out of
 * it. Lines stay lines. Bidirectional controls and other invisible controls are written as U+XXXX, because a reader
 * must see what was signed.
 * @example escapeMarkdown("# <b>1*2*3</b>") // "\\# \\<b>1\\*2\\*3\\</b>"
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .split("\n")
    .map((line) => escapeLineStart(escapeInline(line.trim())))
    .filter((line) => line !== "")
    .join("\\\n");
}

/**
 * The same on one line, for headings, list items and table cells.
 * @example escapeMarkdownLine("a\n| b #") // "a \\| b \\#"
 */
export function escapeMarkdownLine(text: string): string {
  const line = visible(text).replaceAll(/\s+/gu, " ").trim();
  return escapeLineStart(escapeInline(line));
}

/**
 * Text whose controls can be seen: line ends become `\n`, a tab a blank, every other control or bidirectional mark U+XXXX.
 * @example visible("a\u202Eb") // "aU+202Eb"
 */
export function visible(text: string): string {
  return text
    .replaceAll(/\r\n|\r|\u0085|\u2028|\u2029/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(CONTROLS, (control) => `U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for.
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

function escapeInline(line: string): string {
  return (
    line
      .replaceAll(/[\\`*_[\]<|~]/gu, (sign) => `\\${sign}`)
      .replaceAll(/&(?=#?[a-z0-9]+;)/giu, "\\&")
      // GitHub reads $x$ as mathematics; a lone price stays readable.
      .replaceAll(/\$(?=\S(?:[^$]*\S)?\$(?!\d))/gu, "\\$$")
  );
}

function escapeLineStart(line: string): string {
  const escaped = line.replace(/^(#+|>|=+$|[-+](?=[-+\s]|$)|:(?=\s))/u, "\\$1").replace(/^(\d{1,9})([.)])(?=\s|$)/u, "$1\\$2");
  const body = withoutEnd(escaped, "#");
  return body + "\\#".repeat(escaped.length - body.length);
}
