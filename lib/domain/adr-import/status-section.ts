import { proseLines } from "./read-options";
import type { ParsedSection } from "./schema";

/**
 * The status as adr-tools writes it: the first line of the section "Status", or the line that says by what the record was
 * superseded. Null without such a section.
 * @example statusSection([{ level: 2, heading: "Status", text: "## Status\n\nAccepted\n" }]) // "Accepted"
 */
export function statusSection(sections: readonly ParsedSection[]): string | null {
  const lines = proseLines(sections, /^status$/iu)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^[-=]+$/u.test(line));
  const replaced = lines.find((line) => /^(?:[-*]\s+)?supers?c?eded\s+by\b/iu.test(line));
  const own = lines.find((line) => !/^(?:supersedes|supercedes|amends|amended by|date\s*:)/iu.test(line));
  return replaced ?? own ?? null;
}
