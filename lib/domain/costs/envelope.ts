import { heightAt, type PlainCurve, type PlainSegment, roundTo, SAME_USD } from "./crossovers";
import type { EnvelopePart } from "./schema";

/**
 * Which design is cheapest at every load, by the walk over all breakpoints (`cost-models.md` section 4.8). Where
 * none carries the load the part has no design.
 *
 * @example A flat $100 and a line at $1 per request/s: the line on [0, 100], the flat one after.
 */
export function lowerEnvelope(curves: PlainCurve[], to: number): EnvelopePart[] {
  const parts: EnvelopePart[] = [];
  const edges = [...new Set([0, to, ...curves.flatMap((curve) => curve.segments.map((segment) => segment.to))])]
    .filter((x) => x <= to)
    .sort((a, b) => a - b);
  const cursor = curves.map(() => 0);
  for (const [index, end] of edges.slice(1).entries()) {
    const from = edges[index] ?? 0;
    const active: Active[] = [];
    for (const [c, curve] of curves.entries()) {
      while ((curve.segments[cursor[c] ?? 0]?.to ?? Number.POSITIVE_INFINITY) < end) cursor[c] = (cursor[c] ?? 0) + 1;
      const segment = curve.segments[cursor[c] ?? 0];
      if (segment) active.push({ id: curve.id, segment });
    }
    for (const part of partsWithin({ active, from, to: end })) append(parts, part);
  }
  return parts.map((part) => ({ ...part, from: roundTo(part.from, 9), to: roundTo(part.to, 9) }));
}

type Active = { id: string; segment: PlainSegment };

function* partsWithin({ active, from, to }: { active: Active[]; from: number; to: number }): Generator<EnvelopePart> {
  if (active.length === 0) {
    yield { from, to, design: null, ties: [] };
    return;
  }
  let at = from;
  while (at < to) {
    const best = cheapestAfter(active, at);
    const end = Math.min(to, nextOvertaking({ active, best, at }));
    const ties = active.filter((other) => other.id !== best.id && isSame(other, best, [at, end])).map((other) => other.id);
    yield { from: at, to: end, design: best.id, ties };
    if (end <= at) return;
    at = end;
  }
}

function cheapestAfter(active: Active[], x: number): Active {
  return active.reduce((best, other) => {
    const difference = heightAt(other.segment, x) - heightAt(best.segment, x);
    if (Math.abs(difference) < SAME_USD) return other.segment.slope < best.segment.slope ? other : best;
    return difference < 0 ? other : best;
  });
}

function nextOvertaking({ active, best, at }: { active: Active[]; best: Active; at: number }): number {
  let next = Number.POSITIVE_INFINITY;
  for (const other of active) {
    if (other.segment.slope >= best.segment.slope) continue;
    const x = (best.segment.intercept - other.segment.intercept) / (other.segment.slope - best.segment.slope);
    if (x > at + Math.max(1e-9, at * 1e-12) && x < next) next = x;
  }
  return next;
}

function isSame(a: Active, b: Active, at: [number, number]): boolean {
  return at.every((x) => Math.abs(heightAt(a.segment, x) - heightAt(b.segment, x)) < SAME_USD);
}

function append(parts: EnvelopePart[], part: EnvelopePart) {
  const last = parts.at(-1);
  if (last && last.design === part.design && last.ties.join() === part.ties.join()) last.to = part.to;
  else parts.push(part);
}
