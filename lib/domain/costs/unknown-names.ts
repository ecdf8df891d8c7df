import type { FieldError } from "../errors";
import { findPrice } from "../prices/price-book";
import { DESIGN_SOURCES } from "./design-list";
import type { CostRequest } from "./request-schema";

/**
 * Names in a cost request that nobody knows: designs that are not on our list, and price ids that neither the book has nor a design of
 * ours asks for. A record that is computed again may name what later books dropped, so this is asked of new requests only.
 *
 * @example unknownNames({ ...request, designs: [{ id: "A", shape: "listed", design: "rds" }] })
 * // [{ path: "designs.0.design", message: "We list no such design." }]
 */
export function unknownNames(request: CostRequest): FieldError[] {
  const designs = request.designs.flatMap((design, index): FieldError[] => {
    if (design.shape !== "listed")
      return pricesIn(design, `designs.${index}`)
        .filter(({ id }) => !isKnown(id))
        .map(refusalOf);
    const isListed = DESIGN_SOURCES.some(({ id }) => id === design.design);
    return isListed ? [] : [{ path: `designs.${index}.design`, message: "We list no such design." }];
  });
  const own = new Set(request.designs.flatMap((design) => pricesIn(design, "").map(({ id }) => id)));
  const overrides = Object.keys(request.overrides).filter((id) => !own.has(id) && !isKnown(id));
  return [...designs, ...overrides.map((id) => refusalOf({ id, path: `overrides.${id}` }))];
}

type Named = { id: string; path: string };

function refusalOf({ path }: Named): FieldError {
  return { path, message: "The price book has no such price. Give one of your own as usd with asOf, or usd: null where nobody knows it." };
}

function isKnown(id: string): boolean {
  return findPrice(id) !== null || DESIGN_SOURCES.some(({ shape }) => pricesIn(shape, "").some((price) => price.id === id));
}

function pricesIn(value: unknown, path: string): Named[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}.${key}`;
    return key === "priceId" && typeof inner === "string" ? [{ id: inner, path: at }] : pricesIn(inner, at);
  });
}
