import type { Messages } from "../messages/format";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import { initials } from "../text";
import { fieldLabel, formatFieldValue } from "./format-value";
import { say } from "./say";
import type { AdrBlock, DotStrip } from "./schema";

/**
 * The numbers on which the first answers differed, as dots with initials; none when everybody said the same.
 * @example stripBlocks({ record, people, messages })[0] // { kind: "strips", strips: [{ dots: [...] }] }
 */
export function stripBlocks(input: { record: DecisionRecord; people: readonly NamedPerson[]; messages: Messages }): AdrBlock[] {
  const { record, messages } = input;
  const fields = [...new Set(record.answers.map((answer) => answer.field))];
  const strips = fields.flatMap((field) => stripOf(field, input));
  if (strips.length === 0) return [];
  const title = say(messages, "adr.assumptions.strips");
  return [{ kind: "strips", title, description: say(messages, "adr.assumptions.stripsDescription", { n: strips.length }), strips }];
}

function stripOf(field: string, { record, people, messages }: Parameters<typeof stripBlocks>[0]): DotStrip[] {
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const dots = record.answers.flatMap(({ field: own, round, unknown, value, person }) => {
    if (own !== field || round !== 1 || unknown || typeof value !== "number") return [];
    return [{ initials: initials(nameOf.get(person) ?? person), value }];
  });
  const values = dots.map((dot) => dot.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (dots.length < 2 || low === high) return [];
  const agreed = record.positions.find((position) => position.field === field)?.value;
  const end = (value: number) => ({ value, text: formatFieldValue(messages, field, value) });
  return [{ label: fieldLabel(messages, field), low: end(low), high: end(high), dots, agreed: typeof agreed === "number" ? agreed : null }];
}
