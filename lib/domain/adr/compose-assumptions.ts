import { basisSchema } from "../answers/schema";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { DecisionRecord, RecordAnswer } from "../record/schema";
import { plain } from "./block-text";
import { positionText } from "./compose-context";
import { fieldLabel, formatFieldValue, formatNumber } from "./format-value";
import { say } from "./say";
import type { AdrBlock } from "./schema";

/**
 * Each field that anybody answered: the team's answer, the values at which the list would change, the spread of the first
 * answers (given alone), how they were known and how the team agreed; then the fields that nobody answered though a rule
 * would have read them.
 * @example assumptionBlocks(record, messages)[0].kind // "table"
 */
export function assumptionBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const fields = [...new Set([...record.positions.map((position) => position.field), ...record.answers.map((answer) => answer.field)])];
  const words = (key: string) => say(messages, `adr.assumptions.${key}`);
  const open = record.evaluation.openAssumptions.map(({ field, rules }) => plain(fieldLabel(messages, field), rules, rules.join(", ")));
  const table: AdrBlock = {
    kind: "table",
    caption: "",
    columns: [
      { label: words("field"), align: "left", width: 0.24 },
      { label: words("team"), align: "left", width: 0.16 },
      { label: words("threshold"), align: "left", width: 0.14 },
      { label: words("first"), align: "left", width: 0.2 },
      { label: words("basis"), align: "left", width: 0.16 },
      { label: words("reached"), align: "left", width: 0.1 },
    ],
    rows: fields.map((field) => rowOf(field, record, messages)),
  };
  return [
    fields.length === 0 ? { kind: "paragraph", text: plain(words("none")) } : table,
    ...(open.length === 0
      ? []
      : ([
          { kind: "heading", text: words("open") },
          { kind: "list", items: open },
        ] satisfies AdrBlock[])),
  ];
}

/** Round 1 of one field in words: lowest to highest for numbers, else each value with its count; then the "don't knows". */
function spreadText(field: string, answers: readonly RecordAnswer[], messages: Messages): string {
  const first = answers.filter((answer) => answer.field === field && answer.round === 1);
  if (first.length === 0) return say(messages, "adr.assumptions.nobody");
  const unknown = first.filter((answer) => answer.unknown).length;
  const values = first.filter((answer) => !answer.unknown).map((answer) => answer.value);
  const parts = values.every((value) => typeof value === "number")
    ? numbersText(field, values, messages)
    : countsText(field, values, messages);
  return [...parts, ...(unknown === 0 ? [] : [say(messages, "adr.assumptions.unknown", { n: unknown })])].join(", ");
}

function rowOf(field: string, record: DecisionRecord, messages: Messages): string[] {
  const position = record.positions.find((candidate) => candidate.field === field);
  const reached = position === undefined ? "" : say(messages, `adr.assumptions.reachedWords.${position.reached}`);
  return [
    fieldLabel(messages, field),
    position === undefined ? say(messages, "adr.assumptions.noTeam") : positionText(position, messages),
    thresholdText(field, record, messages),
    spreadText(field, record.answers, messages),
    basisText(field, record.answers, messages),
    reached,
  ];
}

/** The values at which the shortlist changes; nothing where none does. */
function thresholdText(field: string, { evaluation }: DecisionRecord, messages: Messages): string {
  const own = (evaluation.thresholds ?? []).filter((threshold) => threshold.field === field);
  return [...new Set(own.map(({ at }) => formatFieldValue(messages, field, at)))].join(", ");
}

function numbersText(field: string, values: number[], messages: Messages): string[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return [`${formatFieldValue(messages, field, low)} (${values.length})`];
  const text = { low: formatNumber(low, localeOf(messages)), high: formatFieldValue(messages, field, high) };
  return [say(messages, "adr.assumptions.spread", text)];
}

function countsText(field: string, values: RecordAnswer["value"][], messages: Messages): string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = formatFieldValue(messages, field, value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([value, n]) => say(messages, "adr.assumptions.count", { value, n: String(n) }));
}

function basisText(field: string, answers: readonly RecordAnswer[], messages: Messages): string {
  const given = answers.filter((answer) => answer.field === field && !answer.unknown);
  return basisSchema.options
    .map((basis) => ({ basis, n: given.filter((answer) => answer.basis === basis).length }))
    .filter(({ n }) => n > 0)
    .map(({ basis, n }) => say(messages, `adr.assumptions.basisWords.${basis}`, { n }))
    .join(", ");
}
