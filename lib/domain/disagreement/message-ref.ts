/** Words to be looked up by a screen or a document: the id of a message, and what to put into it. */
export type MessageRef = { id: string; params: Record<string, string | number> };

/** A message of this noun. Example: `differenceWords("labels.agreed")` gives `{ id: "differences.labels.agreed", params: {} }`. */
export function differenceWords(id: string, params: MessageRef["params"] = {}): MessageRef {
  return { id: `differences.${id}`, params };
}
