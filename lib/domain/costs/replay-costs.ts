import { PRICE_BOOK_VERSION } from "../prices/price-book";
import { canonicalise } from "../record/canonicalise";
import type { RecordCosts } from "../record/costs-schema";
import { recordCosts } from "../record/record-costs";
import { computeCosts } from "./compute-costs";
import { costRequestSchema } from "./request-schema";

export type CostReplay = { kind: "same" } | { kind: "differs"; parts: string[] } | { kind: "other_version"; was: string; is: string };

const PARTS = ["axis", "designs", "crossovers", "prices", "tco"] as const;

/**
 * Computes the costs of a record again from the request it holds and compares them in canonical JSON. A record priced
 * with another price book may differ and still be true to its day, so that is said instead.
 * @example replayCosts({ costs: record.costs, priceBook: "2026-11" }) // { kind: "same" }
 */
export function replayCosts({ costs, priceBook }: { costs: RecordCosts; priceBook: string }): CostReplay {
  const again = computedAgain(costs);
  // Records from before they kept the total have none to compare.
  const compared = PARTS.filter((part) => part !== "tco" || costs.tco !== undefined);
  const parts = compared.filter((part) => again === null || canonicalise(costs[part] ?? null) !== canonicalise(again[part] ?? null));
  if (parts.length === 0) return { kind: "same" };
  return priceBook === PRICE_BOOK_VERSION ? { kind: "differs", parts } : { kind: "other_version", was: priceBook, is: PRICE_BOOK_VERSION };
}

function computedAgain(costs: RecordCosts): RecordCosts | null {
  const request = costRequestSchema.safeParse(costs.request);
  if (!request.success) return null;
  try {
    const names = costs.designs.map(({ id, letter, name, candidate }) => ({ id, letter, name, candidate }));
    const again = recordCosts({ request: request.data, reply: computeCosts(request.data), names });
    return saysFreeQuantities(costs) ? again : withoutFreeQuantities(again);
  } catch {
    // A price or a shape that today's book no longer knows is a difference, not a fault.
    return null;
  }
}

/** Records from before lines said what a free tier took off. */
function saysFreeQuantities({ designs }: RecordCosts): boolean {
  return designs.some(({ monthly }) => monthly.some(({ lines }) => lines.some(({ freeQuantity }) => freeQuantity !== undefined)));
}

function withoutFreeQuantities(costs: RecordCosts): RecordCosts {
  const plain = ({ freeQuantity: _free, ...line }: RecordCosts["designs"][number]["monthly"][number]["lines"][number]) => line;
  const designs = costs.designs.map((design) => ({
    ...design,
    monthly: design.monthly.map((month) => ({ ...month, lines: month.lines.map(plain) })),
  }));
  return { ...costs, designs };
}
