import type { Curve, Segment } from "./curve";
import { type Exact, ZERO } from "./exact";

/** Prices that fall (or rise) with quantity; `upTo` is null on the last. */
export type Tier = { upTo: Exact | null; usd: Exact };

/**
 * What a quantity costs tier by tier (`cost-models.md` section 3.F): `Σ p_i·clamp(q − lo_i, 0, hi_i − lo_i)`, one part per tier
 * that it reaches. A quantity of zero has one part of zero in the first tier.
 *
 * @example 12,000 GB at $0.09 up to 10,240 and $0.085 above: 10,240 × 0.09 and 1,760 × 0.085.
 */
export function tierParts(tiers: readonly Tier[], quantity: Exact): { quantity: Exact; usd: Exact }[] {
  let from = ZERO;
  const parts: { quantity: Exact; usd: Exact }[] = [];
  for (const { upTo, usd } of tiers) {
    const end = upTo === null || upTo.gt(quantity) ? quantity : upTo;
    if (end.gt(from) || parts.length === 0) parts.push({ quantity: end.minus(from), usd });
    if (end.gte(quantity)) break;
    from = end;
  }
  return parts;
}

/**
 * The cost curve of a quantity curve under tiers: exact, with a corner where a tier ends.
 *
 * @example A quantity of x GB under the tiers above has corners at 10,240 and keeps its last slope of 0.085.
 */
export function tierCurve(tiers: readonly Tier[], quantity: Curve): Curve {
  const steps = tiers.map(({ upTo, usd }, index) => {
    const lo = tiers[index - 1]?.upTo ?? ZERO;
    return { lo, hi: upTo, usd, base: tierCost(tiers, lo) };
  });
  const segments = quantity.segments.flatMap((segment): Segment[] => {
    const edges = steps.flatMap(({ hi }) => (hi && segment.slope.gt(0) ? [hi.minus(segment.intercept).div(segment.slope)] : []));
    const inside = edges.filter((x) => x.gt(segment.from) && x.lt(segment.to)).sort((a, b) => a.comparedTo(b));
    const bounds = [segment.from, ...inside, segment.to];
    return bounds.slice(1).map((to, index) => {
      const from = bounds[index] ?? segment.from;
      const middle = segment.intercept.plus(segment.slope.times(from.plus(to).div(2)));
      const tier = steps.find(({ hi }) => hi === null || middle.lte(hi)) ?? steps.at(-1);
      if (!tier) return { from, to, intercept: ZERO, slope: ZERO };
      return {
        from,
        to,
        intercept: tier.base.plus(segment.intercept.minus(tier.lo).times(tier.usd)),
        slope: segment.slope.times(tier.usd),
      };
    });
  });
  return { segments, asymptote: asymptoteOf(steps.at(-1), quantity) };
}

function tierCost(tiers: readonly Tier[], quantity: Exact): Exact {
  return tierParts(tiers, quantity).reduce((sum, part) => sum.plus(part.quantity.times(part.usd)), ZERO);
}

function asymptoteOf(last: { lo: Exact; usd: Exact; base: Exact } | undefined, quantity: Curve): Curve["asymptote"] {
  const { asymptote } = quantity;
  if (!last || !asymptote) return null;
  if (asymptote.slope.lte(0))
    return last.lo.isZero() ? { ...asymptote, offset: asymptote.offset.times(last.usd), step: asymptote.step.times(last.usd) } : null;
  const reached = last.lo.minus(asymptote.offset).div(asymptote.slope);
  const from = reached.gt(asymptote.from) ? reached : asymptote.from;
  return {
    slope: asymptote.slope.times(last.usd),
    offset: last.base.plus(asymptote.offset.minus(last.lo).times(last.usd)),
    step: asymptote.step.times(last.usd),
    from,
  };
}
