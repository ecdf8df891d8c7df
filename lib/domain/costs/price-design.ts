import { priceCapacity } from "./capacity-priced";
import { type PlainCurve, plainCurve } from "./crossovers";
import { type Curve, constantCurve, cutCurve, sumCurves } from "./curve";
import { findDesign } from "./designs";
import { type Exact, ONE, storedNumber, storedText, ZERO } from "./exact";
import { costCurveOf, lineAt, type Meter, type Pricing, type PricingContext } from "./meter";
import { pricePerNode } from "./per-node";
import { priceRequests } from "./request-priced";
import { priceScaleOut } from "./scale-out";
import type { CostRequest, DesignRequest, MonthlyCost, PricedDesign } from "./schema";
import type { Shape } from "./shapes";

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
  const shape = design.shape === "listed" ? (findDesign(design.design)?.shape ?? null) : design;
  const pricing = shape ? withLabour({ pricing: priceShape(shape, context), shape, request, context }) : null;
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
    monthly,
    curve: { segments: total.segments.map(storedSegment) },
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
  }
}

function withLabour({
  pricing,
  shape,
  request,
  context,
}: {
  pricing: Pricing;
  shape: Shape;
  request: CostRequest;
  context: PricingContext;
}): Pricing {
  if (!request.labour) return pricing;
  const price = context.price({ usd: request.labour.engineerHourUsd });
  const labour: Meter = {
    isUnlisted: true,
    meter: "operations",
    unit: "engineer_hour",
    price,
    quantity: constantCurve(shape.opsHoursMonth, context.to),
  };
  return { ...pricing, meters: [...pricing.meters, labour] };
}

function monthlyAt({ scenario, pricing, end, now }: { scenario: number; pricing: Pricing; end: Exact; now: Exact }): MonthlyCost {
  const x = now.times(scenario);
  const guarded = x.minus(x.plus(ONE).times("1e-9"));
  const isFeasible = !end.isNegative() && guarded.lte(end);
  const lines = isFeasible ? pricing.meters.flatMap((meter) => lineAt(meter, x) ?? []) : [];
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
    monthly,
    curve: { segments: [] },
  };
  return { reply, total: { segments: [], asymptote: null }, meters: [], plain: null };
}

function storedSegment({ from, to, intercept, slope }: Curve["segments"][number]) {
  return {
    from: storedNumber(from),
    to: storedNumber(to),
    intercept: storedText(intercept),
    slope: slope.toSignificantDigits(15).toFixed(),
  };
}
