import { unescapeMarkdown } from "./outline";
import { linkTarget } from "./read-status";
import { scanLines } from "./scan-lines";
import type { ParsedSection } from "./schema";

const MAX_OPTIONS = 200;

/**
 * The options a record lists under "Considered Options", without what it says about each.
 * @example consideredOptions([{ level: 2, heading: "Considered Options", text: "## Considered Options\n* A\n* B - good\n" }]) // ["A", "B"]
 */
export function consideredOptions(sections: readonly ParsedSection[]): string[] {
  return proseLines(sections, /^considered options$/iu)
    .flatMap((line) => /^ {0,3}[-*+][ \t]+(.+)$/u.exec(line)?.[1] ?? [])
    .map((option) => unescapeMarkdown(option.split(/ [-–—] /u)[0]?.trim() ?? ""))
    .filter((option) => option !== "" && !/^…/u.test(option))
    .slice(0, MAX_OPTIONS);
}

/**
 * The option after "Chosen option:", null where the record leaves it empty.
 * @example chosenOption([{ level: 2, heading: "Decision Outcome", text: "## Decision Outcome\nChosen option: \"A\", because b" }]) // "A"
 */
export function chosenOption(sections: readonly ParsedSection[]): string | null {
  const line = proseLines(sections, /^decision outcome$/iu).find((text) => /^\s*\**Chosen option/iu.test(text));
  if (line === undefined) return null;
  const rest = line
    .slice(line.indexOf(":") + 1)
    .replaceAll("**", "")
    .trim();
  const quoted = /^["“](.+?)["”](?=,|\.|$|\s)/u.exec(rest)?.[1];
  const plain = quoted ?? rest.split(/, because\b|\.$/u)[0]?.trim() ?? "";
  return plain === "" ? null : unescapeMarkdown(plain);
}

/**
 * The record that this one replaces, as its link names it.
 * @example supersedes([{ level: 2, heading: "Links", text: "## Links\n- Supersedes [a](a.md)" }]) // "a.md"
 */
export function supersedes(sections: readonly ParsedSection[]): string | null {
  const line = proseLines(sections, /^(?:links|status|more information)$/iu).find((text) =>
    /^\s*(?:[-*+]\s+)?Superc?s?edes\b/iu.test(text),
  );
  return line === undefined ? null : linkTarget(line);
}

/**
 * The lines of the sections under one heading, without code and comments.
 * @example proseLines([{ level: 2, heading: "Links", text: "## Links\na" }], /^links$/i) // ["a"]
 */
export function proseLines(sections: readonly ParsedSection[], heading: RegExp): string[] {
  return sections.filter((section) => section.heading !== null && heading.test(section.heading)).flatMap(({ text }) => firstLines(text));
}

const MAX_LINES = 2_000;

function firstLines(text: string): string[] {
  const lines: string[] = [];
  let count = 0;
  for (const line of scanLines(text)) {
    count += 1;
    if (count > MAX_LINES) break;
    if (count > 1 && !line.isCode && line.text.length < 4_000) lines.push(line.text);
  }
  return lines;
}
