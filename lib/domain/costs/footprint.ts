import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { costRequestSchema } from "./request-schema";

/** One server in one zone is no production set-up (P-02). */
const ONE_ZONE = new Set(["rds-postgres", "rds-mysql", "cloud-sql-zonal"]);

const OWN_SERVERS = "own-servers";
const ALWAYS_ON = new Set(["per_node", "scale_out", "request_priced", "capacity_priced", "self_hosted"]);
/** What a warehouse costs at least is how long it is left awake, which is a choice and no footprint. */
const SLEEPING = new Set(["bigquery", "athena", "redshift", "snowflake", "clickhouse"]);

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
 * Per catalogue id the smallest monthly price, in whole US dollars, of a production set-up that the price book sells as a
 * service, with hardly any load; `own-servers` is a pair of rented ones. Rounded down, because it may remove. Systems without a
 * complete price are left out: unknown is not free.
 * @example smallestFootprints().dynamodb // 0
 */
export function smallestFootprints(): Record<string, number> {
  const smallest: Record<string, number> = {};
  for (const { id, systems, shape, hosting } of DESIGN_SOURCES) {
    if (ONE_ZONE.has(id) || !ALWAYS_ON.has(shape.shape) || systems.some((system) => SLEEPING.has(system))) continue;
    const request = costRequestSchema.parse({ workload: IDLE, designs: [{ id: "A", shape: "listed", design: id }], scenarios: [1] });
    const month = computeCosts(request).designs[0]?.monthly[0];
    if (!month?.complete || month.total === null) continue;
    const usd = Math.floor(Number(month.total));
    // Run by oneself, every engine costs what servers cost.
    const priced = hosting === "self_hosted" ? systems.filter((system) => system === OWN_SERVERS) : systems;
    for (const system of priced) smallest[system] = Math.min(smallest[system] ?? usd, usd);
  }
  return Object.fromEntries(Object.entries(smallest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
