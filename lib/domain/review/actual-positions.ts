import type { PositionView } from "../worksheet/schema";
import type { Actual, ReviewRow } from "./schema";

/**
 * The team's positions as the actual numbers would have them: today is what was measured, one and three years are the old
 * estimates times actual / expected, because what grew faster than thought is taken to go on so. Fields without an actual
 * number keep their position.
 *
 * @example writes expected 200 and measured 400 double the three-year estimate of 1,000 to 2,000
 */
export function positionsOnActuals(
  positions: readonly PositionView[],
  {
    actuals,
    rows,
    teamValue,
  }: { actuals: readonly Actual[]; rows: readonly Pick<ReviewRow, "metric" | "ratio">[]; teamValue: (field: string) => unknown },
): PositionView[] {
  const changed = actuals.flatMap(({ metric, value }) => {
    const ratio = rows.find((row) => row.metric === metric)?.ratio ?? null;
    const later = (["y1", "y3"] as const).flatMap((time) => {
      const estimate = teamValue(`scale.${time}.${metric}`);
      if (ratio === null || typeof estimate !== "number") return [];
      return [positionOf(`scale.${time}.${metric}`, Number((estimate * ratio).toPrecision(9)))];
    });
    return [positionOf(`scale.now.${metric}`, value), ...later];
  });
  return [...positions.filter(({ field }) => !changed.some((one) => one.field === field)), ...changed];
}

function positionOf(field: string, value: number): PositionView {
  return {
    field,
    value,
    low: null,
    high: null,
    reached: "fact_checked",
    reason: "",
    byMemberId: "",
    by: "",
    at: "1970-01-01T00:00:00Z",
    version: 0,
  };
}
