import type { Answers } from "../answers/schema";
import { proposePosition } from "../disagreement/proposal";
import { toSignificant } from "../disagreement/rounding";
import type { WorksheetField } from "../disagreement/worksheet-summary";
import { answerAt } from "../engine/answer-path";
import { CATALOGUE_FACTS } from "../engine/facts";
import { LARGE_TABLE_GB } from "../engine/rank";
import { RULES } from "../engine/rules";
import { decideAmong } from "./decide-among";
import type { ByHand } from "./engine-columns";
import type { Unmeasured } from "./schema";

const NUMERIC = RULES.filter((rule) => rule.thresholds);

/**
 * Numbers on which nobody differs and which nobody measured or calculated, with a value inside the pooled band at which
 * the list is another: alike, and dangerous all the same. `fields` are those without a difference; the nearest such value
 * by its ratio is given. Example: three wild guesses of 20,000 writes a second reach 200,000, past several ceilings.
 */
export function unmeasuredFlips(base: Answers, fields: readonly WorksheetField[], byHand: ByHand = {}): Unmeasured[] {
  return fields.flatMap((field): Unmeasured[] => {
    const { low, high } = proposePosition({ field: field.def, answers: field.answers });
    const value = answerAt(base, field.field);
    if (low === null || high === null || typeof value !== "number" || !isGuessed(field)) return [];
    const inside = [...thresholdsOf(field.field), low, high].filter((at) => at >= low && at <= high && at !== value);
    const values = [...new Set(inside)].sort((a, b) => distance(a, value) - distance(b, value));
    if (values.length === 0) return [];
    const listOf = decideAmong(base, [{ path: field.field, values: [value, ...values] }], byHand);
    const list = listOf([0]);
    for (const [i, flipsAt] of values.entries()) {
      const other = listOf([i + 1]);
      const adds = other.filter((id) => !list.includes(id));
      const removes = list.filter((id) => !other.includes(id));
      if (adds.length > 0 || removes.length > 0)
        return [{ field: field.field, value, low: toSignificant(low, 9), high, flipsAt, adds, removes }];
    }
    return [];
  });
}

function isGuessed({ answers }: WorksheetField): boolean {
  return answers.every(({ unknown, basis }) => unknown || (basis !== "measured" && basis !== "calculated"));
}

/** Rules compare with more than, at least and less than, so the values around a threshold are tried too. */
function thresholdsOf(path: string): number[] {
  const declared = NUMERIC.filter((rule) => rule.reads.includes(path)).flatMap((rule) =>
    CATALOGUE_FACTS.flatMap((facts) =>
      (rule.thresholds?.(facts) ?? []).flatMap((one) => (one.path === path && one.at !== null ? [one.at] : [])),
    ),
  );
  const tables = path.endsWith(".largest_table_gb") ? [LARGE_TABLE_GB] : [];
  return [...new Set([...declared, ...tables])].flatMap((at) => [Math.max(0, at - 1), at, at + 1]);
}

/** How many times the value must grow or shrink; zero is further than any factor. */
function distance(to: number, from: number): number {
  return to > 0 && from > 0 ? Math.max(to / from, from / to) : Number.MAX_VALUE;
}
