import type { PriceOverride } from "../cost-settings/schema";
import type { CostRequest } from "../costs/request-schema";
import type { CostReply } from "../costs/schema";
import type { DesignTotal } from "../costs/tco-schema";
import { findPrice } from "../prices/price-book";
import { type RecordCosts, recordCostsSchema } from "./costs-schema";

/** How a design is called on the screens: its letter and name, and the candidate it runs. */
export type DesignName = { id: string; letter: string; name: string; candidate: string | null };

/**
 * The part of a cost reply that the record keeps: totals, lines, curves, crossovers and the prices used. A design
 * without a name keeps its id as name.
 * @example recordCosts({ request, reply, names }).designs[0].letter // "A"
 */
export function recordCosts(input: {
  request: CostRequest;
  reply: CostReply;
  names: readonly DesignName[];
  /** Prices that the team changed, with their authors as member ids. */
  overrides?: readonly PriceOverride[];
}): RecordCosts {
  const { request, reply, names } = input;
  const changed = (input.overrides ?? []).flatMap(({ priceId, usd, asOf, reason, memberId }) =>
    usd === null ? [] : [{ priceId, bookUsd: findPrice(priceId)?.usd ?? null, usd, asOf, reason, by: memberId }],
  );
  const designs = reply.designs.map((design, index) => {
    const name = names.find((candidate) => candidate.id === design.id);
    const fallback = { letter: String.fromCharCode(65 + (index % 26)), name: design.id, candidate: null };
    const { letter, name: text, candidate } = name ?? fallback;
    const { id, feasible, monthly, curve } = design;
    return { id, letter, name: text, candidate, feasible, monthly: monthly.map(recordMonth), segments: curve.segments };
  });
  return recordCostsSchema.parse({
    request,
    axis: reply.axis,
    designs,
    crossovers: reply.crossovers,
    prices: reply.prices.map(({ override: _override, ...price }) => price),
    ...(changed.length > 0 ? { overrides: changed } : {}),
    ...(reply.tco === null ? {} : { tco: reply.tco.designs.map(recordTotal) }),
  });
}

/** The arithmetic in words stays with the calculation, which can be run again from the request. */
function recordTotal({ id, horizonMonths, components, total, complete }: DesignTotal) {
  return { id, horizonMonths, components: components.map(({ formula: _formula, ...component }) => component), total, complete };
}

/** Region and marks of a line stand with its price; the record says each thing once. */
function recordMonth(month: CostReply["designs"][number]["monthly"][number]) {
  return {
    ...month,
    lines: month.lines.map(({ region: _region, marks: _marks, freeQuantity, ...line }) =>
      freeQuantity === null ? line : { ...line, freeQuantity },
    ),
  };
}
