import { seededRandom } from "../impact/seeded-random";
import type { MessageRef } from "../messages/message-ref";
import { estimateQuantile } from "./estimate-draws";
import { exactUsd } from "./exact-usd";
import type { GrowthPath } from "./growth-schema";
import { lockInOf } from "./lock-in";
import type { PricingContext } from "./meter";
import { shapeOf } from "./price-design";
import type { QuickBill } from "./quick-bill";
import { type LoadPoint, QuickPrices } from "./quick-point";
import type { CostRequest, DesignRequest } from "./request-schema";
import type { Shape } from "./shape-schema";
import { totalFormulas } from "./tco-formulas";
import { filledIn, highPick, likelyPick, lowPick, type Pick, pathTotal, type TcoAmounts, type TcoBasis, tcoAmounts } from "./tco-parts";
import { type DesignTotal, type MoneyRange, type Range, TCO_COMPONENTS, type Tco, type TcoRequest } from "./tco-schema";
import { tornadoOf } from "./tornado";

export type TcoInput = {
  request: CostRequest;
  tco: TcoRequest;
  context: PricingContext;
  bills: readonly QuickBill[];
  incomplete: ReadonlySet<string>;
  today: LoadPoint;
};

/**
 * Total cost of ownership of every design over each horizon, in five components with ranges and their arithmetic in words, what
 * drives the ranking, and one sentence (`cost-models.md` section 5). Bills must come without upkeep, which is a component of its own.
 *
 * @example totalCost(input).designs[0].components.map(({ component }) => component) // infrastructure, operations, …
 */
export function totalCost(input: TcoInput): Tco {
  const rows = input.tco.horizons.map((horizonMonths) => {
    const bases = input.request.designs.flatMap((design) => basisOf({ design, horizonMonths, input }) ?? []);
    const designs = bases.map((basis) => totalOf(basis, input));
    const complete = bases.filter(({ id }) => designs.find((design) => design.id === id)?.total !== null && !input.incomplete.has(id));
    return { designs, tornado: tornadoOf({ bases: complete, tco: input.tco, horizonMonths }) };
  });
  return {
    designs: rows.flatMap(({ designs }) => designs),
    tornado: rows.flatMap(({ tornado }) => tornado ?? []),
    sentences: rows.flatMap(({ designs }) => sentenceOf(designs) ?? []),
  };
}

const REACH = { per_node: 3, scale_out: 2, managed: 2.5 } as const;

function basisOf({ design, horizonMonths, input }: { design: DesignRequest; horizonMonths: number; input: TcoInput }): TcoBasis | null {
  const { request, tco, context, bills, today } = input;
  const bill = bills.find(({ id }) => id === design.id);
  if (!bill) return null;
  const shape = shapeOf(design);
  const paths = pathsOf(request, today);
  const about = { bill, today, scaleData: request.axis.scaleData, horizonMonths, rateYear: tco.discountRateYear };
  const [low, likely, high] = [paths.low, paths.typical, paths.high].map((path) => pathTotal({ ...about, path }));
  const last = paths.typical.points.at(-1);
  const reach = shape?.shape === "self_hosted" ? REACH[shape.nodes.shape] : REACH.managed;
  const lockIn = lockInOf(design.shape === "listed" ? design.design : null, shape);
  const egress = egressOf({ shape, context, storedGb: last?.storedGb ?? today.storedGb, isWaived: tco.isEgressWaived });
  return {
    id: design.id,
    horizonMonths,
    infrastructure: likely === null || likely === undefined ? null : inOrder({ low: low ?? likely, likely, high: high ?? likely }),
    carriesSpread: low !== null && high !== null,
    ...filledIn(tco.designs[design.id], { opsHours: bill.opsHoursAt(today) ?? 0, reach, lockIn }),
    egressUsd: egress,
    lastBill: (likely ?? 0) / horizonMonths,
  };
}

/** Growth paths by name; without growth every month is like today. */
function pathsOf({ growth }: CostRequest, today: LoadPoint): Record<"low" | "typical" | "high", GrowthPath> {
  const flat: GrowthPath = { id: "typical", points: [{ month: 0, peakRequestsPerSecond: today.peak, storedGb: today.storedGb }] };
  const named = (id: string) => growth?.paths.find((path) => path.id === id);
  const typical = named("typical") ?? growth?.paths[0] ?? flat;
  return { low: named("low") ?? typical, typical, high: named("high") ?? typical };
}

function egressOf(input: { shape: Shape | null; context: PricingContext; storedGb: number; isWaived: boolean }): number | null {
  const { shape, context, storedGb, isWaived } = input;
  if (isWaived) return 0;
  const ref = egressRef(shape);
  if (!ref) return null;
  const rate = new QuickPrices(context).rate(ref);
  return rate.usd === null ? null : rate.at(storedGb, null);
}

