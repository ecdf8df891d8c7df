import { z } from "zod";

/** The one version of the vendor's price-list format that we know. */
const KNOWN_FORMAT = "v1.0";

const dimensionSchema = z.object({
  rateCode: z.string(),
  description: z.string().default(""),
  beginRange: z.string().default("0"),
  endRange: z.string().default("Inf"),
  unit: z.string(),
  pricePerUnit: z.record(z.string(), z.string()),
});

const offerFileSchema = z.object({
  formatVersion: z.string(),
  offerCode: z.string(),
  version: z.string(),
  publicationDate: z.string().regex(/^\d{4}-\d{2}-\d{2}/u, "The publication date is no date."),
  products: z.record(
    z.string(),
    z.object({ sku: z.string(), productFamily: z.string().default(""), attributes: z.record(z.string(), z.string()) }),
  ),
  terms: z.object({
    OnDemand: z.record(z.string(), z.record(z.string(), z.object({ priceDimensions: z.record(z.string(), dimensionSchema) }))).default({}),
  }),
});

export type OfferTier = { from: string; upTo: string | null; usd: string };

/** A product of the list with its on-demand price, as the vendor writes it. */
export type OfferProduct = { sku: string; family: string; attributes: Readonly<Record<string, string>>; unit: string; tiers: OfferTier[] };

/** What a price-list file holds. Products whose price cannot be read are told apart, one sentence each. */
export type OfferFile = { offerCode: string; version: string; publishedOn: string; products: OfferProduct[]; problems: string[] };

/**
 * Reads a price-list file in the vendor's published JSON (products, terms, priceDimensions). The whole file is refused when it is cut
 * short, of another format or without prices; a single product with a broken price is left out and named.
 *
 * @example readOfferFile("{").problem // "The file ends too early: it is cut off after line 1."
 */
export function readOfferFile(text: string): { ok: true; file: OfferFile } | { ok: false; problem: string } {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const format = z.object({ formatVersion: z.string() }).safeParse(parsed.value);
  if (!format.success) return { ok: false, problem: "The file has no formatVersion, so it is no price list." };
  if (format.data.formatVersion !== KNOWN_FORMAT)
    return { ok: false, problem: `formatVersion ${format.data.formatVersion} is not known here; ${KNOWN_FORMAT} is. Nothing was read.` };
  const file = offerFileSchema.safeParse(parsed.value);
  if (!file.success) {
    const [issue] = file.error.issues;
    return { ok: false, problem: `${issue?.path.join(".") ?? "The file"}: ${issue?.message ?? "not as the format says"}` };
  }
  const { offerCode, version, publicationDate, products, terms } = file.data;
  const problems: string[] = [];
  const read = Object.values(products).flatMap(({ sku, productFamily, attributes }): OfferProduct[] => {
    const offers = Object.values(terms.OnDemand[sku] ?? {});
    if (offers.length === 0) return [];
    if (offers.length > 1) {
      problems.push(`${sku}: it has ${offers.length} on-demand prices, so none was taken.`);
      return [];
    }
    const price = priceOf(Object.values(offers[0]?.priceDimensions ?? {}));
    if (!price.ok) {
      problems.push(`${sku}: ${price.problem}`);
      return [];
    }
    return [{ sku, family: productFamily, attributes, unit: price.unit, tiers: price.tiers }];
  });
  if (read.length === 0 && problems.length === 0) return { ok: false, problem: "The file has no on-demand price." };
  return { ok: true, file: { offerCode, version, publishedOn: publicationDate.slice(0, 10), products: read, problems } };
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const lines = text.trimEnd().split("\n").length;
    const isCut = !/\}\s*$/u.test(text) || count(text, "{") > count(text, "}");
    return { ok: false, problem: isCut ? `The file ends too early: it is cut off after line ${lines}.` : "The file is not JSON." };
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

type Dimension = z.infer<typeof dimensionSchema>;
type OfferPrice = { ok: true; unit: string; tiers: OfferTier[] } | { ok: false; problem: string };

/** The tiers of a price, from nothing to everything; each must begin where the one before ends. */
function priceOf(dimensions: readonly Dimension[]): OfferPrice {
  const sorted = [...dimensions].sort((a, b) => Number(a.beginRange) - Number(b.beginRange));
  const [first] = sorted;
  if (!first) return { ok: false, problem: "its tier table is empty." };
  const tiers: OfferTier[] = [];
  let end: string | null = "0";
  for (const { beginRange, endRange, unit, pricePerUnit } of sorted) {
    const usd = pricePerUnit.USD;
    if (usd === undefined)
      return { ok: false, problem: `its price is in ${Object.keys(pricePerUnit).join(" and ") || "no currency"}, not in US dollars.` };
    if (!/^\d{1,12}(\.\d{1,12})?$/u.test(usd)) return { ok: false, problem: `its price ${usd} is no number.` };
    if (unit !== first.unit) return { ok: false, problem: `its tiers are in ${first.unit} and in ${unit}.` };
    if (end === null || Number(beginRange) !== Number(end))
      return { ok: false, problem: `its tiers run in a circle or leave a gap at ${beginRange}.` };
    end = endRange === "Inf" ? null : endRange;
    if (end !== null && !(Number(end) > Number(beginRange)))
      return { ok: false, problem: `its tier from ${beginRange} ends at ${endRange}, before it begins.` };
    tiers.push({ from: beginRange, upTo: end, usd });
  }
  return end === null
    ? { ok: true, unit: first.unit, tiers }
    : { ok: false, problem: `its last tier ends at ${end}, and nothing says what comes after.` };
}
