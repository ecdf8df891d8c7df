import { FIELDS } from "../answers/fields";
import { answersThatCount } from "../disagreement/given-answers";
import { proposePosition } from "../disagreement/proposal";
import { toSignificant } from "../disagreement/rounding";
import type { AnswerView, PositionView } from "../worksheet/schema";
import { RULES } from "./rules";
import type { Bands } from "./schema";

/** The numbers at which some rule takes a candidate off: only their bands can make a near miss. */
const DECISIVE = FIELDS.filter(
  ({ type, path }) =>
    type === "number" && RULES.some(({ effect, thresholds, reads }) => effect === "ELIM" && thresholds && reads.includes(path)),
);

/**
 * Low and high of the team's numbers, by answer path: what was recorded with the position, else pooled from the members'
 * estimates by how each knows theirs. Numbers that nobody estimated have no band, and fields on which no candidate can leave
 * are left out. Rounded to 9 digits.
 * @example teamBands({ positions: [], answers: [aWildGuess("scale.y3.data_gb", 200)] }) // { "scale.y3.data_gb": { low: 20, high: 2000 } }
 */
export function teamBands(input: { positions: readonly PositionView[]; answers: readonly AnswerView[] }): Bands {
  const bands = DECISIVE.flatMap((field) => {
    const position = input.positions.find((one) => one.field === field.path);
    const pooled = proposePosition({ field, answers: answersThatCount(input.answers, field.path) });
    const low = position?.low ?? pooled.low;
    const high = position?.high ?? pooled.high;
    if (low === null || high === null || low > high) return [];
    return [[field.path, { low: toSignificant(low, 9), high: toSignificant(high, 9) }] as const];
  });
  return Object.fromEntries(bands);
}
