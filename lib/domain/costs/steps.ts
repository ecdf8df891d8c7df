import { type Affine, affineAt, type Curve, type Segment } from "./curve";
import { type Exact, exact, guardedCeil, ZERO } from "./exact";

/** More whole units than this on one axis is a ceiling, not a bigger number. Aurora, the finest of the hourly ones, has 512. */
export const MAX_STEPS = 1_000;
export const MAX_HOURLY_STEPS = 512;

type Staircase = {
  /** The largest of these needs counts, each in units. */
  needs: Affine[];
  /** Units bought at a time. */
  step: Exact;
  min: Exact;
  max: Exact;
  to: Exact;
  maxSteps?: number;
};

/**
 * How many units are bought at each load: the largest need, rounded up to whole steps and clamped to `[min, max]`. The
 * curve ends where `max` no longer suffices. Needs must not fall with load.
 *
 * @example One node per 400/s on [0, 1000]: 1 on (0, 400], 2 on (400, 800], 3 on (800, 1000].
 */
export function stepCurve({ needs, step, min, max, to, maxSteps = MAX_STEPS }: Staircase): Curve {
  const segments: Segment[] = [];
  let units = startUnits({ needs, step, min, max, to });
  let from = ZERO;
  while (units.lte(max) && segments.length < maxSteps) {
    const end = edgeOf(needs, units, to);
    if (end.gt(from) || (segments.length === 0 && end.gte(0))) segments.push({ from, to: end, intercept: units, slope: ZERO });
    if (end.gte(to)) return { segments, asymptote: asymptoteOf({ needs, step, min, max, to }) };
    from = end.gt(from) ? end : from;
    units = units.plus(step);
  }
  return { segments, asymptote: null };
}

/**
 * Sizes that are not multiples of a step, for example those that double: at each load the smallest that suffices for every
 * need. The curve ends where the largest no longer does.
 *
 * @example Sizes 1, 2, 4 for one unit per 100/s on [0, 300]: 1 on (0, 100], 2 on (100, 200], 4 on (200, 300].
 */
export function sizeCurve({ needs, sizes, to }: { needs: Affine[]; sizes: Exact[]; to: Exact }): Curve {
  const segments: Segment[] = [];
  let from = ZERO;
  for (const units of sizes) {
    const end = edgeOf(needs, units, to);
    if (end.gt(from) || (segments.length === 0 && end.gte(0))) segments.push({ from, to: end, intercept: units, slope: ZERO });
    if (end.gte(to)) break;
    from = end.gt(from) ? end : from;
  }
  return { segments, asymptote: null };
}

/** The load up to which `units` suffice for every need; at most `to`, and below zero when they never do. */
function edgeOf(needs: Affine[], units: Exact, to: Exact): Exact {
  let edge = to;
  for (const need of needs) {
    if (need.slope.isZero()) {
      if (need.intercept.minus("1e-9").gt(units)) return exact(-1);
      continue;
    }
    const end = units.minus(need.intercept).div(need.slope);
    if (end.lt(edge)) edge = end;
  }
  return edge;
}

function startUnits({ needs, step, min }: Staircase): Exact {
  const atZero = needs.reduce((most, need) => (need.intercept.gt(most) ? need.intercept : most), ZERO);
  const whole = guardedCeil(atZero.div(step)).times(step);
  const floor = guardedCeil(min.div(step)).times(step);
  const start = whole.gt(floor) ? whole : floor;
  return start;
}

function asymptoteOf({ needs, step, min, max, to }: Staircase): Curve["asymptote"] {
  const steepest = needs.reduce((best, need) => (need.slope.gt(best.slope) ? need : best), needs[0] ?? { intercept: ZERO, slope: ZERO });
  if (steepest.slope.isZero()) {
    const units = startUnits({ needs, step, min, max, to });
    return { slope: ZERO, offset: units, step: ZERO, from: ZERO };
  }
  // A finite maximum is reached somewhere beyond the axis, so nothing can be said about "for good".
  if (max.isFinite()) return null;
  const from = needs.reduce((latest, need) => {
    if (need.slope.eq(steepest.slope)) return latest;
    const meets = need.intercept.minus(steepest.intercept).div(steepest.slope.minus(need.slope));
    return meets.gt(latest) ? meets : latest;
  }, min.minus(steepest.intercept).div(steepest.slope));
  return { slope: steepest.slope, offset: affineAt(steepest, 0), step, from: from.gt(0) ? from : ZERO };
}

/**
 * The sum of many staircases of one step height, each with its own needs and weight, for example the hours of a day. The same
 * as summing their step curves, at a tenth of the work: a day of Aurora has six thousand steps. It ends where the first of
 * them does, and is empty where one cannot even start.
 *
 * @example Two parts of weight 12 h, one unit per 400/s and per 800/s: 24 unit hours up to 400/s, 36 up to 800/s.
 */
export function stackedSteps({
  parts,
  step,
  min,
  max,
  to,
  maxSteps = MAX_STEPS,
}: Omit<Staircase, "needs"> & { parts: WeightedNeeds[] }): Curve {
  const jumps: { key: number; at: Exact; by: Exact }[] = [];
  let sum = ZERO;
  let end = to;
  for (const { needs, weight } of parts) {
    let units = startUnits({ needs, step, min, max, to });
    if (units.gt(max) || edgeOf(needs, units, to).lt(0)) return { segments: [], asymptote: null };
    sum = sum.plus(units.times(weight));
    const by = step.times(weight);
    const edge = edgeFinder(needs, to);
    for (let count = 1, at = edge(units); at.lt(end); count += 1, at = edge(units)) {
      units = units.plus(step);
      if (units.gt(max) || count >= maxSteps) end = at;
      else jumps.push({ key: at.toNumber(), at, by });
    }
  }
  jumps.sort((a, b) => a.key - b.key || a.at.comparedTo(b.at));
  const segments: Segment[] = [];
  let from = ZERO;
  for (const { at, by } of jumps) {
    if (at.gte(end)) break;
    if (at.gt(from)) {
      segments.push({ from, to: at, intercept: sum, slope: ZERO });
      from = at;
    }
    sum = sum.plus(by);
  }
  segments.push({ from, to: end, intercept: sum, slope: ZERO });
  return { segments, asymptote: null };
}

type WeightedNeeds = { needs: Affine[]; weight: Exact };

/** `edgeOf` with the divisions done once. */
function edgeFinder(needs: Affine[], to: Exact): (units: Exact) => Exact {
  const rising = needs.filter(({ slope }) => !slope.isZero()).map(({ intercept, slope }) => ({ intercept, perUnit: exact(1).div(slope) }));
  return (units) => {
    let edge = to;
    for (const { intercept, perUnit } of rising) {
      const end = units.minus(intercept).times(perUnit);
      if (end.lt(edge)) edge = end;
    }
    return edge;
  };
}

/**
 * Whole steps times a straight line, piece by piece, for example nodes times the disk of each.
 *
 * @example 2 nodes up to 400/s and 3 above, each with x / 10 GB: 0.2·x, then 0.3·x.
 */
export function multiplySteps(steps: Curve, line: Affine): Curve {
  const segments = steps.segments.map((piece) => ({
    ...piece,
    intercept: piece.intercept.times(line.intercept),
    slope: piece.intercept.times(line.slope),
  }));
  return { segments, asymptote: null };
}
