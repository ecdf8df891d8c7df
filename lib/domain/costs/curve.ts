import { type Exact, type ExactInput, exact, ONE, ZERO } from "./exact";

/** `intercept + slope × load`, load in peak requests per second. */
export type Affine = { intercept: Exact; slope: Exact };

/** One piece of a curve, valid on `(from, to]`; the first piece of a curve also holds at its `from`. */
export type Segment = Affine & { from: Exact; to: Exact };

/** What a curve does beyond its last breakpoint: between `offset + slope·x` and that plus `step`, for all `x ≥ from`. */
type Asymptote = { slope: Exact; offset: Exact; step: Exact; from: Exact };

/**
 * A piecewise linear function of load, left-continuous: at a step's edge the smaller count still holds
 * (`cost-models.md` section 4.2). `asymptote` is null when it ends at a ceiling.
 */
export type Curve = { segments: Segment[]; asymptote: Asymptote | null };

/** @example affine(2, "0.5") is 2 + 0.5·x */
export function affine(intercept: ExactInput, slope: ExactInput = 0): Affine {
  return { intercept: exact(intercept), slope: exact(slope) };
}

/** The sum of two straight lines. */
export function addAffine(a: Affine, b: Affine): Affine {
  return { intercept: a.intercept.plus(b.intercept), slope: a.slope.plus(b.slope) };
}

/** A straight line times a factor. */
export function timesAffine(line: Affine, factor: ExactInput): Affine {
  return { intercept: line.intercept.times(factor), slope: line.slope.times(factor) };
}

/** The value of a straight line at a load. */
export function affineAt(line: Affine, x: ExactInput): Exact {
  return line.intercept.plus(line.slope.times(x));
}

/** A straight line on `[0, to]` as a curve. */
export function lineCurve(line: Affine, to: Exact): Curve {
  return {
    segments: [{ from: ZERO, to, ...line }],
    asymptote: { slope: line.slope, offset: line.intercept, step: ZERO, from: ZERO },
  };
}

/** The same amount at every load. */
export function constantCurve(value: ExactInput, to: Exact): Curve {
  return lineCurve(affine(value), to);
}

/**
 * The larger of straight lines with non-negative slopes at every load, for example a minimum charge.
 *
 * @example maxCurve([affine(50), affine(0, 1)], exact(100)) has a corner at 50
 */
export function maxCurve(lines: Affine[], to: Exact): Curve {
  const corners = lines.flatMap((a, i) => lines.slice(i + 1).flatMap((b) => crossingOf(a, b)));
  const edges = sortedUnique([ZERO, ...corners.filter((x) => x.gt(0) && x.lt(to)), to]);
  const highestAt = (x: Exact) =>
    lines.reduce((best, line) => {
      const order = affineAt(line, x).comparedTo(affineAt(best, x));
      return order > 0 || (order === 0 && line.slope.gt(best.slope)) ? line : best;
    });
  const segments = pairsOf(edges).map(([from, end]) => ({ from, to: end, ...highestAt(from.plus(end).div(2)) }));
  const last = lines.reduce((best, line) =>
    line.slope.gt(best.slope) || (line.slope.eq(best.slope) && line.intercept.gt(best.intercept)) ? line : best,
  );
  const from = corners.reduce((max, x) => (x.gt(max) ? x : max), ZERO);
  return { segments: mergeEqual(segments), asymptote: { slope: last.slope, offset: last.intercept, step: ZERO, from } };
}

/** The sum of curves up to the shortest of them, exact on the union of their breakpoints. */
export function sumCurves(curves: Curve[], to: Exact): Curve {
  const end = curves.reduce((min, curve) => (endOf(curve).lt(min) ? endOf(curve) : min), to);
  const jumps: { at: Exact; intercept: Exact; slope: Exact }[] = [];
  for (const curve of curves) {
    let before: Affine = { intercept: ZERO, slope: ZERO };
    for (const segment of curve.segments) {
      if (segment.from.gte(end) && segment.from.gt(0)) break;
      jumps.push({ at: segment.from, intercept: segment.intercept.minus(before.intercept), slope: segment.slope.minus(before.slope) });
      before = segment;
    }
  }
  // Numbers sort ten times faster than decimals; only equal doubles need the exact comparison.
  const keyed = jumps.map((jump) => ({ jump, key: jump.at.toNumber() })).sort((a, b) => a.key - b.key || a.jump.at.comparedTo(b.jump.at));
  const segments: Segment[] = [];
  let sum: Affine = { intercept: ZERO, slope: ZERO };
  for (const [index, { jump }] of keyed.entries()) {
    sum = addAffine(sum, jump);
    const next = keyed[index + 1]?.jump.at ?? end;
    if (next.gt(jump.at) || (segments.length === 0 && index === jumps.length - 1)) segments.push({ from: jump.at, to: next, ...sum });
  }
  return { segments: mergeEqual(segments), asymptote: sumAsymptotes(curves) };
}

