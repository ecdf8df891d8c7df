import { Decimal } from "decimal.js";
import type { OfferFile, OfferTier } from "./offer-file";
import { mapProduct } from "./offer-mapping";
import type { PriceBook, PriceEntry } from "./schema";

export type PriceChange = { priceId: string; before: string; after: string; sku: string };

/** What a price list would change in the book, and the book after it. */
export type Refresh = {
  changes: PriceChange[];
  /** Prices that the list confirms; their date moves. */
  confirmed: string[];
  /** Products that no row of the mapping table names, or that the book has no entry for. */
  unmapped: number;
  /** Sentences about what was left as it was. */
  problems: string[];
  book: PriceBook;
};

type Found = { priceId: string; sku: string; usd: string; tiers: [number, number | null, number][] | null };

/**
 * The price book with the prices of a vendor's list: known entries get the new price, date and source; nothing is added and nothing
 * guessed. Two products that claim the same entry with different prices leave it as it was. The version becomes the list's date.
 *
 * @example refreshBook(book, file).changes // [{ priceId: "aws.rds.postgres.r6g.large.multi", before: "0.45", after: "0.46", sku }]
 */
export function refreshBook(book: PriceBook, file: OfferFile): Refresh {
  const problems = [...file.problems];
  const known = new Map(book.entries.map((entry) => [entry.id, entry]));
  const found = new Map<string, Found[]>();
  let unmapped = 0;
  for (const product of file.products) {
    const mapping = mapProduct(file.offerCode, product);
    if (mapping.kind === "refused") problems.push(mapping.why);
    if (mapping.kind !== "mapped" || !known.has(mapping.priceId)) {
      unmapped += mapping.kind === "refused" ? 0 : 1;
      continue;
    }
    const price = priceOf(product.tiers, mapping.per);
    if (price === null) problems.push(`${product.sku}: every tier is free, so ${mapping.priceId} keeps its price.`);
    else found.set(mapping.priceId, [...(found.get(mapping.priceId) ?? []), { priceId: mapping.priceId, sku: product.sku, ...price }]);
  }
  const taken = [...found].flatMap(([priceId, all]) => {
    const [first] = all;
    if (all.every(({ usd }) => usd === first?.usd)) return first ? [first] : [];
    problems.push(`${priceId}: ${all.map(({ sku, usd }) => `${sku} says ${usd}`).join(", ")}; it keeps its price.`);
    return [];
  });
  const source = `aws-price-list-${file.publishedOn}`;
  const entries = book.entries.map((entry) => {
    const price = taken.find(({ priceId }) => priceId === entry.id);
    return price ? refreshed(entry, { price, asOf: file.publishedOn, source }) : entry;
  });
  const changes = taken.flatMap(({ priceId, usd, sku }) => {
    const before = textOf(known.get(priceId)?.price ?? 0);
    return before === usd ? [] : [{ priceId, before, after: usd, sku }];
  });
  const kind = { kind: "price-list file", ref: `${file.offerCode} ${file.version}`, as_of: file.publishedOn };
  const sources = taken.length > 0 ? { ...book.sources, [source]: kind } : book.sources;
  return {
    changes,
    confirmed: taken.map(({ priceId }) => priceId).filter((id) => !changes.some(({ priceId }) => priceId === id)),
    unmapped,
    problems,
    book: taken.length > 0 ? { ...book, version: file.publishedOn, generated: file.publishedOn, sources, entries } : book,
  };
}

function refreshed(entry: PriceEntry, { price, asOf, source }: { price: Found; asOf: string; source: string }): PriceEntry {
  const { tiers: _tiers, cross_checked_with: _checked, derivation: _derivation, ...rest } = entry;
  return { ...rest, price: Number(price.usd), as_of: asOf, source, confidence: "quoted", ...(price.tiers ? { tiers: price.tiers } : {}) };
}

/** The first tier that costs something, in our unit; free allowances of the account stay with our conditions. Null when all is free. */
function priceOf(tiers: readonly OfferTier[], per: number): Pick<Found, "usd" | "tiers"> | null {
  const paid = tiers.filter(({ usd }) => !new Decimal(usd).isZero());
  const [first] = paid;
  if (!first) return null;
  const inOurs = (usd: string) => new Decimal(usd).times(per).toFixed();
  const rest = paid.map(({ from, upTo, usd }, index): [number, number | null, number] => [
    index === 0 ? 0 : Number(from),
    upTo === null ? null : Number(upTo),
    Number(inOurs(usd)),
  ]);
  return { usd: inOurs(first.usd), tiers: paid.length > 1 ? rest : null };
}

function textOf(price: number): string {
  return new Decimal(price).toFixed();
}
