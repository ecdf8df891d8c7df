import type { Answers } from "../answers/schema";

import { effectiveAnswers, teamAnswers } from "../disagreement/team-answers";
import { summariseWorksheet, type WorksheetField, type WorksheetSummary } from "../disagreement/worksheet-summary";
import { familyOf, findFacts } from "../engine/facts";
import type { AnswerView, PositionView } from "../worksheet/schema";
import { analyseImpact, type ImpactAnalysis } from "./analyse-impact";
import { decideAmong } from "./decide-among";
import type { ByHand } from "./engine-columns";
import { inOrderOfImpact } from "./in-order";
import type { FieldImpact, Impact, Outcome } from "./schema";
import { LIMITS, type Limits } from "./total-impact";
import { unmeasuredFlips } from "./unmeasured";
import { type Choice, withValue } from "./variable";
import { type DifferingField, differingFields, variablesOf } from "./worksheet-variables";

export type ImpactInput = ByHand & { frame: Answers; positions: readonly PositionView[]; answers: readonly AnswerView[]; seed: string };

/**
 * Which of a team's differences change the shortlist, and how steady it is. Reads what the viewer may see; recorded
 * positions stand for the team and are no longer varied. Nobody's answers give the list of the frame and no fields.
 * Example: three members of whom one says 80,000 writes a second learn whose list that changes, and to what.
 */
export function worksheetImpact(input: ImpactInput): Impact {
  return impactWith(input, LIMITS);
}

/**
 * The same from a handful of combinations: direct impact, lists and outcomes are those of `worksheetImpact`, shares over all
 * combinations only a first guess. For a screen that should not wait. Example: 8 members and 20 fields take a tenth of the time.
 */
export function quickImpact(input: ImpactInput): Impact {
  return impactWith(input, QUICK);
}

const QUICK: Limits = { exact: 200, samples: 12, lists: 400 };

function impactWith(input: ImpactInput, limits: Limits): Impact {
  const summary = summariseWorksheet({ answers: [...input.answers] });
  const team = teamAnswers({ ...input, familyOf });
  const base = effectiveAnswers({ ...input, familyOf });
  const fields = differingFields({ fields: summary.fields.filter((field) => !field.agreed), positions: input.positions, team });
  const { variables, classes, axes } = variablesOf(base, fields, input);
  const analysis = analyseImpact({ variables, listOf: decideAmong(base, axes, input), seed: input.seed, limits });
  const impacts = fields.map((field, q) => impactOf({ field, q, classes: classes[q] ?? [], analysis }));
  const found = {
    list: [...decideAmong(base, [], input)([])],
    fields: inOrderOfImpact(impacts, { spread: new Map(fields.map(({ path, field }) => [path, field.spread ?? 0])) }),
    unmeasured: unmeasuredFlips(base, [...summary.fields.filter((field) => field.agreed), ...summary.heardOnce], input),
    members: memberLists({ fields, classes, analysis, summary }),
    combinations: summary.size === "team" ? combinationsOf(fields, analysis) : null,
  };
  return { names: namesOf(found, input.custom), ...found };
}

function namesOf(
  { list, fields, unmeasured, members, combinations }: Omit<Impact, "names">,
  custom: ByHand["custom"] = [],
): Impact["names"] {
  const own = new Map(custom.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => findFacts(id)?.name ?? own.get(id) ?? id;
  const ids = new Set([
    ...list,
    ...fields.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => [...outcome.list, ...outcome.removes])),
    ...unmeasured.flatMap(({ adds, removes }) => [...adds, ...removes]),
    ...members.flatMap((member) => member.list),
    ...(combinations?.survival.map(({ id }) => id) ?? []),
  ]);
  return Object.fromEntries([...ids].sort().map((id) => [id, nameOf(id)]));
}

type FieldInput = { field: DifferingField; q: number; classes: readonly number[]; analysis: ImpactAnalysis };