/** A curve times a non-negative factor, for example a quantity times its price. */
export function scaleCurve(curve: Curve, factor: ExactInput): Curve {
  const asymptote = curve.asymptote;
  return {
    segments: curve.segments.map((segment) => ({ ...segment, ...timesAffine(segment, factor) })),
    asymptote: asymptote && {
      from: asymptote.from,
      slope: asymptote.slope.times(factor),
      offset: asymptote.offset.times(factor),
      step: asymptote.step.times(factor),
    },
  };
}

/** The curve where it is above zero, and zero elsewhere, for example disk beyond what the plan includes. */
export function positivePart(curve: Curve): Curve {
  const segments = curve.segments.flatMap((segment) => {
    const corner = segment.slope.isZero() ? null : segment.intercept.negated().div(segment.slope);
    const isInside = corner?.gt(segment.from) && corner.lt(segment.to);
    const edges = isInside && corner ? [segment.from, corner, segment.to] : [segment.from, segment.to];
    return pairsOf(edges).map(([from, to]) => {
      const isPositive = affineAt(segment, from.plus(to).div(2)).gt(0);
      return isPositive ? { ...segment, from, to } : { from, to, intercept: ZERO, slope: ZERO };
    });
  });
  return { segments: mergeEqual(segments), asymptote: positiveAsymptote(curve.asymptote) };
}

/** The part of a curve up to `end`; it then counts as ending at a ceiling. */
export function cutCurve(curve: Curve, end: Exact): Curve {
  if (endOf(curve).lte(end)) return curve;
  const kept = curve.segments.filter((segment, index) => index === 0 || segment.from.lt(end));
  return { segments: kept.map((segment) => (segment.to.gt(end) ? { ...segment, to: end } : segment)), asymptote: null };
}

/** The load at which a curve ends. */
export function endOf(curve: Curve): Exact {
  return curve.segments.at(-1)?.to ?? ZERO;
}

/**
 * The value at a load, or null beyond the curve's end. A load within 1e-9 of an edge counts as on it, so that a scenario
 * computed as 3 × 133.333… does not buy a fourth node.
 */
export function valueAt(curve: Curve, x: Exact): Exact | null {
  const guarded = x.minus(x.abs().plus(ONE).times("1e-9"));
  const segment = curve.segments.find((candidate) => guarded.lte(candidate.to));
  return segment ? affineAt(segment, x) : null;
}

/** Joins neighbours that continue the same line. */
function mergeEqual(segments: Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (last?.intercept.eq(segment.intercept) && last.slope.eq(segment.slope)) last.to = segment.to;
    else merged.push({ ...segment });
  }
  return merged;
}

export function sortedUnique(values: Exact[]): Exact[] {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  return sorted.filter((value, index) => index === 0 || !value.eq(sorted[index - 1] ?? value.plus(1)));
}

function crossingOf(a: Affine, b: Affine): Exact[] {
  if (a.slope.eq(b.slope)) return [];
  return [b.intercept.minus(a.intercept).div(a.slope.minus(b.slope))];
}

function pairsOf(edges: Exact[]): [Exact, Exact][] {
  return edges.slice(1).map((end, index) => [edges[index] ?? ZERO, end]);
}

function positiveAsymptote(asymptote: Asymptote | null): Asymptote | null {
  if (!asymptote) return null;
  const { slope, offset, step, from } = asymptote;
  if (slope.isZero()) return offset.gte(0) ? asymptote : { slope, offset: ZERO, step, from };
  if (slope.isNegative()) return { slope: ZERO, offset: ZERO, step: ZERO, from: maxOf(from, offset.plus(step).div(slope).negated()) };
  return { slope, offset, step, from: maxOf(from, offset.negated().div(slope)) };
}

function maxOf(a: Exact, b: Exact): Exact {
  return a.gt(b) ? a : b;
}

function sumAsymptotes(curves: Curve[]): Asymptote | null {
  let total: Asymptote = { slope: ZERO, offset: ZERO, step: ZERO, from: ZERO };
  for (const { asymptote } of curves) {
    if (!asymptote) return null;
    total = {
      slope: total.slope.plus(asymptote.slope),
      offset: total.offset.plus(asymptote.offset),
      step: total.step.plus(asymptote.step),
      from: asymptote.from.gt(total.from) ? asymptote.from : total.from,
    };
  }
  return total;
}
