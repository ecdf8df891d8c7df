import type { Answers } from "../answers/schema";
import { isAsked, type Judged } from "../engine/judge";
import { type Need, needOf } from "../engine/need";
import { rank } from "../engine/rank";
import { pointsOf } from "../engine/rule";
import { RULES } from "../engine/rules";
import type { Tri } from "../engine/tri";
import { aliveAs, type Cell, type Column, columnsOf, scratchOf } from "./engine-columns";
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
export function decideAmong(base: Answers, axes: readonly Axis[]): ListOf {
  const scratch = scratchOf(
    base,
    axes.map(({ path }) => path),
  );
  const needAt = (choice: Choice): Need => {
    for (const [i, set] of scratch.setters.entries()) set(axes[i]?.values[choice[i] ?? 0]);
    return needOf(scratch.answers);
  };
  const varied = variedRules(axes);
  const places = new Set(varied.map(({ at }) => RULES[at]));
  const { columns, extensions, systems, raisedColumn } = columnsOf(needAt(axes.map(() => 0)), (rule) => places.has(rule));
  const cells = varied.map(() => new Map<string, Cell>());

  const cellAt = (rule: number, choice: Choice): Cell => {
    const key = String.fromCharCode(...(varied[rule]?.axes ?? []).map((axis) => choice[axis] ?? 0));
    const known = cells[rule]?.get(key);
    if (known) return known;
    const cell: Cell = { outcomes: [], points: [] };
    cells[rule]?.set(key, cell);
    return cell;
  };

  return (choice) => {
    const need = needAt(choice);
    const now = varied.map((_, rule) => cellAt(rule, choice));
    const judge = (at: number) => judgeColumn({ at, column: columns[at], varied, cells: now, need });
    const judged = new Map<string, Judged>();
    const keep = (one: Judged | null) => one && judged.set(one.facts.id, one);
    for (const at of extensions) keep(judge(at));
    const attached = [...judged.values()].flatMap(({ facts }) => (isAsked(need, facts) ? [facts] : []));
    for (const { id, column } of systems) {
      const isRaised = attached.some((extension) => extension.extends === id);
      const at = isRaised ? raisedColumn(id, attached, need) : column;
      if (at !== null) keep(judge(at));
    }
    return rank({ need, judged }).shortlist.map((one) => one.facts.id);
  };
}

type ColumnInput = { at: number; column: Column | undefined; varied: readonly VariedRule[]; cells: readonly Cell[]; need: Need };

/** Null as soon as a rule removes it; the removing rules stand first. */
function judgeColumn({ at, column, varied, cells, need }: ColumnInput): Judged | null {
  if (!column) return null;
  let points = column.points;
  let outcomes: Tri[] | null = null;
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
    if (outcome === "yes" && rule.effect === "ELIM") return null;
    outcomes ??= [...column.outcomes];
    outcomes[varied[i]?.at ?? 0] = outcome;
    points += cell.points[at] ?? 0;
  }
  return aliveAs(column, outcomes ?? column.outcomes, points);
}
