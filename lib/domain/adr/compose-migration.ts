import type { Messages } from "../messages/format";
import type { MigrationPlan } from "../migration/schema";
import type { DecisionRecord } from "../record/schema";
import { plain } from "./block-text";
import { fieldLabel } from "./format-value";
import { say, wordsOf } from "./say";
import type { AdrBlock, AdrText } from "./schema";

/**
 * The way from what runs today to the choice: how, which of the four ways fit, and the steps with room for who and when.
 * None where nothing moves, and in records older than the plan.
 * @example migrationBlocks(record, messages).map((block) => block.kind) // ["paragraph", "heading", "definition", "heading", "tasks"]
 */
export function migrationBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const plan = record.migration;
  if (plan === undefined) return [];
  const words = (key: string, params: Record<string, string> = {}) => say(messages, `adr.migration.${key}`, params);
  const names = { from: nameOf(plan.from, record, messages), to: nameOf(plan.to, record, messages) };
  return [
    { kind: "paragraph", text: plain(`${words(`intro.${plan.way ?? "open"}`, names)} ${words("skeleton")}`, [...MEANT], MEANT.join(", ")) },
    { kind: "heading", text: words("ways") },
    { kind: "definition", items: plan.ways.map((one) => ({ term: words(`way.${one.way}`), text: wayText(one, plan, messages) })) },
    { kind: "heading", text: words("steps") },
    {
      kind: "tasks",
      items: plan.steps.map(({ phase, text, rules }, index) => ({
        term: words("term", { n: String(index + 1), phase: words(`phase.${phase}`) }),
        text: plain(wordsOf(messages, text) ?? words(`phase.${phase}`), rules, rules.join(", ")),
        blank: words(phase === "rollback" ? "blankUntil" : "blank"),
      })),
    },
  ];
}

/**
 * The way to move as a part of one sentence; "" where nothing moves.
 * @example movingClause(record, messages) // "by following the change log of MySQL"
 */
export function movingClause(record: DecisionRecord, messages: Messages): string {
  const plan = record.migration;
  if (plan === undefined) return "";
  return say(messages, `adr.migration.clause.${plan.way ?? "open"}`, { from: nameOf(plan.from, record, messages) });
}

/** What says in which order the ways are preferred, and how long a move takes. */
const MEANT = ["MIG-G1", "MIG-G4"] as const;

function wayText({ way, fits, open, rule }: MigrationPlan["ways"][number], plan: MigrationPlan, messages: Messages): AdrText {
  const when = say(messages, `adr.migration.when.${way}`);
  const verdict = way === plan.way ? "chosen" : fits;
  const fields = open.map((path) => say(messages, "adr.quoted", { text: fieldLabel(messages, path) })).join(", ");
  return plain(say(messages, `adr.migration.fits.${verdict}`, { when, fields }), [rule], rule);
}

function nameOf(id: string, { evaluation }: DecisionRecord, messages: Messages): string {
  if (id === "custom") return say(messages, "adr.migration.custom");
  return evaluation.candidates.find((candidate) => candidate.id === id)?.name ?? id;
}
