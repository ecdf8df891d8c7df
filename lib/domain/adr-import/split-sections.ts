import type { Heading } from "./outline";
import { scanLines } from "./scan-lines";
import type { ParsedSection } from "./schema";

/**
 * The body cut at its headings of level 1 and 2; every character of it is in exactly one section.
 * @example splitSections("a\n## B\nc", [{ level: 2, text: "B", raw: "B", start: 2, end: 7 }]).map((s) => s.text) // ["a\n", "## B\nc"]
 */
export function splitSections(body: string, headings: readonly Heading[]): ParsedSection[] {
  const cuts = headings.filter(({ level }) => level <= 2);
  const first = cuts[0]?.start ?? body.length;
  const before: ParsedSection[] = first === 0 ? [] : [{ level: 0, heading: null, text: body.slice(0, first) }];
  const rest = cuts.map(({ level, text, start }, at) => ({
    level,
    heading: text,
    text: body.slice(start, cuts[at + 1]?.start ?? body.length),
  }));
  return [...before, ...rest];
}

const WORDS = /^(?:status|context|decision|implementation|consequences|alternatives)$/iu;

/**
 * A record whose Markdown signs were lost: section names stand alone on their lines. Null when fewer than two such names
 * stand there.
 * @example splitPlain("ADR 018: A\nContext\nb\nDecision\nc\n")?.map((s) => s.heading) // [null, "Context", "Decision"]
 */
export function splitPlain(body: string): ParsedSection[] | null {
  const sections: { heading: string | null; start: number }[] = [{ heading: null, start: 0 }];
  for (const line of scanLines(body)) {
    if (line.isCode || line.text.length > 40 || !WORDS.test(line.text.trim())) continue;
    if (sections.length > 50) break;
    sections.push({ heading: line.text.trim(), start: line.start });
  }
  if (sections.length < 3) return null;
  return sections
    .map(({ heading, start }, at) => ({ level: 0, heading, text: body.slice(start, sections[at + 1]?.start ?? body.length) }))
    .filter(({ text }) => text !== "");
}
