import { priceCapacity } from "./capacity-priced";
import { withCommitment } from "./commitment";
import { type PlainCurve, plainCurve } from "./crossovers";
import { type Curve, constantCurve, cutCurve, sumCurves } from "./curve";
import { findDesign } from "./designs";
import { type Exact, ONE, storedNumber, storedText, ZERO } from "./exact";
import { priceLicenced } from "./licenced";
import { costCurveOf, dollars, linesAt, type Meter, type Pricing, type PricingContext } from "./meter";
import { pricePerNode } from "./per-node";
import { priceScans } from "./per-scan";
import { priceProvisionedUnits } from "./provisioned-units";
import { priceRequests } from "./request-priced";
import type { CostRequest, DesignRequest } from "./request-schema";
import { priceScaleOut } from "./scale-out";
import type { MonthlyCost, PricedDesign } from "./schema";
import { priceSelfHosted } from "./self-hosted";
import type { Shape } from "./shape-schema";
import { termsOf } from "./terms";
import { priceTiered } from "./tiered";

/** One design of the reply, with what comparing it needs. `plain` is null when it cannot be compared at any load. */
export type Priced = { reply: PricedDesign; total: Curve; meters: Meter[]; plain: PlainCurve | null };

/**
 * Bills one design at every scenario and over the axis. A listed design that we do not know carries nothing.
 */
export function priceDesign({
  design,
  request,
  context,
}: {
  design: DesignRequest;
  request: CostRequest;
  context: PricingContext;
}): Priced {
  const terms = termsOf(request, design.id);
  const pricing = pricingOf({ design, request, context: { ...context, freeTiers: terms.freeTier } });
  if (!pricing) return unknownDesign(design, request, context);
  const { meters, ceiling } = pricing;
  const end = pricing.end.gt(context.to) ? context.to : pricing.end;
  const known = meters.flatMap((meter) => costCurveOf(meter) ?? []);
  const whole = sumCurves([constantCurve(0, context.to), ...known], context.to);
  const total: Curve = end.isNegative() ? { segments: [], asymptote: null } : cutCurve(whole, end);
  const unknownFrom = firstUnknownLoad(meters);
  const monthly = request.scenarios.map((scenario) => monthlyAt({ scenario, pricing, end, now: context.demand.now }));
  const first = monthly[0];
  const endsAtCeiling = ceiling !== null;
  const reply: PricedDesign = {
    id: design.id,
    design: design.shape === "listed" ? design.design : null,
    feasible: first?.feasible ?? false,
    bindingDimension: ceiling,
    carriesUpTo: endsAtCeiling ? Math.max(0, storedNumber(end)) : null,
    complete: unknownFrom === null,
    terms,
    monthly,
    curve: { segments: storedSegments(total) },
  };
  const comparable = unknownFrom === null ? total : cutCurve(total, unknownFrom);
  const isComparable = comparable.segments.length > 0 && (unknownFrom === null || unknownFrom.gt(0));
  return {
    reply,
    total,
    meters,
    plain: isComparable ? plainCurve(comparable, { id: design.id, endsAtCeiling: endsAtCeiling && unknownFrom === null }) : null,
  };
}

type PricingStep = { pricing: Pricing; request: CostRequest; context: PricingContext };

function pricingOf({ design, request, context }: Omit<PricingStep, "pricing"> & { design: DesignRequest }): Pricing | null {
  if (design.shape === "current_bill") return priceCurrentBill(design, context);
  const shape = shapeOf(design);
  if (!shape) return null;
  const pricing = withLabour({ pricing: priceShape(shape, context), shape, id: design.id, request, context });
  const commitment = request.commitments[design.id];
  return commitment ? withCommitment(pricing, commitment, context) : pricing;
}

/** The shape behind a design; null for a listed one that we do not know, and for a bill. */
export function shapeOf(design: DesignRequest): Shape | null {
  if (design.shape === "current_bill") return null;
  return design.shape === "listed" ? (findDesign(design.design)?.shape ?? null) : design;
}

function priceShape(shape: Shape, context: PricingContext): Pricing {
  switch (shape.shape) {
    case "per_node":
      return pricePerNode(shape, context);
    case "scale_out":
      return priceScaleOut(shape, context);
    case "request_priced":
      return priceRequests(shape, context);
    case "capacity_priced":
      return priceCapacity(shape, context);
    case "provisioned_units":
      return priceProvisionedUnits(shape, context);
    case "per_scan":
      return priceScans(shape, context);
    case "tiered":
      return priceTiered(shape, context);
    case "licenced":
      return priceLicenced(shape, context);
    case "self_hosted":
      return priceSelfHosted(shape, context);
  }
}

