import type { Growth, GrowthPath } from "../costs/growth-schema";
import type { CostRequest } from "../costs/request-schema";
import { MAX_AMOUNT } from "../costs/workload-schema";

const YEAR = 12;
const THREE_YEARS = 36;
const SECONDS_PER_DAY = 86_400;
const TIMES = [10, 100] as const;

/**
 * How the load grows from today through the estimates of one and three years: the team's own low, typical and high, and
 * the typical path at ten and a hundred times. Without any estimate the load stays as it is. Low and high are left out
 * where nobody disagrees, and no load is larger than what is counted at all. `start` is the month that counts as zero, for example "2026-11".
 *
 * @example growthOf(request, "2026-11").paths.map(({ id }) => id) // ["low", "typical", "high", "x10", "x100"]
 */
export function growthOf({ workload, bands }: Pick<CostRequest, "workload" | "bands">, start: string): Growth {
  const now = (workload.requestsPerDay * workload.peakToAverage) / SECONDS_PER_DAY;
  const counted = (load: number) => Math.min(load, MAX_AMOUNT);
  const pathOf = (id: string, pick: "low" | "typical" | "high", times = 1): GrowthPath => ({
    id,
    points: [
      { month: 0, peakRequestsPerSecond: counted(now * times) },
      ...bands.map((band) => ({ month: band.id === "y1" ? YEAR : THREE_YEARS, peakRequestsPerSecond: counted(band[pick] * times) })),
    ].sort((a, b) => a.month - b.month),
  });
  const hasSpread = bands.some(({ low, high }) => low < high);
  const own = hasSpread ? (["low", "typical", "high"] as const) : (["typical"] as const);
  return { start, paths: [...own.map((pick) => pathOf(pick, pick)), ...TIMES.map((times) => pathOf(`x${times}`, "typical", times))] };
}
