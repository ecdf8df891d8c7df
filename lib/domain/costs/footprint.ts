import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { costRequestSchema } from "./request-schema";

/** One server in one zone is no production set-up (P-02). */
const ONE_ZONE = new Set(["rds-postgres", "rds-mysql", "cloud-sql-zonal"]);

/** Hardly any load, so that what is left is the price of being there at all. */
const IDLE = {
  requestsPerDay: 1_000,
  peakToAverage: 2,
  readShare: 0.8,
  strongReadShare: 1,
  transactionalShare: 0,
  itemReadKb: 1,
  itemWriteKb: 1,
  storedGb: 1,
  growthGbPerMonth: 0,
  egressShare: 0,
};

/**
 * Per catalogue id the smallest monthly price, in whole US dollars, of a production set-up that the price book knows: three
 * nodes for quorum systems, a pair otherwise, hardly any load; rounded down, because it may remove. Systems without a
 * complete price are left out: unknown is not free.
 * @example smallestFootprints().dynamodb // 0
 */
export function smallestFootprints(): Record<string, number> {
  const smallest: Record<string, number> = {};
  for (const { id, systems } of DESIGN_SOURCES) {
    if (ONE_ZONE.has(id)) continue;
    const request = costRequestSchema.parse({ workload: IDLE, designs: [{ id: "A", shape: "listed", design: id }], scenarios: [1] });
    const month = computeCosts(request).designs[0]?.monthly[0];
    if (!month?.complete || month.total === null) continue;
    const usd = Math.floor(Number(month.total));
    for (const system of systems) smallest[system] = Math.min(smallest[system] ?? usd, usd);
  }
  return Object.fromEntries(Object.entries(smallest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