function impactOf({ field, q, classes, analysis }: FieldInput): FieldImpact {
  const { path, isSettled, hasProvisional } = field;
  const { direct = 0, flipShare = 0, total = 0, bucket = "same", partner = null } = analysis.impacts[q] ?? {};
  const start = tellingStart({ field, q, classes, analysis });
  const outcomes = outcomesAt({ field, q, classes, analysis, start });
  const orders = new Set(
    field.givenBy.flatMap((members, value) => (members.length > 0 ? [orderAt({ q, classes, analysis, start, value })] : [])),
  );
  return {
    field: path,
    bucket,
    direct,
    flipShare,
    total,
    partner,
    isSettled,
    hasProvisional,
    reorders: outcomes.length === 1 && orders.size > 1,
    outcomes,
  };
}

/** The first of the tied starts at which the members' answers lead apart, else the first. */
function tellingStart({ field, q, classes, analysis }: FieldInput): Choice {
  const { starts, book } = analysis;
  const given = field.givenBy.flatMap((members, value) => (members.length > 0 ? [classes[value] ?? 0] : []));
  return starts.find((start) => new Set(given.map((value) => book.at(withValue(start, q, value)))).size > 1) ?? starts[0] ?? [];
}

function outcomesAt({ field, q, classes, analysis, start }: FieldInput & { start: Choice }): Outcome[] {
  const { book } = analysis;
  const reference = field.hasProvisional ? book.orderedAt(withValue(start, q, classes[field.provisional[0] ?? 0] ?? 0)) : null;
  const byList = new Map<number, Outcome>();
  for (const [value, members] of field.givenBy.entries()) {
    if (members.length === 0) continue;
    const choice = withValue(start, q, classes[value] ?? 0);
    const list = book.orderedAt(choice);
    const known = byList.get(book.at(choice)) ?? {
      memberIds: [],
      values: [],
      list: [...list],
      adds: list.filter((id) => reference !== null && !reference.includes(id)),
      removes: (reference ?? []).filter((id) => !list.includes(id)),
    };
    known.memberIds.push(...members);
    known.values.push(field.values[value] as Outcome["values"][number]);
    byList.set(book.at(choice), known);
  }
  return [...byList.values()];
}

function orderAt(input: { q: number; classes: readonly number[]; analysis: ImpactAnalysis; start: Choice; value: number }): string {
  const { q, classes, analysis, start, value } = input;
  return analysis.book.orderedAt(withValue(start, q, classes[value] ?? 0)).join();
}

type ListsInput = { fields: readonly DifferingField[]; classes: readonly number[][]; analysis: ImpactAnalysis; summary: WorksheetSummary };

function memberLists({ fields, classes, analysis, summary }: ListsInput): Impact["members"] {
  const everybody = [...summary.fields, ...summary.heardOnce, ...summary.nobodyKnows, ...summary.collected];
  const members = new Set(everybody.flatMap((field: WorksheetField) => field.answers.map((answer) => answer.memberId)));
  return [...members].sort().map((memberId) => {
    const choice = fields.map(({ givenBy }, q) => {
      const own = givenBy.findIndex((ids) => ids.includes(memberId));
      return own === -1 ? (analysis.starts[0]?.[q] ?? 0) : (classes[q]?.[own] ?? 0);
    });
    return { memberId, list: [...analysis.book.orderedAt(choice)] };
  });
}

function combinationsOf(fields: readonly DifferingField[], analysis: ImpactAnalysis): NonNullable<Impact["combinations"]> {
  const { combinations, stability, survival, lists, starts } = analysis;
  const answered = fields.filter((field) => !field.isSettled).map(({ givenBy }) => givenBy.filter((members) => members.length > 0).length);
  return {
    possible: answered.reduce((product, count) => product * count, 1),
    distinct: combinations.possible,
    tried: combinations.tried,
    isExact: combinations.isExact,
    stability,
    isTied: starts.length > 1,
    survival,
    lists: lists.slice(0, MOST_LISTS),
  };
}

const MOST_LISTS = 10;
