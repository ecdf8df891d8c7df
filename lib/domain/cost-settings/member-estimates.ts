import type { MemberEstimate, Uncertainty } from "../costs/estimates-schema";
import type { AnswerView } from "../worksheet/schema";

const YEARS = ["y1", "y3"] as const;

/**
 * What the members expect in one and three years, each by their latest answer, ready to be pooled and tried. Null when fewer
 * than one of them gave a load. The seed is the worksheet's id, so that the same answers always give the same bands.
 *
 * @example memberEstimates([{ memberId: "bo", field: "scale.y3.reads_s", value: 80, round: 1, ... }], "id")?.points[0]?.id // "y3"
 */
export function memberEstimates(
  answers: readonly Pick<AnswerView, "memberId" | "field" | "round" | "value">[],
  seed: string,
): Uncertainty | null {
  const points = YEARS.flatMap((year) => {
    const members = [...new Set(answers.map(({ memberId }) => memberId))].flatMap((member) => estimateOf({ answers, member, year }) ?? []);
    return members.length > 0 ? [{ id: year, members }] : [];
  });
  return points.length > 0 ? { trials: 4_000, seed, meaning: "one_in_ten", varyPrices: true, points } : null;
}

type Asked = { answers: Parameters<typeof memberEstimates>[0]; member: string; year: (typeof YEARS)[number] };

function estimateOf({ answers, member, year }: Asked): MemberEstimate | null {
  const latest = (field: string) => {
    const own = answers.filter((answer) => answer.memberId === member && answer.field === field).sort((a, b) => b.round - a.round)[0];
    return typeof own?.value === "number" ? own.value : null;
  };
  const [reads, writes] = [latest(`scale.${year}.reads_s`), latest(`scale.${year}.writes_s`)];
  if (reads === null && writes === null) return null;
  const peak = (reads ?? 0) + (writes ?? 0);
  const stored = latest(`scale.${year}.data_gb`);
  const percent = latest("workload.read_pct");
  return {
    member,
    weight: 1,
    peakRequestsPerSecond: { likely: peak },
    ...(stored === null ? {} : { storedGb: { likely: stored } }),
    ...(percent === null ? {} : { readShare: { likely: Math.min(1, percent / 100) } }),
  };
}
