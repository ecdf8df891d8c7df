import type { Messages } from "../messages/format";
import { oneLine, plain } from "./block-text";
import { say } from "./say";
import type { AdrBlock, AdrLink, AdrRelations } from "./schema";

/**
 * What replaces a record and what it replaces, one line each with what was written beside it. For a paper, where a link leads
 * nowhere: the Markdown forms say the same in links of their own.
 * @example relationTexts({ supersededBy: [], supersedes: [link] }, messages) // ["Supersedes ADR-0002 “Where do orders live?”"]
 */
export function relationTexts({ supersededBy, supersedes }: AdrRelations, messages: Messages): string[] {
  const line = (key: "by" | "over") => (link: AdrLink) => {
    const text = say(messages, `adr.relation.${link.isPartial ? `${key}Part` : key}`, { name: nameOf(link, messages) });
    return oneLine(link.note ? say(messages, "adr.relation.noted", { text, note: link.note }) : text);
  };
  return [...supersededBy.map(line("by")), ...supersedes.map(line("over"))];
}

/**
 * The same as a list; none where it neither replaces nor is replaced.
 * @example relationBlocks({ supersededBy: [], supersedes: [] }, messages) // []
 */
export function relationBlocks(relations: AdrRelations, messages: Messages): AdrBlock[] {
  const items = relationTexts(relations, messages).map((text) => plain(text));
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

function nameOf({ number, title }: AdrLink, messages: Messages): string {
  const quoted = say(messages, "adr.quoted", { text: oneLine(title) });
  return number === null ? quoted : `${say(messages, "adr.link.label", { number: String(number).padStart(4, "0") })} ${quoted}`;
}
