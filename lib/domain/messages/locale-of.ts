import { findMessage, type Messages } from "./format";

/**
 * The language that a set of document words is in: each `adr` namespace names its own. English where none is loaded.
 * @example localeOf({ adr: { lang: "de" } }) // "de"
 */
export function localeOf(messages: Messages): string {
  return findMessage(messages, "adr.lang") ?? "en";
}
