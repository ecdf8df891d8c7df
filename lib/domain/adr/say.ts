import { findMessage, formatMessage, type Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { MessageParams, MessageRef } from "../messages/message-ref";

/**
 * The words of a message that the catalogue may lack or word otherwise than when the record was made: null then.
 * @example wordsOf({}, { id: "rules.X-99.text", params: {} }) // null
 */
export function wordsOf(messages: Messages, ref: MessageRef): string | null {
  if (findMessage(messages, ref.id) === undefined) return null;
  try {
    return formatMessage(messages, ref, localeOf(messages));
  } catch {
    // A record may be older than the catalogue that words it: a missing parameter must not cost the export.
    return null;
  }
}

/**
 * The words of one of our own messages, which must exist: an unknown id is a fault of the program.
 * @example say(messages, "adr.status.accepted") // "Accepted"
 */
export function say(messages: Messages, id: string, params: MessageParams = {}): string {
  if (findMessage(messages, id) === undefined) throw new Error(`No message ${id}.`);
  return formatMessage(messages, { id, params }, localeOf(messages));
}

/**
 * The words of an id that need not exist, without parameters.
 * @example label(messages, "fields.basis.measured") // "Measured"
 */
export function label(messages: Messages, id: string): string | null {
  return findMessage(messages, id) === undefined ? null : formatMessage(messages, { id, params: {} }, localeOf(messages));
}
