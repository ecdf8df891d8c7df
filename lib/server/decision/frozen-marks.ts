import "server-only";
import { conditionKey, conditionsOf } from "@/lib/domain/decision/conditions";
import type { MarkView, Trigger } from "@/lib/domain/decision/desk";
import type { Evaluation, TrailEntry } from "@/lib/domain/engine/schema";
import type { FieldError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import type { RecordInput } from "@/lib/domain/record/build-record";
import { DOCUMENT_LOCALE, DOCUMENT_MESSAGES } from "../messages";

type Chosen = { evaluation: Evaluation; chosen: string | null; marks: readonly MarkView[] };

/** The parts of a record that stand as marks beside the texts. */
export function recordMarks(input: Chosen): Pick<RecordInput, "accepted" | "putAside"> & { triggers: RecordInput["reconsider"] } {
  return {
    triggers: input.marks.filter((mark) => mark.kind === "trigger").map(triggerItem),
    accepted: conditionsOf(input.evaluation, input.chosen).flatMap((rule) => {
      const mark = acceptanceOf(rule, input);
      return mark === undefined ? [] : [{ rule: rule.id, text: rule.text, byMemberId: mark.byMemberId }];
    }),
    putAside: input.marks
      .filter((mark) => mark.kind === "smell")
      .map(({ key, text, byMemberId }) => ({ check: key, reason: text, byMemberId })),
  };
}

/** The conditions of the choice that nobody accepted yet, by rule and in words. */
export function openConditions(input: Chosen): FieldError[] {
  return conditionsOf(input.evaluation, input.chosen)
    .filter((rule) => acceptanceOf(rule, input) === undefined)
    .map((rule) => ({ path: `conditions.${rule.id}`, message: formatMessage(DOCUMENT_MESSAGES, rule.text, DOCUMENT_LOCALE) }));
}

function acceptanceOf(rule: TrailEntry, { chosen, marks }: Chosen): MarkView | undefined {
  return marks.find((mark) => mark.kind === "condition" && mark.key === conditionKey(chosen ?? "", rule.id));
}

function triggerItem({ text, data }: Trigger): RecordInput["reconsider"][number] {
  const { owner, ...trigger } = data;
  return { text, now: null, ownerId: owner, trigger };
}
