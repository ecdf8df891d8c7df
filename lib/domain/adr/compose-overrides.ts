import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import { oneLine, plain } from "./block-text";
import { personName } from "./compose-context";
import { formatPrice } from "./format-value";
import { say } from "./say";
import type { AdrBlock } from "./schema";

/**
 * Each price that the team put in place of the book's: which, what it was, who changed it and why. Nothing when all prices
 * are the book's.
 * @example overrideBlocks({ record, people, messages })[1] // a list: "aws.egress: $0.05 instead of $0.09, …"
 */
export function overrideBlocks(input: { record: DecisionRecord; people: readonly NamedPerson[]; messages: Messages }): AdrBlock[] {
  const { record, people, messages } = input;
  const overrides = record.costs?.overrides ?? [];
  if (overrides.length === 0) return [];
  const labels = new Map(record.costs?.prices.map((price) => [price.priceId, price.label]));
  const items = overrides.map(({ priceId, bookUsd, usd, asOf, reason, by }) =>
    plain(
      say(messages, "adr.cost.override", {
        label: labels.get(priceId) || priceId,
        priceId,
        usd: formatPrice(usd, localeOf(messages)),
        book: bookUsd === null ? say(messages, "adr.unknown") : formatPrice(bookUsd, localeOf(messages)),
        asOf,
        name: by === null ? say(messages, "adr.unknown") : personName(by, people, messages),
        reason: oneLine(reason),
      }),
      [priceId],
    ),
  );
  return [
    { kind: "heading", text: say(messages, "adr.cost.overrides") },
    { kind: "list", items },
  ];
}
