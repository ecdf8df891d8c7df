import type { CostReply } from "./schema";

/**
 * The designs that the chart draws: those that were compared, and finalists whose unknown prices kept them out of it.
 *
 * @example drawnDesigns(reply) // ["A", "B", "A2"]
 */
export function drawnDesigns(reply: CostReply): string[] {
  const compared = new Set(reply.pairs.flatMap(({ a, b }) => [a, b]));
  for (const { design } of reply.envelope) if (design) compared.add(design);
  const isFirstHosting = (id: string) => id.length === 1;
  return reply.designs.filter(({ id, curve }) => (compared.has(id) || isFirstHosting(id)) && curve.segments.length > 0).map(({ id }) => id);
}
