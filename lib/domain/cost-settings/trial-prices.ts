import type { CostRequest } from "../costs/request-schema";

/**
 * A request with prices that somebody is trying out in place of the book's and of what the team saved. It asks for the curves
 * alone, which follow every key; growth and total cost wait for the save.
 *
 * @example withTrialPrices(request, { "aws.egress": "0.05" }).overrides["aws.egress"]?.unitPrice // "0.05"
 */
export function withTrialPrices(request: CostRequest, prices: Readonly<Record<string, string>>): CostRequest {
  const trials = Object.entries(prices).map(([priceId, unitPrice]) => [priceId, { ...request.overrides[priceId], ...TRIAL, unitPrice }]);
  const overrides = { ...request.overrides, ...Object.fromEntries(trials) };
  return { ...request, overrides, growth: undefined, tco: undefined, uncertainty: undefined };
}

/** What an override has to say of itself; a trial is computed and thrown away, so nobody reads it. */
const TRIAL = { reason: "trial", asOf: "2026" } as const;
