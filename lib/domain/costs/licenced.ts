import { type Curve, scaleCurve } from "./curve";
import { type Exact, exact, guardedCeil, ZERO } from "./exact";
import { dollars, type Meter, type Pricing, type PricingContext } from "./meter";
import { chooseClasses, type Reign } from "./node-classes";
import { nodeMeters, nodesOf } from "./per-node";
import type { Capacity } from "./shape-parts";
import type { LicencedSpec, LicenceSpec } from "./shapes-owned";

const MONTHS = 12;

/**
 * Shape G (`cost-models.md` section 3): servers as in shape A, chosen by the price of server and licences together, plus a licence for
 * the cores of every node that runs the engine, spread over the years it is written off, plus yearly support.
 *
 * @example 4 vCPU at 2 vCPU per licence: 2 licences; at $47,500 over 5 years and 22% support $3,325 a month.
 */
export function priceLicenced(spec: LicencedSpec, context: PricingContext): Pricing {
  const { servers, licence } = spec;
  const price = context.price(licence.price);
  const support = licence.support ? context.price(licence.support) : null;
  const monthly = (price.usd ?? ZERO).times(1 - licence.discountShare);
  const purchase = monthly.div(licence.amortiseYears * MONTHS);
  const yearly = support ? monthly.times(support.usd ?? ZERO).div(MONTHS) : ZERO;
  const perNodeHour = (capacity: Capacity) => licencesFor(licence, capacity.vcpu).times(purchase.plus(yearly)).div(servers.hoursPerMonth);
  const { reigns, end, ceiling } = chooseClasses({ spec: servers, context, extraPerHour: perNodeHour });
  const licences = licenceCurve({ spec, reigns, nodes: nodesOf({ spec: servers, reigns, context }) });
  const spread: Meter = {
    meter: "licences",
    unit: "licence_month",
    price,
    quantity: scaleCurve(licences, exact(1 - licence.discountShare).div(licence.amortiseYears * MONTHS)),
  };
  const meters = [...nodeMeters({ spec: servers, reigns, end, context }), spread];
  if (support) meters.push(supportMeter({ licences, monthly: yearly, support, isUnknown: price.usd === null }));
  return { meters, end, ceiling, nodes: nodesOf({ spec: servers, reigns, context }) };
}

/**
 * Licences that one node needs; never fewer than the vendor's minimum.
 *
 * @example 3 vCPU at 2 per licence and a minimum of 1: 2.
 */
export function licencesFor({ vcpuPerLicence, minPerNode }: Pick<LicenceSpec, "vcpuPerLicence" | "minPerNode">, vcpu: number): Exact {
  const needed = guardedCeil(exact(vcpu).div(vcpuPerLicence));
  return needed.gt(minPerNode) ? needed : exact(minPerNode);
}

function licenceCurve({ spec, reigns, nodes }: { spec: LicencedSpec; reigns: Reign[]; nodes: Curve }): Curve {
  const segments = nodes.segments.map((piece) => {
    const reign = reigns.find(({ to }) => piece.to.lte(to)) ?? reigns.at(-1);
    return { ...piece, intercept: piece.intercept.times(licencesFor(spec.licence, reign?.capacity?.vcpu ?? 0)) };
  });
  return { segments, asymptote: null };
}

/** Support is a share of the licence's price, so it is listed in dollars; its own price entry is the share. */
function supportMeter({
  licences,
  monthly,
  support,
  isUnknown,
}: {
  licences: Curve;
  monthly: Exact;
  support: Meter["price"];
  isUnknown: boolean;
}): Meter {
  const usd = isUnknown || support.usd === null ? null : exact(1);
  return {
    meter: "licence_support",
    unit: "usd",
    price: {
      ...dollars("1"),
      usd,
      priceId: support.priceId,
      asOf: support.asOf,
      confidence: support.confidence,
      marks: support.marks,
      book: support.book,
    },
    quantity: scaleCurve(licences, usd === null ? 1 : monthly),
    isUnlisted: true,
  };
}
