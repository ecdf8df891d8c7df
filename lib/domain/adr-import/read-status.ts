import { withoutComments } from "./outline";

/** The word as read, in lower case; `target` is the file a link in the status names. */
export type ReadStatus = { status: string; raw: string; isUsual: boolean; target: string | null };

const WORDS: Record<string, string> = {
  draft: "draft",
  proposed: "proposed",
  pending: "proposed",
  accepted: "accepted",
  approved: "accepted",
  active: "accepted",
  rejected: "rejected",
  deprecated: "deprecated",
  superseded: "superseded",
  superceded: "superseded",
};

/**
 * A status as written. Usual words are brought to one spelling, others are kept in lower case; a placeholder or nothing is
 * null, so that no status is ever invented.
 * @example readStatus("Approved").status // "accepted"
 * @example readStatus("[proposed | accepted]") // null
 */
export function readStatus(written: string): ReadStatus | null {
  const raw = withoutComments(written.slice(0, 1_000)).trim();
  const text = raw.replaceAll(/^[*_`~"']+|[*_`~"'.]+$/gu, "").trim();
  if (text === "" || isPlaceholder(raw)) return null;
  const word = /^[a-z]+/iu.exec(text)?.[0].toLowerCase() ?? "";
  const usual = WORDS[word];
  const target = linkTarget(raw);
  if (usual !== undefined) return { status: usual, raw, isUsual: true, target: usual === "superseded" ? target : null };
  return { status: text.toLowerCase().slice(0, 60), raw, isUsual: false, target: null };
}

/**
 * Whether a value is one that a template leaves to be filled in: all of it in square or curly brackets.
 * @example isPlaceholder("{YYYY-MM-DD when the decision was last updated}") // true
 */
export function isPlaceholder(text: string): boolean {
  const value = text.trim().replaceAll(/^["']|["']$/gu, "");
  if (value.startsWith("{")) return value.endsWith("}");
  // A list in YAML's flow style and a link start with a bracket too.
  return value.startsWith("[") && value.endsWith("]") && /[\s|]/u.test(value) && !/^\[[^\s,[\]]+(?:, *[^\s,[\]]+)*\]$/u.test(value);
}

/**
 * The file that the first link of a line points at.
 * @example linkTarget("superseded by [ADR-0005](0005-example.md)") // "0005-example.md"
 */
export function linkTarget(text: string): string | null {
  const open = text.indexOf("](");
  if (open < 0) return null;
  const close = text.indexOf(")", open);
  return close < 0 ? null : text.slice(open + 2, close).trim() || null;
}
