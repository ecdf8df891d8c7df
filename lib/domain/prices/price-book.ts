import data from "./data/price-facts.json" with { type: "json" };
import type { PriceBook, PriceConfidence, PriceEntry } from "./schema";

/** One price as the edge shows it: exact decimal text, its unit, and where it comes from. */
export type Price = {
  id: string;
  product: string;
  nodeClass: string | null;
  isMultiZone: boolean;
  meter: string;
  unit: string;
  /** US dollars per `unit`, as decimal text. */
  usd: string;
  region: string;
  conditions: string;
  asOf: string;
  confidence: PriceConfidence;
  /** What kind of page the number was read from, for example "vendor docs". */
  sourceKind: string;
  source: string;
  capacity: PriceCapacity | null;
  /** Prices by quantity where the vendor has tiers: from, to (null: open), US dollars. */
  tiers: { upTo: number | null; usd: string }[] | null;
};

type PriceCapacity = {
  vcpu: number | null;
  ramGib: number | null;
  maxConnections: number | null;
  maxIops: number | null;
  maxStorageGb: number | null;
  includedStorageGb: number | null;
};

// The schema is checked in a test rather than on every start: 411 entries are ours, not input.
const BOOK = data as unknown as PriceBook;
const BY_ID = new Map(BOOK.entries.map((entry) => [entry.id, entry]));

/** The version of the price book, written into every record that used it. */
export const PRICE_BOOK_VERSION = BOOK.version;

/** The last day of the month in which the book was made; ages are told against it when a request brings no date. */
export const PRICE_BOOK_DAY = `${BOOK.version.slice(0, 7)}-28`;

/**
 * The price with this id, or null when the book has none, which callers must show as unknown, never as zero.
 *
 * @example findPrice("aws.dynamodb.od.wru")?.usd // "0.625"
 */
export function findPrice(id: string): Price | null {
  const entry = BY_ID.get(id);
  return entry ? toPrice(entry) : null;
}

/**
 * Every price of the book, in the book's order.
 *
 * @example listPrices().length // 411
 */
export function listPrices(): Price[] {
  return BOOK.entries.map(toPrice);
}

function toPrice(entry: PriceEntry): Price {
  const source = BOOK.sources[entry.source];
  return {
    id: entry.id,
    product: entry.product,
    nodeClass: entry.node_class ?? null,
    isMultiZone: entry.multi_az ?? false,
    meter: entry.meter,
    unit: entry.unit,
    usd: plainDecimal(entry.price),
    region: entry.region,
    conditions: entry.conditions,
    asOf: entry.as_of,
    confidence: entry.confidence,
    sourceKind: source?.kind ?? "none",
    source: source?.ref ?? "none",
    capacity: toCapacity(entry.capacity),
    tiers: entry.tiers?.map(([, upTo, usd]) => ({ upTo, usd: plainDecimal(usd) })) ?? null,
  };
}

function toCapacity(capacity: PriceEntry["capacity"]): PriceCapacity | null {
  if (!capacity) return null;
  return {
    vcpu: capacity.vcpu ?? null,
    ramGib: capacity.ram_gib ?? null,
    maxConnections: capacity.max_connections ?? null,
    maxIops: capacity.max_iops_instance_baseline ?? null,
    maxStorageGb: capacity.max_storage_gib ?? null,
    includedStorageGb: capacity.default_storage_gb ?? null,
  };
}

/** JSON numbers print their shortest exact form; very small ones would print an exponent, which people do not read. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/0+$/, "") : text;
}
