import words from "../../messages/en/cli.json";
import { formatMessage, type Messages } from "../domain/messages/format";
import type { MessageParams } from "../domain/messages/message-ref";

/** How a command ends: 0 it holds, 1 it does not, 2 it could not be asked. */
export type Ending = { code: 0 | 1 | 2; out?: string; error?: string };
export type Surroundings = { environment: Readonly<Record<string, string | undefined>>; fetch: typeof fetch };

export function text(id: string, params: MessageParams = {}): string {
  return formatMessage(words as Messages, { id, params }, "en");
}

export function unasked(id: string, params: MessageParams = {}): Ending {
  return { code: 2, error: text(id, params) };
}