/** The bill of today holds up to the load that the team believes it carries; beyond, silence must not look cheap. */
function priceCurrentBill(bill: Extract<DesignRequest, { shape: "current_bill" }>, context: PricingContext): Pricing {
  const { to, demand } = context;
  const price = context.price({ usd: bill.usdMonth, asOf: bill.asOf, label: bill.label });
  const carried = demand.now.times(bill.carriesTimes);
  const end = carried.lt(to) ? carried : to;
  const meters: Meter[] = [{ meter: "own_bill", unit: "month", price, quantity: constantCurve(1, to) }];
  return { meters, end, ceiling: end.lt(to) ? "current_bill" : null };
}

/** Hours of upkeep a month that a shape asks for at every load. */
export function opsHoursOf(shape: Shape, pricing: Pricing, to: Exact): Curve {
  if (pricing.opsHours) return pricing.opsHours;
  if (shape.shape === "licenced") return constantCurve(shape.servers.opsHoursMonth, to);
  return constantCurve(shape.shape === "self_hosted" ? 0 : shape.opsHoursMonth, to);
}

function withLabour({ pricing, shape, id, request, context }: PricingStep & { shape: Shape; id: string }): Pricing {
  if (!request.labour) return pricing;
  const said = request.labour.opsHoursMonth?.[id];
  const quantity = said === undefined ? opsHoursOf(shape, pricing, context.to) : constantCurve(said, context.to);
  const labour: Meter = {
    isUnlisted: true,
    meter: "operations",
    unit: "engineer_hour",
    price: dollars(request.labour.engineerHourUsd),
    quantity,
  };
  return { ...pricing, meters: [...pricing.meters, labour] };
}

function monthlyAt({ scenario, pricing, end, now }: { scenario: number; pricing: Pricing; end: Exact; now: Exact }): MonthlyCost {
  const x = now.times(scenario);
  const guarded = x.minus(x.plus(ONE).times("1e-9"));
  const isFeasible = !end.isNegative() && guarded.lte(end);
  const lines = isFeasible ? pricing.meters.flatMap((meter) => linesAt(meter, x)) : [];
  const total = lines.reduce((sum, line) => sum.plus(line.amount ?? 0), ZERO);
  return {
    scenario,
    load: storedNumber(x),
    feasible: isFeasible,
    bindingDimension: isFeasible ? null : pricing.ceiling,
    lines,
    total: isFeasible ? storedText(total) : null,
    complete: isFeasible && lines.every((line) => line.amount !== null),
  };
}

/** The load from which something is used whose price nobody knows; from there on a design must not look cheap. */
export function firstUnknownLoad(meters: Meter[]): Exact | null {
  let first: Exact | null = null;
  for (const meter of meters) {
    if (meter.price.usd) continue;
    const used = meter.quantity.segments.find((segment) => !segment.intercept.isZero() || !segment.slope.isZero());
    if (used && (!first || used.from.lt(first))) first = used.from;
  }
  return first;
}

function unknownDesign(design: DesignRequest, request: CostRequest, context: PricingContext): Priced {
  const monthly = request.scenarios.map((scenario) => ({
    scenario,
    load: storedNumber(context.demand.now.times(scenario)),
    feasible: false,
    bindingDimension: "unknown_design" as const,
    lines: [],
    total: null,
    complete: false,
  }));
  const reply: PricedDesign = {
    id: design.id,
    design: design.shape === "listed" ? design.design : null,
    feasible: false,
    bindingDimension: "unknown_design",
    carriesUpTo: null,
    complete: false,
    terms: termsOf(request, design.id),
    monthly,
    curve: { segments: [] },
  };
  return { reply, total: { segments: [], asymptote: null }, meters: [], plain: null };
}

/** Pieces begin where the one before ends, so that each edge is rounded once. */
function storedSegments({ segments }: Curve): PricedDesign["curve"]["segments"] {
  let end = segments[0] ? storedNumber(segments[0].from) : 0;
  return segments.map(({ to, intercept, slope }) => {
    const from = end;
    end = storedNumber(to);
    return { from, to: end, intercept: storedText(intercept), slope: slope.isZero() ? "0" : slope.toSignificantDigits(15).toFixed() };
  });
}
