import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { DecisionRecord } from "../record/schema";
import { oneLine, plain, userBlocks } from "./block-text";
import { fieldLabel, formatFieldValue, formatNumber } from "./format-value";
import { label, say } from "./say";
import type { AdrBlock } from "./schema";

/**
 * What was decided about, and what was given from the start: the scope in the team's words, then the frame's answers.
 * @example contextBlocks(record, messages)[0].kind // "paragraph"
 */
export function contextBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const given = flatten(record.frame);
  const scope = userBlocks(record.worksheet.scope, ["frame"]);
  const question = say(messages, "adr.context.question", { title: oneLine(record.worksheet.title) });
  const lead: AdrBlock[] = [{ kind: "paragraph", text: plain(question, ["frame"]) }, ...scope];
  if (given.length === 0) return [...lead, { kind: "paragraph", text: plain(say(messages, "adr.context.noFrame")) }];
  const items = given.map(([path, value]) => ({
    term: fieldLabel(messages, path),
    text: plain(formatFieldValue(messages, path, value), [path]),
  }));
  return [...lead, { kind: "heading", text: say(messages, "adr.context.frame") }, { kind: "definition", items }];
}

/**
 * The decision drivers: each agreed answer with its range and the team's reason.
 * @example driverBlocks(record, messages) // [{ kind: "definition", items: [...] }]
 */
export function driverBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  if (record.positions.length === 0) return [{ kind: "paragraph", text: plain(say(messages, "adr.drivers.none")) }];
  const items = record.positions.map((position) => ({
    term: fieldLabel(messages, position.field),
    text: plain(positionText(position, messages), [position.field], oneLine(position.reason)),
  }));
  return [{ kind: "definition", items }];
}

/**
 * An agreed answer in words, with its range when it has one.
 * @example positionText({ field: "scale.y3.writes_s", value: 2000, low: 500, high: 5000 }, messages) // "2,000 per second (500 to 5,000 per second)"
 */
export function positionText(
  position: Pick<DecisionRecord["positions"][number], "field" | "value" | "low" | "high">,
  messages: Messages,
): string {
  const { field, low, high } = position;
  const value = formatFieldValue(messages, field, position.value);
  if (low === null || high === null) return value;
  const params = { value, low: formatNumber(low, localeOf(messages)), high: formatFieldValue(messages, field, high) };
  return say(messages, "adr.drivers.range", params);
}

/**
 * A person's name, or the words for one who asked to be erased.
 * @example personName("p2", [{ id: "p2", name: null, role: null, salt: null }], messages) // "a person whose name was erased (p2)"
 */
export function personName(id: string, people: readonly { id: string; name: string | null }[], messages: Messages): string {
  const name = people.find((person) => person.id === id)?.name;
  return name ? oneLine(name) : say(messages, "adr.process.erased", { id });
}

/**
 * A question's name: `"ops"` gives "Team".
 * @example questionName("ops", messages) // "Team"
 */
export function questionName(question: string, messages: Messages): string {
  if (question === "frame") return say(messages, "adr.options.frame");
  return label(messages, `fields.questions.${question}.name`) ?? question;
}

type Leaf = Parameters<typeof formatFieldValue>[2];

function flatten(frame: DecisionRecord["frame"]): [string, Leaf][] {
  const nested = JSON.parse(JSON.stringify(frame)) as Record<string, Leaf>;
  return Object.entries(nested).flatMap(([path, value]) => leaves(path, value));
}

function leaves(path: string, value: Leaf): [string, Leaf][] {
  if (value === null || typeof value !== "object" || Array.isArray(value) || path.endsWith(".experience")) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(`${path}.${key}`, inner));
}
