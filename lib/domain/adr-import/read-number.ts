import { readDate } from "./read-date";

/** A title apart from the number it starts with. */
export type NumberedTitle = { number: string | null; title: string };

const STARTS = [/^(\d{1,6})\.\s+/u, /^(?:ADR|RFC|DR)[-_\s]?#?(\d{1,6})\s*[:.–—-]?\s+/iu, /^(\d{1,6})\s*[:–—-]\s+/u];

/**
 * A title and the number at its start: `3. Title`, `ADR-0003: Title`, `ADR003 Title`, `0003 - Title`.
 * @example numberedTitle("ADR 018: Database patterns") // { number: "18", title: "Database patterns" }
 * @example numberedTitle("3 stores are enough") // { number: null, title: "3 stores are enough" }
 */
export function numberedTitle(text: string): NumberedTitle {
  for (const start of STARTS) {
    const match = start.exec(text);
    const title = match === null ? "" : text.slice(match[0].length).trim();
    if (match !== null && title !== "") return { number: plainNumber(match[1] ?? ""), title };
  }
  return { number: null, title: text };
}

/** What a file's name says: its number, or its date where it starts with one. */
export type NamedFile = { number: string | null; date: string | null };

/**
 * The number or the date at the start of a file's name, as adr-tools and log4brains write them.
 * @example readFileName("docs/adr/0003-use-postgres.md") // { number: "3", date: null }
 * @example readFileName("20201103-use-lunr.md") // { number: null, date: "2020-11-03" }
 */
export function readFileName(path: string): NamedFile {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const dated = /^(\d{4})-?(\d{2})-?(\d{2})(?=[-_ .])/u.exec(name);
  const date = dated === null ? null : readDate(`${dated[1]}-${dated[2]}-${dated[3]}`);
  if (date !== null) return { number: null, date };
  const digits = /^(?:adr[-_ ]?)?(\d{1,6})(?=[-_ .])/iu.exec(name)?.[1];
  return { number: digits === undefined ? null : plainNumber(digits), date: null };
}

function plainNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, "");
}
