import type { Calibration, ReviewRow, ReviewVerdict } from "./schema";

type Expectation = Pick<ReviewRow, "actual" | "expected" | "range">;

/**
 * How an actual number stands to what was expected: inside the team's pooled band, else inside what some member said, else
 * expected by nobody. Unknown without an estimate or without a number.
 *
 * @example an actual 2,600 with a band of 60 to 600 and members between 50 and 5,000 is "inside_someones"
 */
export function verdictOf({ actual, expected, range }: Expectation): ReviewVerdict {
  if (actual === null || expected === null) return "unknown";
  if (actual >= expected.low && actual <= expected.high) return "on_track";
  if (range && actual >= range.low && actual <= range.high) return "inside_someones";
  return "nobody_expected";
}

/**
 * How good the team's numbers were: how many actual ones lay inside the pooled band, and by what factor the team was
 * typically low (above 1) or high (below 1), as a geometric mean.
 *
 * @example two numbers at 2 and 0.5 times the expected give a ratio of 1
 */
export function calibrationOf(rows: readonly Pick<ReviewRow, "actual" | "expected" | "ratio" | "verdict">[]): Calibration {
  const compared = rows.filter(({ actual, expected }) => actual !== null && expected !== null);
  const ratios = compared.flatMap(({ ratio }) => (ratio !== null && ratio > 0 ? [Math.log(ratio)] : []));
  const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
  return {
    compared: compared.length,
    inside: compared.filter(({ verdict }) => verdict === "on_track").length,
    ratio: ratios.length === 0 ? null : Number(Math.exp(mean).toPrecision(9)),
  };
}
