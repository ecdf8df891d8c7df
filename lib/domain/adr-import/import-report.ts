import { parseAdr } from "./parse-adr";
import type { ParsedAdr, UnreadableReason } from "./schema";

export type ImportSource = { name: string; content: Uint8Array | string };
export type SkipReason = UnreadableReason | "not_markdown" | "template" | "no_form" | "duplicate";
export type ImportedFile =
  | { name: string; outcome: "parsed"; adr: ParsedAdr }
  | { name: string; outcome: "skipped"; reason: SkipReason; adr: ParsedAdr | null };

/**
 * What became of each file, in the order given: read as a record, or left out and why. Nothing is left out silently.
 * @example importReport([{ name: "logo.png", content: new Uint8Array(3) }]) // [{ name: "logo.png", outcome: "skipped", reason: "not_markdown", adr: null }]
 */
export function importReport(sources: readonly ImportSource[]): ImportedFile[] {
  const seen = new Set<string>();
  return sources.map((source) => {
    const file = readOne(source);
    if (file.adr === null) return file;
    const text = file.adr.frontMatter + file.adr.sections.map((section) => section.text).join("");
    if (seen.has(text)) return { name: file.name, outcome: "skipped", reason: "duplicate", adr: file.adr };
    seen.add(text);
    return file;
  });
}

function readOne({ name, content }: ImportSource): ImportedFile {
  if (/\.[a-z0-9]{1,8}$/iu.test(name) && !/\.(?:md|markdown|mdx|txt)$/iu.test(name))
    return { name, outcome: "skipped", reason: "not_markdown", adr: null };
  const parsed = parseAdr(content, name);
  if (!parsed.ok) return { name, outcome: "skipped", reason: parsed.reason, adr: null };
  const { adr } = parsed;
  if (adr.warnings.includes("template")) return { name, outcome: "skipped", reason: "template", adr };
  if (adr.warnings.includes("no_form")) return { name, outcome: "skipped", reason: "no_form", adr };
  return { name, outcome: "parsed", adr };
}
