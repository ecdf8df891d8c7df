import type { PricingContext } from "./meter";
import { shapeOf } from "./price-design";
import { type QuickInput, type QuickShape, quickLicenced, quickPerNode, quickScaleOut, quickSelfHosted } from "./quick-nodes";
import { type Factors, type LoadPoint, type QuickDemand, QuickPrices, quickDemander } from "./quick-point";
import { quickCapacity, quickRequests, quickScans, quickTiered, quickUnitsBought } from "./quick-usage";
import type { CostRequest, DesignRequest } from "./request-schema";
import type { Shape } from "./shape-schema";
import { termsOf } from "./terms";

/** A design ready to be billed many times. Null where it does not carry the point. */
export type QuickBill = {
  id: string;
  /** US dollars a month, upkeep included when the request brings a rate. */
  at: (point: LoadPoint, factors?: Factors) => number | null;
  /** Demand of a point, to be shared by all bills of a request in a trial. */
  demandAt: (point: LoadPoint) => QuickDemand;
  atDemand: (demand: QuickDemand, factors: Factors) => number | null;
  /** Hours of upkeep a month there. */
  opsHoursAt: (point: LoadPoint) => number | null;
  prices: QuickPrices["groups"];
};

/**
 * A design's bill in plain numbers, for thousands of trials and for months in which load and data go their own ways. It bills
 * what `computeCosts` bills exactly; a test compares them on every listed design. A design that we do not know carries nothing.
 *
 * @example quickBill({ design, request, context }).at({ peak: 100, readShare: 0.8, storedGb: 20, connections: null }) // 195.24
 */
export function quickBill({
  design,
  request,
  context: shared,
}: {
  design: DesignRequest;
  request: CostRequest;
  context: PricingContext;
}): QuickBill {
  const { freeTier, commitment } = termsOf(request, design.id);
  const context = { ...shared, freeTiers: freeTier };
  const prices = new QuickPrices(context);
  const shape = shapeOf(design);
  const quick = shape ? quickShape({ spec: shape, prices, context }) : ownBill(design, context);
  const rate = shape && request.labour ? Number(request.labour.engineerHourUsd) : 0;
  const saidHours = request.labour?.opsHoursMonth?.[design.id];
  const demandAt = quickDemander(context.demand);
  const committed = commitment && shape ? (quick(demandAt(todayOf(context)), null)?.compute ?? 0) : 0;
  const discountShare = commitment?.discountShare ?? 0;
  const atDemand = (demand: QuickDemand, factors: Factors): number | null => {
    const bill = quick(demand, factors);
    if (!bill) return null;
    const promised = committed > 0 ? Math.max(0, committed - bill.compute) - discountShare * committed : 0;
    return bill.compute + bill.rest + promised + rate * (saidHours ?? bill.opsHours);
  };
  return {
    id: design.id,
    prices: prices.groups,
    demandAt,
    atDemand,
    at: (point, factors = null) => atDemand(demandAt(point), factors),
    opsHoursAt: (point) => quick(demandAt(point), null)?.opsHours ?? null,
  };
}

/** Today's load, data and mix as the request tells them. */
export function todayOf({ demand: { workload, now } }: PricingContext): LoadPoint {
  return { peak: now.toNumber(), readShare: workload.readShare, storedGb: workload.storedGb, connections: workload.connections ?? null };
}

function ownBill(design: DesignRequest, { demand }: PricingContext): QuickShape {
  if (design.shape !== "current_bill") return () => null;
  const carried = demand.now.toNumber() * design.carriesTimes * (1 + 1e-9);
  const usd = Number(design.usdMonth);
  return ({ peak }) => (peak <= carried ? { compute: 0, rest: usd, opsHours: 0, nodes: 0 } : null);
}

function quickShape({ spec, prices, context }: QuickInput<Shape>): QuickShape {
  switch (spec.shape) {
    case "per_node":
      return quickPerNode({ spec, prices, context });
    case "scale_out":
      return quickScaleOut({ spec, prices, context });
    case "request_priced":
      return quickRequests({ spec, prices, context });
    case "capacity_priced":
      return quickCapacity({ spec, prices, context });
    case "provisioned_units":
      return quickUnitsBought({ spec, prices, context });
    case "per_scan":
      return quickScans({ spec, prices, context });
    case "tiered":
      return quickTiered({ spec, prices, context });
    case "licenced":
      return quickLicenced({ spec, prices, context });
    case "self_hosted":
      return quickSelfHosted({ spec, prices, context });
  }
}
