import type { Answers } from "../answers/schema";
import type { Facts } from "../engine/facts";
import { isAsked, type Judged } from "../engine/judge";
import { type Need, needOf } from "../engine/need";
import { rank } from "../engine/rank";
import { pointsOf } from "../engine/rule";
import { RULES } from "../engine/rules";
import { aliveAs, type ByHand, type Cell, type Column, columnsOf, scratchOf } from "./engine-columns";
import type { Choice, ListOf } from "./variable";

/** Answer paths with the values that each may take; null is "unknown". */
export type Axis = { path: string; values: readonly unknown[] };

/** One rule that reads varied answers, and which. */
export type VariedRule = { at: number; axes: readonly number[] };

/** Rules that read at least one of the axes, removing ones first. */
export function variedRules(axes: readonly Axis[]): VariedRule[] {
  const varied = RULES.flatMap((rule, at): VariedRule[] => {
    const read = axes.flatMap(({ path }, i) => (rule.reads.some((one) => one === path || path.startsWith(`${one}.`)) ? [i] : []));
    return read.length > 0 ? [{ at, axes: read }] : [];
  });
  const isElim = ({ at }: VariedRule) => Number(RULES[at]?.effect === "ELIM");
  return varied.sort((a, b) => isElim(b) - isElim(a) || a.at - b.at);
}

/**
 * `decide` for many combinations of a few answers: the same lists, about thirty times faster, because a rule is asked once
 * per combination of the answers that it reads and what the other answers removed is never looked at again.
 * Example: with the one axis `workload.primary` of "graph" and "relational", `listOf([1])` is `decide` of relational.
 */
export function decideAmong(base: Answers, axes: readonly Axis[], byHand: ByHand = {}): ListOf {
  const scratch = scratchOf(
    base,
    axes.map(({ path }) => path),
  );
  const needAt = (choice: Choice): Need => {
    for (let i = 0; i < axes.length; i++) scratch.setters[i]?.(axes[i]?.values[choice[i] ?? 0]);
    return needOf(scratch.answers);
  };
  const varied = variedRules(axes);
  const places = new Set(varied.map(({ at }) => RULES[at]));
  const { columns, extensions, systems, raisedColumn } = columnsOf(needAt(axes.map(() => 0)), (rule) => places.has(rule), byHand);
  const overrides = new Map((byHand.overrides ?? []).map((override) => [override.candidate, override]));
  const cellsAt = cellsOf(varied, axes);
  const slots: (number | undefined)[] = [];
  for (const [slot, { at }] of varied.entries()) slots[at] = slot;

  // The innermost loop of the analysis: plain loops, and no closure made per call.
  return (choice) => {
    const need = needAt(choice);
    const cells = cellsAt(choice);
    const judged = new Map<string, Judged>();
    const attached: Facts[] = [];
    for (const at of extensions) {
      const one = judgeColumn({ at, column: columns[at], varied, slots, cells, need });
      if (!one) continue;
      judged.set(one.facts.id, one);
      if (isAsked(need, one.facts)) attached.push(one.facts);
    }
    for (const { id, column } of systems) {
      const at = extendsAny(attached, id) ? raisedColumn(id, attached, need) : column;
      const one = at === null ? null : judgeColumn({ at, column: columns[at], varied, slots, cells, need });
      if (one) judged.set(id, one);
    }
    return rank({ need, judged, overrides }).shortlist.map((one) => one.facts.id);
  };
}

function extendsAny(attached: readonly Facts[], base: string): boolean {
  for (const extension of attached) if (extension.extends === base) return true;
  return false;
}

/** The cells of all varied rules under a choice, in their order. Rules that read the same answers are looked up together. */
function cellsOf(varied: readonly VariedRule[], axes: readonly Axis[]): (choice: Choice) => Cell[] {
  type Group = { axes: readonly number[]; rules: number[]; cells: Map<number, Cell[]> };
  const groups = new Map<string, Group>();
  for (const [rule, read] of varied.entries()) {
    const group: Group = groups.get(read.axes.join()) ?? { axes: read.axes, rules: [], cells: new Map() };
    group.rules.push(rule);
    groups.set(read.axes.join(), group);
  }
  const list = [...groups.values()];
  return (choice) => {
    const now = new Array<Cell>(varied.length);
    for (const group of list) {
      let key = 0;
      for (const axis of group.axes) key = key * (axes[axis]?.values.length ?? 1) + (choice[axis] ?? 0);
      let cells = group.cells.get(key);
      if (!cells) {
        cells = group.rules.map(() => ({ outcomes: [], points: [] }));
        group.cells.set(key, cells);
      }
      for (let i = 0; i < cells.length; i++) now[group.rules[i] ?? 0] = cells[i] as Cell;
    }
    return now;
  };
}

type ColumnInput = {
  at: number;
  column: Column | undefined;
  varied: readonly VariedRule[];
  /** By place in the table of rules, where a varied rule stands among the varied ones. */
  slots: readonly (number | undefined)[];
  cells: readonly Cell[];
  need: Need;
};

/** Null as soon as a rule removes it; the removing rules stand first. */
function judgeColumn({ at, column, varied, slots, cells, need }: ColumnInput): Judged | null {
  if (!column) return null;
  let points = column.points;
  for (let i = 0; i < varied.length; i++) {
    const cell = cells[i];
    const rule = RULES[varied[i]?.at ?? 0];
    if (!cell || !rule) continue;
    let outcome = cell.outcomes[at];
    if (outcome === undefined) {
      outcome = rule.on === "hosting" ? "no" : rule.test(need, column.facts);
      cell.outcomes[at] = outcome;
      cell.points[at] = outcome === "yes" && rule.effect !== "ELIM" ? pointsOf(rule, need, column.facts) : 0;
    }
    if (outcome === "yes" && rule.effect === "ELIM" && !column.isRestored) return null;
    points += cell.points[at] ?? 0;
  }
  return aliveAs(column, (place) => cells[slots[place] ?? -1]?.outcomes[at], points);
}
