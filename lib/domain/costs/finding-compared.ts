import { heightAt, type PlainCurve, type PlainSegment } from "./crossovers";
import type { CostReply, PricedDesign } from "./schema";

/**
 * The designs of a reply that were compared with each other.
 *
 * @example With `compare: ["A", "B"]`: those two, whatever else was priced.
 */
export function comparedDesigns(reply: CostReply): PricedDesign[] {
  const ids = new Set([...reply.pairs.flatMap(({ a, b }) => [a, b]), ...reply.envelope.flatMap(({ design }) => design ?? [])]);
  return reply.designs.filter(({ id }) => ids.has(id));
}

/**
 * The curve of a priced design in plain numbers up to a load in requests per second.
 *
 * @example curveOf(design, 400).segments.at(-1)?.to // 400
 */
export function curveOf({ id, curve }: Pick<PricedDesign, "id" | "curve">, to: number): PlainCurve {
  const segments = curve.segments
    .filter(({ from }) => from < to)
    .map(({ from, to: end, intercept, slope }) => ({ from, to: Math.min(end, to), intercept: Number(intercept), slope: Number(slope) }));
  return { id, segments, asymptote: null, endsAtCeiling: false };
}

/**
 * The loads on which two runs of straight pieces are both straight.
 *
 * @example Pieces [0, 400], [400, 800] and [0, 800] give [0, 400] and [400, 800].
 */
export function commonPieces(
  f: readonly PlainSegment[],
  g: readonly PlainSegment[],
): { from: number; to: number; f: PlainSegment; g: PlainSegment }[] {
  const edges = [...new Set([...f, ...g].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const covering = (pieces: readonly PlainSegment[]) => {
    let index = 0;
    return (from: number, to: number) => {
      while ((pieces[index]?.to ?? Number.POSITIVE_INFINITY) <= from) index += 1;
      const piece = pieces[index];
      return piece && piece.from <= from && piece.to >= to ? piece : undefined;
    };
  };
  const [inF, inG] = [covering(f), covering(g)];
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index] ?? 0;
    const [left, right] = [inF(from, to), inG(from, to)];
    return left && right && to > from ? [{ from, to, f: left, g: right }] : [];
  });
}

/**
 * The cheapest of several curves as one curve; it ends where none of them carries the load.
 *
 * @example A flat $100 and $1 per request a second: the line up to 100/s, the flat one after.
 */
export function cheapestOf(
  curves: readonly PlainCurve[],
  parts: readonly { from: number; to: number; design: string | null }[],
): PlainSegment[] {
  return parts.flatMap(({ from, to, design }) => {
    const own = curves.find(({ id }) => id === design)?.segments ?? [];
    return own
      .filter((piece) => piece.from < to && piece.to > from)
      .map((piece) => ({ ...piece, from: Math.max(piece.from, from), to: Math.min(piece.to, to) }));
  });
}

/**
 * The length of a stretch of loads on which one straight piece costs at most `times` another.
 *
 * @example lengthWithin({ from: 0, to: 100, f: flat 105, g: flat 100 }, 1.05) // 100
 */
export function lengthWithin({ from, to, f, g }: { from: number; to: number; f: PlainSegment; g: PlainSegment }, times: number): number {
  const excess = (x: number) => heightAt(f, x) - times * heightAt(g, x);
  const [atStart, atEnd] = [excess(from), excess(to)];
  const slack = 1e-6;
  if (atStart <= slack && atEnd <= slack) return to - from;
  if (atStart > slack && atEnd > slack) return 0;
  const share = atStart / (atStart - atEnd);
  return (to - from) * (atStart <= slack ? share : 1 - share);
}