function egressRef(shape: Shape | null) {
  if (shape?.shape === "self_hosted") return shape.nodes.egress;
  return shape?.shape === "licenced" ? shape.servers.egress : shape?.egress;
}

function totalOf(basis: TcoBasis, { tco, incomplete, request }: TcoInput): DesignTotal {
  const [low, likely, high] = [lowPick, likelyPick, highPick].map((pick) => tcoAmounts({ basis, tco, pick }));
  if (!low || !likely || !high) throw new Error("Three picks give three amounts.");
  const formulas = totalFormulas({ basis, tco, likely });
  const isPriced = basis.infrastructure !== null;
  const costOf = (component: (typeof TCO_COMPONENTS)[number]): MoneyRange | null => {
    if (component === "infrastructure" && !isPriced) return null;
    const [a, b, c] = [low[component], likely[component], high[component]];
    return a === null || b === null || c === null ? null : money({ low: a, likely: b, high: c });
  };
  const components = TCO_COMPONENTS.map((component) => ({
    component,
    cost: costOf(component),
    isOneOff: component === "training" || component === "migration",
    formula: formulas[component],
  }));
  const sum = sumOf(likely);
  const spread = trialRange({ basis, tco, seed: request.uncertainty?.seed ?? "" });
  return {
    id: basis.id,
    horizonMonths: basis.horizonMonths,
    components,
    total: isPriced ? money({ low: Math.min(sum, spread.low), likely: sum, high: Math.max(sum, spread.high) }) : null,
    complete:
      isPriced &&
      basis.carriesSpread &&
      !incomplete.has(basis.id) &&
      basis.egressUsd !== null &&
      components.every(({ cost }) => cost !== null),
    basis: { opsHoursMonth: basis.opsHours, outageHoursYear: basis.outageHours ?? tco.outageHoursYear },
    opportunity: { cost: money({ low: low.operations, likely: likely.operations, high: high.operations }), formula: formulas.opportunity },
    exit: {
      cost: isPriced ? money({ low: low.exit, likely: likely.exit, high: high.exit }) : null,
      formula: formulas.exit,
      lockIn: basis.lockIn,
      leaveShare: basis.leaveShare.likely,
    },
  };
}

/** All five together; what is unknown adds nothing and makes the total "at least". */
export function sumOf(amounts: TcoAmounts): number {
  return TCO_COMPONENTS.reduce((sum, component) => sum + (amounts[component] ?? 0), 0);
}

const TRIALS = 1_000;

/** The 10th and 90th of a hundred over trials in which every input varies on its own; never a sum of lows. */
function trialRange({ basis, tco, seed }: { basis: TcoBasis; tco: TcoRequest; seed: string }): { low: number; high: number } {
  const random = seededRandom(`${seed}|tco`);
  const sums: number[] = [];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const draws = new Map<string, number>();
    const pick: Pick = (key, estimate) => {
      const q = draws.get(key) ?? random();
      draws.set(key, q);
      return estimateQuantile({ estimate, q, meaning: "one_in_ten" });
    };
    sums.push(sumOf(tcoAmounts({ basis, tco, pick })));
  }
  sums.sort((a, b) => a - b);
  return { low: sums[TRIALS / 10] ?? 0, high: sums[TRIALS - TRIALS / 10] ?? 0 };
}

/** The difference between the two cheapest in engineer hours, where the cheaper bill costs more work. */
function sentenceOf(designs: readonly DesignTotal[]): MessageRef | null {
  const ranked = designs.filter(({ total }) => total !== null).sort((a, b) => Number(a.total?.likely) - Number(b.total?.likely));
  const [first, second] = ranked;
  if (!first?.total || !second?.total) return null;
  const gap = Number(second.total.likely) - Number(first.total.likely);
  const part = (design: DesignTotal) => Number(design.components[0]?.cost?.likely ?? 0);
  return {
    id: part(first) > part(second) ? "costing.tco.dearerBillWins" : "costing.tco.wins",
    params: {
      first: first.id,
      second: second.id,
      months: first.horizonMonths,
      gap: gap.toFixed(2),
      billGap: Math.abs(part(first) - part(second)).toFixed(2),
      complete: first.complete && second.complete ? "yes" : "no",
    },
  };
}

function inOrder({ low, likely, high }: Range): Range {
  return { low: Math.min(low, likely), likely, high: Math.max(high, likely) };
}

function money({ low, likely, high }: Range): MoneyRange {
  return { low: exactUsd(low), likely: exactUsd(likely), high: exactUsd(high) };
}
