import { IntlMessageFormat } from "intl-messageformat";
import type { MessageRef } from "../record/message-ref";

/** The message catalogue of one language: namespaces, then nested keys, then ICU messages. */
export type Messages = { readonly [key: string]: string | Messages };

/**
 * The text of a message, or null when the catalogue has no such id. Lists among the parameters are joined with commas,
 * message refs among them are formatted first.
 * @example formatMessage({ adr: { page: "{page} / {pages}" } }, { id: "adr.page", params: { page: 1, pages: 9 } }) // "1 / 9"
 */
export function formatMessage(messages: Messages, ref: MessageRef): string | null {
  const text = findMessage(messages, ref.id);
  if (text === null) return null;
  const params = Object.fromEntries(Object.entries(ref.params ?? {}).map(([key, value]) => [key, toParam(messages, value)]));
  try {
    return String(compiled(text).format(params));
  } catch {
    // A record may be older than the catalogue that words it: a missing parameter must not cost the export.
    return null;
  }
}

/**
 * The text of one of our own messages, which must exist: an unknown id is a fault of the program.
 * @example say(messages, "adr.status.accepted") // "Accepted"
 */
export function say(messages: Messages, id: string, params: MessageRef["params"] = {}): string {
  const text = formatMessage(messages, { id, params });
  if (text === null) throw new Error(`No message ${id}.`);
  return text;
}

const cache = new Map<string, IntlMessageFormat>();

function compiled(text: string): IntlMessageFormat {
  const known = cache.get(text);
  if (known) return known;
  const made = new IntlMessageFormat(text, "en", undefined, { ignoreTag: true });
  cache.set(text, made);
  return made;
}

function findMessage(messages: Messages, id: string): string | null {
  const segments = id.split(".");
  let at: string | Messages | undefined = messages;
  for (let index = 0; index < segments.length; index += 1) {
    if (typeof at !== "object") return null;
    // Answer paths are keys in some catalogues, so a key may itself hold dots.
    const rest: string | Messages | undefined = ownValue(at, segments.slice(index).join("."));
    if (typeof rest === "string") return rest;
    at = ownValue(at, segments[index] ?? "");
  }
  return typeof at === "string" ? at : null;
}

function ownValue(messages: Messages, key: string): string | Messages | undefined {
  return Object.hasOwn(messages, key) ? messages[key] : undefined;
}

type Json = NonNullable<MessageRef["params"]>[string];

function toParam(messages: Messages, value: Json): string | number {
  if (typeof value === "number" || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((item) => toParam(messages, item)).join(", ");
  if (value !== null && typeof value === "object" && typeof value.id === "string") {
    const params = value.params;
    const isMap = params !== null && typeof params === "object" && !Array.isArray(params);
    return formatMessage(messages, isMap ? { id: value.id, params } : { id: value.id }) ?? value.id;
  }
  return value === null ? "" : JSON.stringify(value);
}
