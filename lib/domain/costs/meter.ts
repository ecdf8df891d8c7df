import { isStalePrice } from "../prices/price-age";
import { findPrice, type Price } from "../prices/price-book";
import { type Curve, scaleCurve, valueAt } from "./curve";
import type { Demand } from "./demand";
import { type Exact, exact, storedText } from "./exact";
import type { PriceRef } from "./price-ref-schema";
import type { PriceOverride } from "./request-schema";
import type { CostLine, Dimension, PriceMarks, UsedPrice } from "./schema";
import { type Tier, tierCurve, tierParts } from "./tiers";

export type ResolvedPrice = {
  priceId: string | null;
  /** Null: nobody knows it. With tiers, the first tier's. */
  usd: Exact | null;
  tiers: readonly Tier[] | null;
  asOf: string | null;
  confidence: CostLine["confidence"];
  marks: PriceMarks;
  label: string | null;
  book: Price | null;
  override: { by: string | null; reason: string } | null;
};

/** Something that is billed: how much of it at every load, and what one unit costs. */
export type Meter = {
  meter: string;
  unit: string;
  price: ResolvedPrice;
  quantity: Curve;
  /** The quantity before a free tier came off, where one is counted. */
  beforeFree?: Curve;
  /** True for node classes: a class that is not chosen is not a line. */
  isOneOfSeveral?: boolean;
  /** True for hours of nodes or capacity, which a commitment can discount. */
  isCompute?: boolean;
  /** True for amounts that are no vendor's price: credits, minimums, the team's own hours. */
  isUnlisted?: boolean;
};

export type Pricing = {
  meters: Meter[];
  /** The highest load it carries; the end of the axis when nothing runs out, below zero when it carries nothing. */
  end: Exact;
  /** What runs out there; null when the axis ends first. */
  ceiling: Dimension | null;
  /** How many nodes run; upkeep of own servers grows with them. */
  nodes?: Curve;
  /** Hours of upkeep a month where they depend on the load. */
  opsHours?: Curve;
};

export type PricingContext = {
  demand: Demand;
  to: Exact;
  freeTiers: boolean;
  price: (ref: PriceRef) => ResolvedPrice;
};

/** Finds prices in the book, then lets the team's own prices stand above them. An id that nobody knows has no price. */
export function priceResolver({ overrides, today }: { overrides: Record<string, PriceOverride>; today: string }) {
  return (ref: PriceRef): ResolvedPrice => {
    if (!("priceId" in ref)) {
      const tiers = ref.tiers?.map(({ upTo, usd }) => ({ upTo: upTo === null ? null : exact(upTo), usd: exact(usd) })) ?? null;
      const usd = ref.usd === null ? null : (tiers?.[0]?.usd ?? exact(ref.usd));
      return { ...ownPrice(usd, ref.asOf), priceId: null, tiers, label: ref.label ?? null, book: null, override: null };
    }
    const book = findPrice(ref.priceId);
    const override = Object.hasOwn(overrides, ref.priceId) ? overrides[ref.priceId] : undefined;
    if (override) {
      const { unitPrice, asOf, by, reason } = override;
      const own = ownPrice(unitPrice === null ? null : exact(unitPrice), asOf);
      return { ...own, priceId: ref.priceId, tiers: null, label: null, book, override: { by: by ?? null, reason } };
    }
    return {
      priceId: ref.priceId,
      usd: book ? exact(book.usd) : null,
      tiers: book?.tiers?.map(({ upTo, usd }) => ({ upTo: upTo === null ? null : exact(upTo), usd: exact(usd) })) ?? null,
      asOf: book?.asOf ?? null,
      confidence: book?.confidence ?? null,
      marks: marksOf(book, today),
      label: null,
      book,
      override: null,
    };
  };
}

/** An amount in dollars that is nobody's list price, for example a credit. */
export function dollars(usd: string): ResolvedPrice {
  return { ...ownPrice(exact(usd), null), marks: [], priceId: null, tiers: null, label: null, book: null, override: null };
}

function ownPrice(usd: Exact | null, asOf: string | null) {
  const confidence = usd === null ? null : ("own" as const);
  const marks: PriceMarks = usd === null ? ["unknown"] : ["own"];
  return { usd, asOf, confidence, marks };
}

function marksOf(book: Price | null, today: string): PriceMarks {
  if (!book) return ["unknown"];
  const approximate: PriceMarks = book.confidence === "approximate" ? ["approximate"] : [];
  return isStalePrice(book.asOf, today) ? [...approximate, "stale"] : approximate;
}

/** The bill lines of a meter at a load, one per tier that is reached; none when the meter does not apply there. */
export function linesAt(meter: Meter, x: Exact): CostLine[] {
  const quantity = valueAt(meter.quantity, x);
  if (quantity === null) return [];
  if (quantity.isZero() && meter.isOneOfSeveral) return [];
  const { usd, tiers, priceId, asOf, confidence, marks, book, override } = meter.price;
  const stored = exact(storedText(quantity));
  const free = meter.beforeFree ? (valueAt(meter.beforeFree, x) ?? quantity).minus(quantity) : null;
  const parts: { quantity: Exact; usd: Exact | null }[] = tiers && usd ? tierParts(tiers, stored) : [{ quantity: stored, usd }];
  return parts.map((part, index) => ({
    meter: meter.meter,
    quantity: storedText(part.quantity),
    unit: meter.unit,
    unitPrice: part.usd?.toFixed() ?? null,
    priceId,
    region: override ? null : (book?.region ?? null),
    asOf,
    confidence,
    marks,
    amount: part.usd ? storedText(part.quantity.times(part.usd)) : null,
    freeQuantity: free?.gt(0) && index === 0 ? storedText(free) : null,
  }));
}

/** What a meter costs at every load, or null when its price is unknown. */
export function costCurveOf(meter: Meter): Curve | null {
  if (!meter.price.usd) return null;
  return meter.price.tiers ? tierCurve(meter.price.tiers, meter.quantity) : scaleCurve(meter.quantity, meter.price.usd);
}

/** The price of a meter as the panel of prices shows it. */
export function usedPriceOf(meter: Meter, designId: string): UsedPrice {
  const { book, label, priceId, usd, asOf, confidence, marks, override } = meter.price;
  return {
    priceId,
    meter: meter.meter,
    label: label ?? (book ? nameOf(book) : ""),
    unit: book?.unit ?? meter.unit,
    usd: usd?.toFixed() ?? null,
    asOf,
    confidence,
    sourceKind: confidence === "own" ? null : (book?.sourceKind ?? null),
    region: book?.region ?? null,
    conditions: book?.conditions ?? null,
    marks,
    override: override && { ...override, bookUsd: book?.usd ?? null },
    designs: [designId],
  };
}

function nameOf(price: Price): string {
  if (!price.nodeClass) return price.product;
  return price.isMultiZone ? `${price.nodeClass}, Multi-AZ` : price.nodeClass;
}
