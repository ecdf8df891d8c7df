import type { Evaluation, TrailEntry } from "../engine/schema";
import type { RecordInput } from "../record/build-record";
import { conditionKey, conditionsOf } from "./conditions";
import type { MarkView, Trigger } from "./desk";

export type ChosenWithMarks = { evaluation: Pick<Evaluation, "candidates">; chosen: string | null; marks: readonly MarkView[] };

/**
 * What stands as marks beside the texts, in the form a record takes: triggers, conditions of the choice that were accepted
 * by name, and checks that were put aside. A condition of another candidate stays out.
 * @example recordMarks({ evaluation: { candidates: [] }, chosen: null, marks: [] }) // { triggers: [], accepted: [], putAside: [] }
 */
export function recordMarks(input: ChosenWithMarks): Pick<RecordInput, "accepted" | "putAside"> & { triggers: RecordInput["reconsider"] } {
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

/**
 * The conditions of the choice that nobody accepted yet.
 * @example openConditions({ evaluation: { candidates: [] }, chosen: null, marks: [] }) // []
 */
export function openConditions(input: ChosenWithMarks): TrailEntry[] {
  return conditionsOf(input.evaluation, input.chosen).filter((rule) => acceptanceOf(rule, input) === undefined);
}

function acceptanceOf(rule: TrailEntry, { chosen, marks }: ChosenWithMarks): MarkView | undefined {
  return marks.find((mark) => mark.kind === "condition" && mark.key === conditionKey(chosen ?? "", rule.id));
}

function triggerItem({ text, data }: Trigger): RecordInput["reconsider"][number] {
  const { owner, ...trigger } = data;
  return { text, now: null, ownerId: owner, trigger };
}
