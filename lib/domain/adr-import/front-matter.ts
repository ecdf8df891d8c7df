import { parseDocument } from "yaml";
import { withoutComments } from "./outline";
import { scanLines } from "./scan-lines";
import type { AdrWarningCode } from "./schema";

export type FrontMatter = {
  /** The block as written with both its lines, and a byte order mark before it; "" when there is none. */
  raw: string;
  fields: ReadonlyMap<string, string | string[]>;
  warnings: AdrWarningCode[];
};

const MAX_LINES = 300;
const MAX_CHARS = 64_000;
/** What a YAML parser is given: nested or broken text costs it far more than its length, and no record has more metadata. */
const MAX_YAML = { chars: 16_000, brackets: 400 };

/**
 * The YAML block at the very start of a file. Values stay as written (no number, no date is guessed). What a YAML parser
 * refuses is read line by line and named: real records hold unquoted colons.
 * @example readFrontMatter("---\nstatus: accepted\n---\n# A").fields.get("status") // "accepted"
 */
export function readFrontMatter(text: string): FrontMatter {
  const from = text.startsWith("\uFEFF") ? 1 : 0;
  const none = { raw: "", fields: new Map(), warnings: [] };
  if (!/^---[ \t]*(?:\r\n|\n|\r)/u.test(text.slice(from, from + 200))) return none;
  let count = 0;
  let inner: [number, number] | null = null;
  for (const { text: line, start, end } of scanLines(text, from)) {
    count += 1;
    if (count > MAX_LINES || start > MAX_CHARS) break;
    if (count === 1) inner = [end, end];
    else if (inner !== null && /^(?:---|\.\.\.)[ \t]*$/u.test(line)) return found(text, { from: inner[0], to: start, end });
  }
  return { ...none, warnings: ["front_matter_unclosed"] };
}

function found(text: string, at: { from: number; to: number; end: number }): FrontMatter {
  const yaml = text.slice(at.from, at.to);
  // Two rules with text between them at the start of a file are no front matter.
  if (yaml.trim() !== "" && !/^[\w-]+[ \t]*:/mu.test(yaml)) return { raw: "", fields: new Map(), warnings: [] };
  const fields = parsed(yaml);
  return {
    raw: text.slice(0, at.end),
    fields: fields ?? lineByLine(yaml),
    warnings: fields === null ? ["front_matter_invalid"] : [],
  };
}

function parsed(yaml: string): Map<string, string | string[]> | null {
  if (yaml.length > MAX_YAML.chars || (yaml.match(/[[{]/gu)?.length ?? 0) > MAX_YAML.brackets) return null;
  try {
    const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
    if (document.errors.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    if (value === null) return new Map();
    if (typeof value !== "object" || Array.isArray(value)) return null;
    return new Map(Object.entries(value).flatMap(([key, entry]) => (readable(entry) ? [[key.toLowerCase(), entry]] : [])));
  } catch {
    return null;
  }
}

function readable(value: unknown): value is string | string[] {
  return typeof value === "string" || (Array.isArray(value) && value.every((entry) => typeof entry === "string"));
}

function lineByLine(yaml: string): Map<string, string | string[]> {
  const fields = new Map<string, string>();
  for (const { text } of scanLines(yaml, 0)) {
    const colon = text.indexOf(":");
    if (colon <= 0 || !/^[\w-]+[ \t]*$/u.test(text.slice(0, colon))) continue;
    fields.set(text.slice(0, colon).trim().toLowerCase(), unquoted(withoutComments(text.slice(colon + 1)).trim()));
  }
  return fields;
}

function unquoted(text: string): string {
  const quote = text.charAt(0);
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text;
}
