import type { Messages } from "../messages/format";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import { plain } from "./block-text";
import { personName } from "./compose-context";
import { label, say, wordsOf } from "./say";
import type { AdrBlock, AdrText } from "./schema";

type Input = { record: DecisionRecord; people: readonly NamedPerson[]; messages: Messages };

/**
 * The conditions of the choice with who accepted each; none when there are none.
 * @example acceptedBlocks({ record, people, messages }) // []
 */
export function acceptedBlocks({ record, people, messages }: Input): AdrBlock[] {
  const items = (record.accepted ?? []).map(({ rule, text, by }) => {
    const condition = wordsOf(messages, text) ?? rule;
    const name = nameOf(by, people, messages);
    return plain(say(messages, "adr.process.acceptedBy", { condition, name }), [rule], rule);
  });
  return listed("accepted", items, messages);
}

/**
 * The checks that were put aside, each with its sentence; none when there are none.
 * @example putAsideBlocks({ record, people, messages }) // []
 */
export function putAsideBlocks({ record, people, messages }: Input): AdrBlock[] {
  const items = (record.putAside ?? []).map(({ check, reason, by }) => {
    const words = label(messages, `adr.process.checks.${check}`) ?? check;
    return plain(say(messages, "adr.process.putAsideBy", { check: words, reason, name: nameOf(by, people, messages) }), [check]);
  });
  return listed("putAside", items, messages);
}

function nameOf(id: string | null, people: readonly NamedPerson[], messages: Messages): string {
  return id === null ? say(messages, "adr.unknown") : personName(id, people, messages);
}

function listed(key: "accepted" | "putAside", items: AdrText[], messages: Messages): AdrBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: say(messages, `adr.process.${key}`) },
    { kind: "list", items },
  ];
}
