import { PRICE_BOOK_DAY, PRICE_BOOK_VERSION } from "../prices/price-book";
import { costOverTime } from "./cost-over-time";
import { crossoverBands, disputedCrossings } from "./crossover-bands";
import { crossoversOf, type PlainCurve } from "./crossovers";
import { demandOf } from "./demand";
import { describeWorkload } from "./describe-workload";
import { lowerEnvelope } from "./envelope";
import { type Exact, exact, storedNumber, storedText } from "./exact";
import { type PricingContext, priceResolver, usedPriceOf } from "./meter";
import { firstUnknownLoad, type Priced, priceDesign } from "./price-design";
import { quickBill, todayOf } from "./quick-bill";
import { minimaxRegret } from "./regret";
import type { CostRequest } from "./request-schema";
import { runTrials, type TrialInput } from "./run-trials";
import type { CostPair, CostReply, Crossover, UsedPrice } from "./schema";
import { totalCost } from "./total-cost";

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
  const context = pricingContext(request);
  const { demand, to } = context;
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
    workload: describeWorkload(request.workload),
    ...furtherQuestions({ request, context, priced, crossovers }),
    regret: minimaxRegret({
      designs: priced.map(({ reply }) => reply).filter(({ id }) => !request.compare || request.compare.includes(id)),
      bands: request.bands,
    }),
    bands: request.bands.map((band) => ({
      ...band,
      costs: priced.map(({ reply, total, meters }) => costAt({ reply, total, meters, x: exact(band.typical) })),
    })),
  };
}

type Answered = { request: CostRequest; context: PricingContext; priced: Priced[]; crossovers: Crossover[] };

/** Bands, dates and total cost, each only when the request asks for it. */
function furtherQuestions({ request, context, priced, crossovers }: Answered): Pick<CostReply, "uncertainty" | "overTime" | "tco"> {
  const { uncertainty, growth, tco } = request;
  if (!uncertainty && !growth && !tco) return { uncertainty: null, overTime: null, tco: null };
  const incomplete = new Set(priced.filter(({ reply }) => !reply.complete).map(({ reply }) => reply.id));
  const billsFor = (asked: CostRequest) => asked.designs.map((design) => quickBill({ design, request: asked, context }));
  const bills = billsFor(request);
  const today = todayOf(context);
  const about = { bills, incomplete, today, scaleData: request.axis.scaleData };
  const compared = request.compare ?? request.designs.map(({ id }) => id);
  return {
    uncertainty: uncertainty ? uncertaintyOf({ ...about, uncertainty, request, context, crossovers, priced }) : null,
    overTime: growth ? costOverTime({ ...about, growth, horizonMonths: request.horizonMonths, crossovers, compared }) : null,
    tco: tco ? totalCost({ request, tco, context, bills: billsFor({ ...request, labour: undefined }), incomplete, today }) : null,
  };
}

function uncertaintyOf(input: TrialInput & Parameters<typeof crossoverBands>[0]): CostReply["uncertainty"] {
  const points = runTrials(input);
  return {
    trials: input.uncertainty.trials,
    points,
    crossovers: crossoverBands(input),
    disputed: disputedCrossings(input.crossovers, points),
  };
}

/**
 * What pricing a request needs: demand over the axis, prices with the team's own above the book's, free tiers.
 *
 * @example pricingContext(request).to.toNumber() // 1.2 times the largest scenario's peak
 */
export function pricingContext(request: CostRequest): PricingContext {
  const demand = demandOf(request.workload, request.axis.scaleData);
  const price = priceResolver({ overrides: request.overrides, today: request.today ?? PRICE_BOOK_DAY });
  return { demand, to: axisEnd(request, demand.now), freeTiers: request.freeTiers === true, price };
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

function axisEnd(request: CostRequest, now: Exact): Exact {
  if (request.axis.to !== undefined) return exact(request.axis.to);
  const largest = Math.max(...request.scenarios);
  const end = now.times(largest).times(AXIS_MARGIN);
  return end.gt(0) ? end : exact(AXIS_WITHOUT_LOAD);
}
