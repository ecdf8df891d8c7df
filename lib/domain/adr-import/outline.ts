import { type Line, scanLines } from "./scan-lines";

/** A heading, ATX (`## a`) or setext (`a` over a line of = or -). `start` is where its first line starts. */
export type Heading = { level: number; text: string; raw: string; start: number; end: number };

export type Outline = { headings: Heading[]; isFenceOpen: boolean; isCut: boolean };

/** More headings than a record can have; what follows stays in the last section. */
const MAX_HEADINGS = 2_000;
/** A longer line is a paragraph, whatever it starts with. */
const MAX_HEADING_CHARS = 1_000;
const MAX_HEADING_LINES = 4;

/**
 * The headings of levels 1 to 3 outside fenced code and comments. Takes time in proportion to the text.
 * @example outline("# A\n\nB\n---\n").headings.map(({ level, text }) => [level, text]) // [[1, "A"], [2, "B"]]
 */
export function outline(text: string, from = 0): Outline {
  const headings: Heading[] = [];
  let paragraph: Paragraph = null;
  const lines = scanLines(text, from);
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done) return { headings, isFenceOpen: next.value.isFenceOpen, isCut: headings.length >= MAX_HEADINGS };
    const line = next.value;
    if (headings.length >= MAX_HEADINGS) continue;
    const found: Heading | null = line.isCode ? null : (atx(line) ?? setext(line, paragraph));
    if (found !== null && found.level <= 3) headings.push(found);
    paragraph = found === null ? nextParagraph(line, paragraph) : null;
  }
}

/**
 * A heading without the remarks behind it and without backslash escapes.
 * @example headingText("Decision Drivers <!-- optional -->") // "Decision Drivers"
 */
export function headingText(raw: string): string {
  return unescapeMarkdown(withoutComments(raw).trim());
}

/**
 * Text without HTML comments.
 * @example withoutComments("a <!-- b --> c") // "a  c"
 */
export function withoutComments(text: string): string {
  let rest = text;
  let kept = "";
  for (let at = rest.indexOf("<!--"); at >= 0; at = rest.indexOf("<!--")) {
    const end = rest.indexOf("-->", at + 4);
    if (end < 0) break;
    kept += rest.slice(0, at);
    rest = rest.slice(end + 3);
  }
  return kept + rest;
}

/**
 * Markdown text with its backslash escapes undone.
 * @example unescapeMarkdown("a\\*b") // "a*b"
 */
export function unescapeMarkdown(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/gu, "$1");
}

function atx(line: Line): Heading | null {
  if (!line.text.includes("#")) return null;
  const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/u.exec(line.text);
  if (marks === null || line.text.length > MAX_HEADING_CHARS) return null;
  const inner = line.text.slice(marks[0].length).trim();
  const raw = withoutClosing(inner);
  return { level: marks[1]?.length ?? 1, text: headingText(raw), raw, start: line.start, end: line.end };
}

/** `## a ##` closes with a blank and marks; a mark that is escaped or glued to a word belongs to the text. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === "#") end -= 1;
  if (end === 0) return "";
  return end < text.length && /[ \t]/u.test(text.charAt(end - 1)) ? text.slice(0, end).trim() : text;
}

/** The lines so far that a line of = or - would turn into a heading; `isLong` when they are too many to be one. */
type Paragraph = { start: number; texts: string[]; isLong: boolean } | null;

function setext(line: Line, paragraph: Paragraph): Heading | null {
  if (paragraph === null || paragraph.isLong || line.text.length > MAX_HEADING_CHARS) return null;
  if (!/^ {0,3}(?:=+|-+)[ \t]*$/u.test(line.text)) return null;
  const raw = paragraph.texts.join(" ");
  // "1. a" over dashes is a list and a rule; over = it can only be meant as the title, though a list may not hold one.
  if (raw.length > MAX_HEADING_CHARS || (line.text.includes("-") && /^\d{1,9}[.)]/u.test(raw))) return null;
  return { level: line.text.includes("=") ? 1 : 2, text: headingText(raw), raw, start: paragraph.start, end: line.end };
}

function nextParagraph(line: Line, paragraph: Paragraph): Paragraph {
  // Lists, quotes, tables and code never become a heading.
  if (line.isCode || line.text === "" || line.text.trim() === "" || /^(?: {0,3}[-*+>|]| {4}|\t)/u.test(line.text)) return null;
  if (paragraph === null) return { start: line.start, texts: [line.text.trim()], isLong: false };
  if (paragraph.isLong || paragraph.texts.length >= MAX_HEADING_LINES) paragraph.isLong = true;
  else paragraph.texts.push(line.text.trim());
  return paragraph;
}
