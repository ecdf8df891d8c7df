import { exact } from "../costs/exact";
import type { DesignRequest } from "../costs/request-schema";
import { shapeSchema } from "../costs/shape-schema";
import type { CustomDesign, TodayBill } from "./settings";

const HOURS = 730;
const MILLION = 1_000_000;

/**
 * The team's own bill of today as a design: the same amount at every load until it no longer carries it, which is the
 * peak of today times what the team believes it carries.
 *
 * @example todayDesign({ name: "Our Oracle", usdPerMonth: "900", carriesTimes: 3 }, "2026-11-20").design.id // "T"
 */
export function todayDesign({ name, usdPerMonth, carriesTimes }: TodayBill, asOf: string): { name: string; design: DesignRequest } {
  return { name, design: { id: "T", shape: "current_bill", usdMonth: usdPerMonth, carriesTimes, asOf, label: name } };
}

/**
 * A design that the team described: whole nodes of equal price, or requests by the million on top of a monthly amount.
 * Node prices become prices per hour, because every node is billed by the hour; a month has 730.
 *
 * @example customDesign({ id: "X1", asOf: "2026-11-20", custom: { kind: "nodes", name: "Ours", usdPerNodeMonth: "292", peakRequestsPerNodeSecond: 400, minNodes: 2 } }).design.id // "X1"
 */
export function customDesign({ id, custom, asOf }: { id: string; custom: CustomDesign; asOf: string }): {
  name: string;
  design: DesignRequest;
} {
  if (custom.kind === "nodes") {
    const shape = shapeSchema.parse({
      shape: "scale_out",
      price: { usd: exact(custom.usdPerNodeMonth).div(HOURS).toDecimalPlaces(12).toFixed(), asOf, label: custom.name },
      node: { writesPerSecond: custom.peakRequestsPerNodeSecond, readsPerSecond: custom.peakRequestsPerNodeSecond },
      minNodes: custom.minNodes,
      maxNodes: 2_000,
      utilisation: 1,
    });
    return { name: custom.name, design: { id, ...shape } };
  }
  const metered = { price: { usd: custom.usdPerMillion, asOf, label: custom.name }, priceUnits: MILLION, size: { rule: "once" } } as const;
  const shape = shapeSchema.parse({
    shape: "request_priced",
    meters: [
      { of: "writes", ...metered },
      { of: "reads", ...metered },
    ],
    fixed: custom.usdPerMonth === "0" ? [] : [{ meter: "own_bill", price: { usd: custom.usdPerMonth, asOf, label: custom.name } }],
  });
  return { name: custom.name, design: { id, ...shape } };
}
