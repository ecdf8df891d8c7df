import type { AdrBlock, AdrText } from "./schema";

/**
 * What a person typed, as blocks: paragraphs at blank lines, a list where lines start with "- " or "* ", a quotation where
 * they start with ">" with its author in a line "> — Name". Nothing else is markup, so a text can never add a heading, a table or HTML to the document.
 * @example userBlocks("One.\n\n- two\n- three").map((block) => block.kind) // ["paragraph", "list"]
 */
export function userBlocks(text: string, sources: string[] = []): AdrBlock[] {
  return paragraphsOf(text).flatMap((paragraph) => toBlocks(paragraph, sources));
}

/**
 * Text on one line: every run of white space becomes one blank.
 * @example oneLine(" a\n b ") // "a b"
 */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** A run of the document with its sources. `plain("a")` gives `{ text: "a", note: "", sources: [] }`. */
export function plain(text: string, sources: string[] = [], note = ""): AdrText {
  return { text, note, sources };
}

const QUOTED = /^>(.*)$/u;
const AUTHOR = /^—\s*(.+)$/u;

/** Goes on with the quotation before it; a line with an author ends that one, and what follows is another. */
function quote(blocks: AdrBlock[], line: string): void {
  const last = blocks.at(-1);
  const open = last?.kind === "quote" && last.by === "" ? last : undefined;
  const by = AUTHOR.exec(line)?.[1];
  if (by !== undefined && open !== undefined) open.by = by;
  else if (open !== undefined) open.text = `${open.text}\n${line}`.trim();
  else if (line !== "") blocks.push({ kind: "quote", text: line, by: "" });
}

const BULLET = /^\s*[-*•]\s+/u;

function paragraphsOf(text: string): string[][] {
  return text
    .split(/(?:\r\n|\r|\n|\u0085|\u2028|\u2029)[^\S\r\n]*(?:(?:\r\n|\r|\n|\u0085|\u2028|\u2029)[^\S\r\n]*)+/u)
    .map((paragraph) => paragraph.split(/\r\n|\r|\n|\u0085|\u2028|\u2029/u).map((line) => line.trim()))
    .map((lines) => lines.filter(Boolean))
    .filter((lines) => lines.length > 0);
}

function toBlocks(lines: string[], sources: string[]): AdrBlock[] {
  const blocks: AdrBlock[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const said = QUOTED.exec(line)?.[1]?.trim();
    if (said !== undefined) quote(blocks, said);
    else if (BULLET.test(line)) {
      const item = plain(line.replace(BULLET, ""), sources);
      if (last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
    } else if (last?.kind === "paragraph") last.text.text += `\n${line}`;
    else blocks.push({ kind: "paragraph", text: plain(line, sources) });
  }
  return blocks;
}
