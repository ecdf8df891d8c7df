import "server-only";
import type { Context } from "hono";
import { AppError } from "@/lib/domain/errors";

/** Why a body is no JSON, with line and column as far as they can be told. The text is never repeated: it may hold answers. */
export async function unreadableBody(context: Context): Promise<AppError> {
  const text = await context.req.text().catch(() => "");
  if (text.trim() === "") return new AppError("malformed", "The request has no body. Send JSON.");
  const word = WORDS.exec(withoutStrings(text));
  if (word) return new AppError("malformed", `The body is no JSON: it has no ${word[0]} (${placeIn(text, word.index)}).`);
  const at = positionOf(text);
  return new AppError("malformed", at === null ? "The body is no JSON." : `The body is no JSON from ${placeIn(text, at)} on.`);
}

/** What other languages write for numbers and nothing. */
const WORDS = /\b(?:NaN|Infinity|undefined|None|True|False)\b/u;

/** The text with a blank for each character of its strings, by hand: over megabytes a pattern runs out of its stack. */
function withoutStrings(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', at)) {
    const end = endOfString(text, open);
    parts.push(text.slice(at, open), " ".repeat(end - open));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** One past the closing quote; the end of the text where there is none. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function positionOf(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const at = /at position (\d+)/u.exec(message)?.[1];
    if (at !== undefined) return Number(at);
    return /end of JSON/u.test(message) ? text.length : null;
  }
}

function placeIn(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}
