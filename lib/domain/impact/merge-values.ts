import type { Answers } from "../answers/schema";
import { type Need, needOf } from "../engine/need";
import { LARGE_TABLE_GB, RANK_READS } from "../engine/rank";
import { pointsOf } from "../engine/rule";
import { RULES } from "../engine/rules";
import { isFastTimeSeries } from "../engine/traits";
import { type Axis, type VariedRule, variedRules } from "./decide-among";
import { type ByHand, columnsOf, fullyRaised, scratchOf, sizeAsks } from "./engine-columns";

/** Beyond so many combinations with what a rule reads beside it, answers stay apart: looking would cost more than it saves. */
const MOST_SURROUNDINGS = 1_500;

/**
 * For each axis the class of each of its values: values of one class give the same list whatever the other axes say,
 * because no rule and no key of the ranking tells them apart. Classes count from 0 in the order of the values. An axis
 * that nothing reads has one class. Example: with no other answer 200 and 500 writes a second share a class.
 */
export function valueClasses(base: Answers, axes: readonly Axis[], byHand: ByHand = {}): number[][] {
  const scratch = scratchOf(
    base,
    axes.map(({ path }) => path),
  );
  const needAt = (choice: readonly number[]): Need => {
    for (const [i, set] of scratch.setters.entries()) set(axes[i]?.values[choice[i] ?? 0]);
    return needOf(structuredClone(scratch.answers));
  };
  const needs = new Map<string, Need>();
  const needOnce = (choice: readonly number[]): Need => {
    const key = String.fromCharCode(...choice);
    const need = needs.get(key) ?? needAt(choice);
    needs.set(key, need);
    return need;
  };
  const varied = variedRules(axes);
  const places = new Set(varied.map(({ at }) => RULES[at]));
  const start = axes.map(() => 0);
  const { columns } = columnsOf(needAt(start), (rule) => places.has(rule), byHand);
  const systems = [...columns.map(({ facts }) => facts), ...fullyRaised()];

  const saidBy = ({ at }: VariedRule, need: Need): string => {
    const rule = RULES[at];
    if (!rule || rule.on === "hosting") return "";
    return systems
      .map((facts) => {
        const outcome = rule.test(need, facts);
        const points = outcome === "yes" && rule.effect !== "ELIM" ? pointsOf(rule, need, facts) : 0;
        return `${outcome[0]}${points}`;
      })
      .join("");
  };

  return axes.map(({ path, values }, axis) => {
    const readers = varied.filter((rule) => rule.axes.includes(axis));
    const isSize = /^scale\.(now|y1|y3)\./u.test(path);
    if (RANK_READS.has(path) && !isSize) return values.map((_, value) => value);
    const siblings = axes.flatMap((other, i) => (i !== axis && rowOf(other.path) === rowOf(path) ? [i] : []));
    const surroundings = [...readers.map((rule) => rule.axes.filter((other) => other !== axis)), ...(isSize ? [siblings] : [])];
    if (surroundings.some((others) => values.length * countOf(others, axes) > MOST_SURROUNDINGS)) return values.map((_, value) => value);
    const signs = values.map((_, value) => {
      const said = readers.flatMap((rule, r) =>
        choicesOf({ axes, others: surroundings[r] ?? [], axis, value }).map((choice) => saidBy(rule, needOnce(choice))),
      );
      const ranked = isSize ? choicesOf({ axes, others: siblings, axis, value }).map((choice) => sizeSign(needOnce(choice), path)) : [];
      return [...said, ...ranked].join("|");
    });
    const classes = [...new Set(signs)];
    return signs.map((sign) => classes.indexOf(sign));
  });
}

/** What the ranking makes of one size alone, where time series and measured figures would let it count. */
function sizeSign(need: Need, path: string): string {
  const row = rowOf(path) as keyof Need["y3"];
  const only: Need = { ...need, workload: { ...need.workload, primary: "time_series" }, y3: { [row]: need.y3[row] } };
  return [isFastTimeSeries(only), ...sizeAsks(only), (only.y3.largest_table_gb ?? 0) > LARGE_TABLE_GB].join();
}

function rowOf(path: string): string {
  return path.startsWith("scale.") ? (path.split(".")[2] ?? path) : path;
}

function countOf(others: readonly number[], axes: readonly Axis[]): number {
  return others.reduce((product, other) => product * (axes[other]?.values.length ?? 1), 1);
}

function choicesOf(input: { axes: readonly Axis[]; others: readonly number[]; axis: number; value: number }): number[][] {
  const { axes, others, axis, value } = input;
  const first = axes.map((_, i) => (i === axis ? value : 0));
  return others.reduce<number[][]>(
    (choices, other) =>
      choices.flatMap((choice) => (axes[other]?.values ?? []).map((_, at) => choice.map((one, i) => (i === other ? at : one)))),
    [first],
  );
}
