import { constantCurve, positivePart, scaleCurve, sumCurves, valueAt } from "./curve";
import { exact, ZERO } from "./exact";
import { costCurveOf, dollars, type Meter, type Pricing, type PricingContext } from "./meter";
import type { Commitment } from "./request-schema";

/**
 * A commitment on the compute of today's load: that much is paid at a discount whatever runs, and everything above it at the list
 * price (`cost-models.md` section 3.A: commit on the minimum capacity only). Two lines show it: the discount, and what is paid
 * for but not used at a load below today's.
 *
 * @example $100 of node hours today at 30% off: $70 below and at today's load, $170 where the list says $200.
 */
export function withCommitment(pricing: Pricing, { discountShare }: Commitment, context: PricingContext): Pricing {
  const { to, demand } = context;
  const compute = pricing.meters.filter(({ isCompute }) => isCompute).flatMap((meter) => costCurveOf(meter) ?? []);
  if (compute.length === 0) return pricing;
  const bill = sumCurves([constantCurve(0, to), ...compute], to);
  const committed = valueAt(bill, demand.now) ?? ZERO;
  if (committed.isZero()) return pricing;
  const about = { unit: "usd", price: dollars("1"), isUnlisted: true } as const;
  const discount: Meter = { ...about, meter: "commitment_discount", quantity: constantCurve(committed.times(-discountShare), to) };
  const unused = positivePart(sumCurves([constantCurve(committed, to), scaleCurve(bill, exact(-1))], to));
  return {
    ...pricing,
    meters: [...pricing.meters, discount, { ...about, meter: "commitment_unused", quantity: unused, isOneOfSeveral: true }],
  };
}
