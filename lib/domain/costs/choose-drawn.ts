import { pricingContext } from "./compute-costs";
import { quickBill, todayOf } from "./quick-bill";
import type { CostRequest } from "./request-schema";

/** More lines than the finalists and one or two others cannot be told apart. */
const OTHERS_BESIDE_ONE = 2;

/**
 * The designs that the chart draws and every sentence compares: each finalist's first, and one or two others. Of the others those
 * come first that are the cheapest of all at a load that the team expects, because a chart without its cheapest line would mislead;
 * then those that their finalist lists first.
 *
 * @example Finalists A and B with A2 the cheapest today: A, B and A2.
 */
export function chooseDrawn(request: CostRequest): string[] {
  const ids = request.designs.map(({ id }) => id);
  const first = ids.filter((id) => id.length === 1);
  const others = ids.filter((id) => id.length > 1);
  const room = first.length === 1 ? OTHERS_BESIDE_ONE : 1;
  if (others.length <= room) return [...first, ...others];
  const wins = winsOf(request);
  const ranked = [...others].sort((a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0) || others.indexOf(a) - others.indexOf(b));
  return ids.filter((id) => first.includes(id) || ranked.slice(0, room).includes(id));
}

/** At how many of the expected loads a design is the cheapest of all that carry them. */
function winsOf(request: CostRequest): Map<string, number> {
  const context = pricingContext(request);
  const today = todayOf(context);
  const bills = request.designs
    .map((design) => quickBill({ design, request, context }))
    .filter(({ prices }) => prices.every(({ price }) => price.usd !== null));
  const loads = [today.peak, ...request.bands.flatMap(({ low, typical, high }) => [low, typical, high]), today.peak * 10];
  const wins = new Map<string, number>();
  for (const peak of loads) {
    const times = today.peak > 0 ? peak / today.peak : 1;
    const costs = bills.flatMap((bill) => {
      const cost = bill.at({ ...today, peak, storedGb: today.storedGb * times });
      return cost === null ? [] : [{ id: bill.id, cost }];
    });
    const [cheapest] = costs.sort((a, b) => a.cost - b.cost);
    if (cheapest) wins.set(cheapest.id, (wins.get(cheapest.id) ?? 0) + 1);
  }
  return wins;
}
