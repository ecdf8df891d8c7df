import type { FieldImpact } from "./schema";

type Beside = {
  /** US dollars a month that settling the field is worth at most. */
  worth?: ReadonlyMap<string, number>;
  /** How far apart the answers are, 0 to 1. */
  spread?: ReadonlyMap<string, number>;
};

/**
 * What to discuss first: direct impact, then total impact, then money, then how far apart the answers are; equal ones keep their order.
 * @example inOrderOfImpact([{ ...a, direct: 0 }, { ...b, direct: 0.2 }]) // b, then a
 */
export function inOrderOfImpact<T extends Pick<FieldImpact, "field" | "direct" | "total">>(
  impacts: readonly T[],
  beside: Beside = {},
): T[] {
  const { worth, spread } = beside;
  const more = (map: ReadonlyMap<string, number> | undefined, a: T, b: T) => (map?.get(b.field) ?? 0) - (map?.get(a.field) ?? 0);
  return impacts.toSorted((a, b) => b.direct - a.direct || b.total - a.total || more(worth, a, b) || more(spread, a, b));
}
