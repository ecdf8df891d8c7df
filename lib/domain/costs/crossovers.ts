import type { Curve } from "./curve";
import type { CostPair, Crossover } from "./schema";

/**
 * A cost curve in plain numbers, for comparing. Breakpoints and coefficients come from exact arithmetic; only the
 * intersections are computed in doubles, and differences below 1e-6 USD count as equal (`cost-models.md` section 4).
 */
export type PlainCurve = {
  id: string;
  segments: PlainSegment[];
  asymptote: { slope: number; offset: number; step: number; from: number } | null;
  /** True when the curve ends because the design cannot carry more. */
  endsAtCeiling: boolean;
};
export type PlainSegment = { from: number; to: number; intercept: number; slope: number };

export const SAME_USD = 1e-6;

/**
 * Every load at which two curves change places, left to right, with the ties and the proof that nothing crosses beyond.
 *
 * @example One $290 node per 400/s against $1.05 per request/s crosses at 276.190476, 400, 552.380952, 800 and 828.571429;
 * nothing crosses beyond 892.307692.
 */
export function crossoversOf(f: PlainCurve, g: PlainCurve): { events: Crossover[]; pair: CostPair } {
  const events: Crossover[] = [];
  const ties: { from: number; to: number }[] = [];
  let leader = 0;
  let previous: Interval | null = null;
  for (const interval of commonIntervals(f, g)) {
    const starts = signOf(differenceAt(interval, interval.from));
    const ends = signOf(differenceAt(interval, interval.to));
    if (starts !== 0 && leader !== 0 && starts !== leader) {
      events.push(eventAt({ f, g, x: interval.from, before: leader, interval, previous }));
      leader = starts;
    }
    if (starts === 0 && ends === 0) extendTie(ties, interval);
    if (starts !== 0 && ends !== 0 && starts !== ends) {
      const x = (interval.g.intercept - interval.f.intercept) / (interval.f.slope - interval.g.slope);
      events.push(crossing({ f, g, x, kind: "continuous", before: starts, cost: heightAt(interval.f, x) }));
    } else if (starts === 0 && ends !== 0 && leader !== 0 && leader !== ends) {
      events.push(eventAt({ f, g, x: interval.from, before: leader, interval, previous }));
    }
    leader = ends === 0 ? starts || leader : ends;
    previous = interval;
  }
  return {
    events,
    pair: { a: f.id, b: g.id, first: events[0]?.x ?? null, settledAfter: events.at(-1)?.x ?? null, ...boundOf(f, g), ties },
  };
}

type Interval = { from: number; to: number; f: PlainSegment; g: PlainSegment };

/** The loads on which both curves are straight. */
function* commonIntervals(f: PlainCurve, g: PlainCurve): Generator<Interval> {
  let i = 0;
  let j = 0;
  let from = 0;
  while (i < f.segments.length && j < g.segments.length) {
    const left = f.segments[i];
    const right = g.segments[j];
    if (!left || !right) return;
    const to = Math.min(left.to, right.to);
    if (to > from) yield { from, to, f: left, g: right };
    from = Math.max(from, to);
    if (left.to <= to) i += 1;
    if (right.to <= to) j += 1;
  }
}

function eventAt({ f, g, x, before, interval, previous }: EventInput): Crossover {
  const atEdge = previous ? differenceAt(previous, x) : 0;
  const isContinuous = signOf(atEdge) === 0;
  const edge = previous ?? interval;
  const fJumps = Math.abs(heightAt(interval.f, x) - heightAt(edge.f, x)) > SAME_USD;
  const cost = fJumps ? heightAt(edge.g, x) : heightAt(edge.f, x);
  return crossing({ f, g, x, kind: isContinuous ? "continuous" : "jump", before, cost });
}

type EventInput = { f: PlainCurve; g: PlainCurve; x: number; before: number; interval: Interval; previous: Interval | null };

function crossing(input: { f: PlainCurve; g: PlainCurve; x: number; kind: Crossover["kind"]; before: number; cost: number }): Crossover {
  const { f, g, before } = input;
  return {
    a: f.id,
    b: g.id,
    x: roundTo(input.x, 9),
    kind: input.kind,
    cheaperBefore: before < 0 ? f.id : g.id,
    cheaperAfter: before < 0 ? g.id : f.id,
    cost: plainText(input.cost),
  };
}

/** Section 4.7: both curves lie within a step of a straight line, so beyond the bound only the slopes decide. */
function boundOf(f: PlainCurve, g: PlainCurve): Pick<CostPair, "upperBound" | "eventual"> {
  if (f.endsAtCeiling !== g.endsAtCeiling) {
    const [capped, other] = f.endsAtCeiling ? [f, g] : [g, f];
    return { upperBound: roundTo(capped.segments.at(-1)?.to ?? 0, 9), eventual: other.id };
  }
  if (!f.asymptote || !g.asymptote) return { upperBound: null, eventual: null };
  const slopes = f.asymptote.slope - g.asymptote.slope;
  if (Math.abs(slopes) < 1e-12) return { upperBound: null, eventual: null };
  const apart = Math.abs(f.asymptote.offset - g.asymptote.offset) + f.asymptote.step + g.asymptote.step;
  const bound = Math.max(apart / Math.abs(slopes), f.asymptote.from, g.asymptote.from);
  return { upperBound: roundTo(bound, 9), eventual: slopes < 0 ? f.id : g.id };
}

function extendTie(ties: { from: number; to: number }[], interval: Interval) {
  const last = ties.at(-1);
  if (last && last.to === interval.from) last.to = interval.to;
  else ties.push({ from: interval.from, to: interval.to });
}

function differenceAt(interval: Interval, x: number): number {
  return heightAt(interval.f, x) - heightAt(interval.g, x);
}

function signOf(difference: number): number {
  return Math.abs(difference) < SAME_USD ? 0 : Math.sign(difference);
}

export function heightAt(segment: PlainSegment, x: number): number {
  return segment.intercept + segment.slope * x;
}

export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function plainText(usd: number): string {
  return roundTo(usd, 6)
    .toFixed(6)
    .replace(/\.?0+$/, "");
}

/** An exact curve in plain numbers. */
export function plainCurve(curve: Curve, about: { id: string; endsAtCeiling: boolean }): PlainCurve {
  const { asymptote } = curve;
  return {
    ...about,
    segments: plainSegments(curve),
    asymptote: asymptote && {
      slope: asymptote.slope.toNumber(),
      offset: asymptote.offset.toNumber(),
      step: asymptote.step.toNumber(),
      from: asymptote.from.toNumber(),
    },
  };
}

/** Pieces begin where the one before ends, so that each edge is converted once. */
function plainSegments({ segments }: Curve): PlainSegment[] {
  let end = segments[0]?.from.toNumber() ?? 0;
  return segments.map(({ to, intercept, slope }) => {
    const from = end;
    end = to.toNumber();
    return { from, to: end, intercept: intercept.toNumber(), slope: slope.isZero() ? 0 : slope.toNumber() };
  });
}
