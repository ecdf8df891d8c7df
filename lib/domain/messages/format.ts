import { IntlMessageFormat } from "intl-messageformat";
import type { MessageRef } from "./message-ref";

/** Messages by namespace, nested as in the message files: `{ rules: { "W-01": { text: "..." } } }`. */
export type Messages = { readonly [key: string]: string | Messages };

const compiled = new Map<string, IntlMessageFormat>();

/**
 * The words of a message ref in one locale. An id without a message gives the id itself, so that a missing sentence is
 * seen and not blank. `formatMessage({ a: { b: "{n} left" } }, { id: "a.b", params: { n: 2 } }, "en")` is `"2 left"`.
 */
export function formatMessage(messages: Messages, ref: MessageRef, locale: string): string {
  const pattern = findMessage(messages, ref.id);
  if (pattern === undefined) return ref.id;
  if (!pattern.includes("{") && !pattern.includes("'")) return pattern;
  return String(compile(pattern, locale).format(ref.params));
}

/** The raw pattern at a dotted id, or undefined. `findMessage({ a: { b: "x" } }, "a.b")` is `"x"`. */
export function findMessage(messages: Messages, id: string): string | undefined {
  let at: string | Messages | undefined = messages;
  for (const key of id.split(".")) {
    if (typeof at !== "object" || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return typeof at === "string" ? at : undefined;
}

function compile(pattern: string, locale: string): IntlMessageFormat {
  const key = `${locale}\n${pattern}`;
  const known = compiled.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
  compiled.set(key, format);
  return format;
}
