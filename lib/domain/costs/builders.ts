import { type CostRequest, type CostRequestInput, costRequestSchema } from "./request-schema";
import { type Workload, workloadSchema } from "./workload-schema";

/** A small shop: 100 requests a second at the peak, twice the average, four reads to a write, 20 GB. */
export function aLoad(over: Partial<Workload> = {}): Workload {
  return workloadSchema.parse({
    requestsPerDay: 4_320_000,
    peakToAverage: 2,
    readShare: 0.8,
    strongReadShare: 1,
    transactionalShare: 0,
    itemReadKb: 1,
    itemWriteKb: 1,
    storedGb: 20,
    growthGbPerMonth: 0,
    egressShare: 0,
    ...over,
  });
}

/** A request for listed designs by letter: `aCostRequest({ designs: { A: "spanner" } })`. */
export function aCostRequest(
  over: { workload?: Partial<Workload>; designs: Record<string, string> } & Partial<Omit<CostRequestInput, "workload" | "designs">>,
): CostRequest {
  const { workload, designs, ...rest } = over;
  return costRequestSchema.parse({
    workload: aLoad(workload),
    designs: Object.entries(designs).map(([id, design]) => ({ id, shape: "listed", design })),
    ...rest,
  });
}
