import type { FrontMatter } from "./front-matter";
import { type Heading, unescapeMarkdown } from "./outline";
import { numberedTitle } from "./read-number";
import type { ParsedAdr } from "./schema";

type Source = { headings: readonly Heading[]; frontMatter: FrontMatter; body: string; fileNumber: string | null; isFlattened: boolean };
export type ReadTitle = Pick<ParsedAdr, "title" | "number" | "numberSource"> & { raw: string | null };

/**
 * The title without its number. It is the first heading of level 1, else the title of the front matter, else the first line
 * of a text that lost its Markdown signs; a section is never taken for it. The number of the file's name counts last.
 * @example readTitle({ headings: [{ level: 1, text: "3. A", raw: "3. A", start: 0, end: 7 }], ... }).number // "3"
 */
export function readTitle({ headings, frontMatter, body, fileNumber, isFlattened }: Source): ReadTitle {
  const heading = headings.find(({ level }) => level === 1);
  if (heading !== undefined) return titled({ raw: heading.raw, source: "heading", fileNumber });
  const front = frontMatter.fields.get("title");
  if (typeof front === "string" && front.trim() !== "") return titled({ raw: front.trim(), source: "front-matter title", fileNumber });
  const first = isFlattened
    ? body
        .slice(0, 1_000)
        .split(/\r\n|\n|\r/u)
        .find((line) => line.trim() !== "")
    : undefined;
  if (first !== undefined) return titled({ raw: first.trim(), source: "first line", fileNumber });
  return { title: null, raw: null, ...numberOf(null, { source: null, fileNumber }) };
}

type Raw = { raw: string; source: ParsedAdr["numberSource"]; fileNumber: string | null };

function titled({ raw, source, fileNumber }: Raw): ReadTitle {
  const { number, title } = numberedTitle(raw);
  const plain = unescapeMarkdown(title).trim();
  return { title: plain === "" ? null : plain, raw, ...numberOf(number, { source, fileNumber }) };
}

function numberOf(
  number: string | null,
  { source, fileNumber }: Pick<Raw, "source" | "fileNumber">,
): Pick<ParsedAdr, "number" | "numberSource"> {
  if (number !== null) return { number, numberSource: source };
  return fileNumber === null ? { number: null, numberSource: null } : { number: fileNumber, numberSource: "filename" };
}
