import { PRICE_BOOK_VERSION } from "../prices/price-book";
import { priceCapacity } from "./capacity-priced";
import { crossoversOf, type PlainCurve, plainCurve } from "./crossovers";
import { type Curve, constantCurve, cutCurve, sumCurves } from "./curve";
import { demandOf } from "./demand";
import { findDesign } from "./designs";
import { lowerEnvelope } from "./envelope";
import { type Exact, exact, ONE, storedNumber, storedText, ZERO } from "./exact";
import { costCurveOf, lineAt, type Meter, type Pricing, type PricingContext, priceResolver, usedPriceOf } from "./meter";
import { pricePerNode } from "./per-node";
import { priceRequests } from "./request-priced";
import { priceScaleOut } from "./scale-out";
import type { CostPair, CostReply, CostRequest, Crossover, DesignRequest, MonthlyCost, PricedDesign, UsedPrice } from "./schema";
import type { Shape } from "./shapes";

/** The axis reaches a fifth beyond the largest scenario; without any load today it shows up to this many requests a second. */
const AXIS_MARGIN = "1.2";
const AXIS_WITHOUT_LOAD = 100;

/**
 * Monthly cost of each design at each scenario, its curve over load, and where designs change places. Money in the reply
 * is decimal text in US dollars, loads are peak requests per second. A design that cannot carry a load has no total there;
 * an unknown price leaves its line without amount and the total incomplete.
 *
 * @example computeCosts(costRequestSchema.parse({ workload, designs: [{ id: "A", shape: "listed", design: "rds-postgres-multi-az" }] }))
 */
export function computeCosts(request: CostRequest): CostReply {
  const demand = demandOf(request.workload, request.axis.scaleData);
  const to = axisEnd(request, demand.now);
  const context: PricingContext = { demand, to, freeTiers: request.freeTiers, price: priceResolver(request.prices) };
  const priced = request.designs.map((design) => priceDesign({ design, request, context }));
  const compared = priced.filter(({ reply }) => !request.compare || request.compare.includes(reply.id)).flatMap(({ plain }) => plain ?? []);
  const { crossovers, pairs } = comparePairs(compared);
  const envelope = lowerEnvelope(compared, to.toNumber());
  return {
    axis: { unit: "peak_requests_per_second", from: 0, to: storedNumber(to), now: storedNumber(demand.now) },
    designs: priced.map(({ reply }) => reply),
    crossovers,
    pairs,
    envelope,
    eventualWinner: eventualWinner(compared, pairs),
    prices: usedPrices(priced),
    priceBookVersion: PRICE_BOOK_VERSION,
    tco: [],
    bands: request.bands.map((band) => ({
      ...band,
      costs: priced.map(({ reply, total, meters }) => costAt({ reply, total, meters, x: exact(band.typical) })),
    })),
  };
}

type Priced = { reply: PricedDesign; total: Curve; meters: Meter[]; plain: PlainCurve | null };

function priceDesign({ design, request, context }: { design: DesignRequest; request: CostRequest; context: PricingContext }): Priced {
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
function firstUnknownLoad(meters: Meter[]): Exact | null {
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

function comparePairs(curves: PlainCurve[]): { crossovers: Crossover[]; pairs: CostPair[] } {
  const found = curves.flatMap((f, index) => curves.slice(index + 1).map((g) => crossoversOf(f, g)));
  const crossovers = found.flatMap(({ events }) => events).sort((a, b) => a.x - b.x);
  return { crossovers, pairs: found.map(({ pair }) => pair) };
}

/** The design that every other one loses to for good, when the slopes tell. */
function eventualWinner(curves: PlainCurve[], pairs: CostPair[]): string | null {
  if (curves.length < 2) return curves[0]?.id ?? null;
  const winner = curves.find(({ id }) => {
    const mine = pairs.filter((pair) => pair.a === id || pair.b === id);
    return mine.every((pair) => pair.eventual === id);
  });
  return winner?.id ?? null;
}

function usedPrices(priced: Priced[]): UsedPrice[] {
  const used = new Map<string, UsedPrice>();
  for (const { reply, meters } of priced) {
    for (const meter of meters.filter(({ isUnlisted }) => !isUnlisted)) {
      const isBilled = reply.monthly.some(({ lines }) =>
        lines.some(
          (line) =>
            line.meter === meter.meter && line.priceId === meter.price.priceId && line.unitPrice === (meter.price.usd?.toFixed() ?? null),
        ),
      );
      if (!isBilled) continue;
      const price = usedPriceOf(meter, reply.id);
      const key = JSON.stringify([price.priceId, price.priceId ? "" : meter.meter, price.usd]);
      const known = used.get(key);
      if (known) known.designs = [...new Set([...known.designs, reply.id])];
      else used.set(key, price);
    }
  }
  return [...used.values()];
}

function costAt({ reply, total, meters, x }: Omit<Priced, "plain"> & { x: Exact }) {
  const segment = total.segments.find((candidate) => x.lte(candidate.to));
  const unknownFrom = firstUnknownLoad(meters);
  return {
    id: reply.id,
    typical: segment ? storedText(segment.intercept.plus(segment.slope.times(x))) : null,
    complete: segment !== undefined && (unknownFrom === null || x.lte(unknownFrom)),
  };
}

function storedSegment({ from, to, intercept, slope }: Curve["segments"][number]) {
  return {
    from: storedNumber(from),
    to: storedNumber(to),
    intercept: storedText(intercept),
    slope: slope.toSignificantDigits(15).toFixed(),
  };
}

function axisEnd(request: CostRequest, now: Exact): Exact {
  if (request.axis.to !== undefined) return exact(request.axis.to);
  const largest = Math.max(...request.scenarios);
  const end = now.times(largest).times(AXIS_MARGIN);
  return end.gt(0) ? end : exact(AXIS_WITHOUT_LOAD);
}
