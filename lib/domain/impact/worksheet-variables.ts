import canonicalize from "canonicalize";
import type { Answers } from "../answers/schema";
import { readableAnswers } from "../disagreement/given-answers";
import type { teamAnswers } from "../disagreement/team-answers";
import type { WorksheetField } from "../disagreement/worksheet-summary";
import type { PositionView } from "../worksheet/schema";
import type { Axis } from "./decide-among";
import type { ByHand } from "./engine-columns";
import { valueClasses } from "./merge-values";
import type { Variable } from "./variable";

/** A field on which the team differs, with who gave which value. */
export type DifferingField = Axis & {
  field: WorksheetField;
  /** Member ids per value; none for a provisional value that nobody gave. */
  givenBy: readonly string[][];
  /** Values by number that stand for the team; several where it is tied. */
  provisional: readonly number[];
  isSettled: boolean;
  hasProvisional: boolean;
};

/**
 * The differing fields with their values: what members gave, and what stands for the team: the recorded position, else
 * the proposal, else the tied answers of a judgement or an estimate. Claims of fact that exclude each other stand for
 * nothing (unknown) until they are checked.
 */
export function differingFields(input: {
  fields: readonly WorksheetField[];
  positions: readonly PositionView[];
  team: ReturnType<typeof teamAnswers>;
}): DifferingField[] {
  const { fields, positions, team } = input;
  return fields.map((field) => {
    const given = givenValues(field);
    const isSettled = positions.some((position) => position.field === field.field);
    const own = team[field.field]?.value ?? null;
    const isOpen = own === null && !isSettled && field.def.kind !== "fact";
    const most = Math.max(...given.map(({ memberIds }) => memberIds.length));
    const standing = isOpen ? given.filter(({ memberIds }) => memberIds.length === most).map(({ value }) => value) : [own];
    const values = given.map(({ value }) => value);
    for (const value of standing) if (!values.some((one) => sameValue(one, value))) values.push(value);
    return {
      field,
      path: field.field,
      values,
      givenBy: values.map((_, i) => given[i]?.memberIds ?? []),
      provisional: standing.map((value) => values.findIndex((one) => sameValue(one, value))),
      isSettled,
      hasProvisional: own !== null || isSettled,
    };
  });
}

/** The fields as variables of the analysis: values that no rule tells apart count as one. `classes` maps each value to its class. */
export function variablesOf(
  base: Answers,
  fields: readonly DifferingField[],
  byHand: ByHand = {},
): { variables: Variable[]; classes: number[][]; axes: Axis[] } {
  const classes = valueClasses(base, fields, byHand);
  const variables = fields.map(({ path, givenBy, provisional, isSettled }, i): Variable => {
    const own = classes[i] ?? [];
    const counts = Array.from({ length: Math.max(...own) + 1 }, () => 0);
    for (const [value, members] of givenBy.entries()) counts[own[value] ?? 0] = (counts[own[value] ?? 0] ?? 0) + members.length;
    const standing = provisional.map((value) => own[value] ?? 0);
    const isTied = new Set(standing).size > 1;
    return { id: path, counts, provisional: isTied ? standing : standing.slice(0, 1), isOpen: !isSettled };
  });
  const axes = fields.map(({ path, values }, i) => {
    const own = classes[i] ?? [];
    return { path, values: [...new Set(own)].map((at) => values[own.indexOf(at)]) };
  });
  return { variables, classes, axes };
}

/** Different values in an order of their own, so that the order of members changes nothing. */
function givenValues({ def, answers }: WorksheetField): { value: unknown; memberIds: string[] }[] {
  const byKey = new Map<string, { value: unknown; memberIds: string[] }>();
  for (const { value, memberId } of readableAnswers(def, answers)) {
    const key = keyOf(value);
    const known = byKey.get(key) ?? { value: sorted(value), memberIds: [] };
    known.memberIds.push(memberId);
    byKey.set(key, known);
  }
  const order = (value: unknown) => (typeof value === "number" ? value : def.options.indexOf(String(value)));
  return [...byKey].sort(([a, one], [b, other]) => order(one.value) - order(other.value) || (a < b ? -1 : 1)).map(([, one]) => one);
}

function sameValue(a: unknown, b: unknown): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(value: unknown): string {
  return canonicalize(sorted(value)) ?? "";
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...new Set(value)].sort() : (value ?? null);
}
