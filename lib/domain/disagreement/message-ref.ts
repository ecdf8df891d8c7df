import type { MessageRef } from "../messages/message-ref";

export type { MessageRef } from "../messages/message-ref";

/** A message of this noun. Example: `differenceWords("labels.agreed")` gives `{ id: "differences.labels.agreed", params: {} }`. */
export function differenceWords(id: string, params: MessageRef["params"] = {}): MessageRef {
  return { id: `differences.${id}`, params };
}
