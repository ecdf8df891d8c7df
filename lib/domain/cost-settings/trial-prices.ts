import type { CostRequest } from "../costs/schema";

/**
 * A request with prices that somebody is trying out in place of the book's and of what the team saved.
 *
 * @example withTrialPrices(request, { "aws.egress": "0.05" }).prices // [{ priceId: "aws.egress", usd: "0.05" }]
 */
export function withTrialPrices(request: CostRequest, prices: Readonly<Record<string, string>>): CostRequest {
  const kept = request.prices.filter(({ priceId }) => prices[priceId] === undefined);
  return { ...request, prices: [...kept, ...Object.entries(prices).map(([priceId, usd]) => ({ priceId, usd }))] };
}
