import { exact } from "../costs/exact";
import type { DesignRequest } from "../costs/schema";
import { shapeSchema } from "../costs/shapes";
import type { CustomDesign, TodayBill } from "./settings";

const HOURS = 730;
const MILLION = 1_000_000;

/**
 * The team's own bill of today as a design: the same amount at every load until it no longer carries it, which is the
 * peak of today times what the team believes it carries. Requests are metered at no price, so that the ceiling is checked.
 *
 * @example todayDesign({ name: "Our Oracle", usdPerMonth: "900", carriesTimes: 3 }, 200).design.id // "T", up to 600/s
 */
export function todayDesign(today: TodayBill, peakNow: number): { name: string; design: DesignRequest } {
  const free = { price: { usd: "0" }, priceUnits: MILLION, size: { rule: "once" } } as const;
  const shape = shapeSchema.parse({
    shape: "request_priced",
    meters: [
      { of: "writes", ...free },
      { of: "reads", ...free },
    ],
    fixed: [{ meter: "own_bill", price: { usd: today.usdPerMonth, label: today.name } }],
    ...(peakNow > 0 ? { maxUnitsPerSecond: peakNow * today.carriesTimes } : {}),
  });
  return { name: today.name, design: { id: "T", ...shape } };
}

/**
 * A design that the team described: whole nodes of equal price, or requests by the million on top of a monthly amount.
 * Node prices become prices per hour, because every node is billed by the hour; a month has 730.
 *
 * @example customDesign("X1", { kind: "nodes", name: "Ours", usdPerNodeMonth: "292", peakRequestsPerNodeSecond: 400, minNodes: 2 }).design.id // "X1"
 */
export function customDesign(id: string, custom: CustomDesign): { name: string; design: DesignRequest } {
  if (custom.kind === "nodes") {
    const shape = shapeSchema.parse({
      shape: "scale_out",
      price: { usd: exact(custom.usdPerNodeMonth).div(HOURS).toDecimalPlaces(12).toFixed(), label: custom.name },
      node: { writesPerSecond: custom.peakRequestsPerNodeSecond, readsPerSecond: custom.peakRequestsPerNodeSecond },
      minNodes: custom.minNodes,
      maxNodes: 2_000,
      utilisation: 1,
    });
    return { name: custom.name, design: { id, ...shape } };
  }
  const metered = { price: { usd: custom.usdPerMillion, label: custom.name }, priceUnits: MILLION, size: { rule: "once" } } as const;
  const shape = shapeSchema.parse({
    shape: "request_priced",
    meters: [
      { of: "writes", ...metered },
      { of: "reads", ...metered },
    ],
    fixed: custom.usdPerMonth === "0" ? [] : [{ meter: "own_bill", price: { usd: custom.usdPerMonth, label: custom.name } }],
  });
  return { name: custom.name, design: { id, ...shape } };
}
