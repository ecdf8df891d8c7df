import { findPrice, type Price } from "../prices/price-book";
import { type Curve, scaleCurve, valueAt } from "./curve";
import type { Demand } from "./demand";
import { type Exact, exact, storedText } from "./exact";
import type { CostLine, Dimension, UsedPrice } from "./schema";
import type { PriceRef } from "./shapes";

export type ResolvedPrice = {
  priceId: string | null;
  /** Null: nobody knows it. */
  usd: Exact | null;
  asOf: string | null;
  confidence: CostLine["confidence"];
  label: string | null;
  book: Price | null;
};

/** Something that is billed: how much of it at every load, and what one unit costs. */
export type Meter = {
  meter: string;
  unit: string;
  price: ResolvedPrice;
  quantity: Curve;
  /** True for node classes: a class that is not chosen is not a line. */
  isOneOfSeveral?: boolean;
  /** True for amounts that are no vendor's price: credits, minimums, the team's own hours. */
  isUnlisted?: boolean;
};

export type Pricing = {
  meters: Meter[];
  /** The highest load it carries; the end of the axis when nothing runs out, below zero when it carries nothing. */
  end: Exact;
  /** What runs out there; null when the axis ends first. */
  ceiling: Dimension | null;
};

export type PricingContext = {
  demand: Demand;
  to: Exact;
  freeTiers: boolean;
  price: (ref: PriceRef) => ResolvedPrice;
};

/** Finds prices in the book, then lets the team's own prices stand above them. An id that nobody knows has no price. */
export function priceResolver(overrides: { priceId: string; usd: string | null; asOf?: string | undefined }[]) {
  const own = new Map(overrides.map((override) => [override.priceId, override]));
  return (ref: PriceRef): ResolvedPrice => {
    if (!("priceId" in ref)) {
      return {
        priceId: null,
        usd: ref.usd === null ? null : exact(ref.usd),
        asOf: ref.asOf ?? null,
        confidence: ref.usd === null ? null : "own",
        label: ref.label ?? null,
        book: null,
      };
    }
    const book = findPrice(ref.priceId);
    const override = own.get(ref.priceId);
    if (override) {
      const confidence = override.usd === null ? null : ("own" as const);
      const usd = override.usd === null ? null : exact(override.usd);
      return { priceId: ref.priceId, usd, asOf: override.asOf ?? null, confidence, label: null, book };
    }
    return {
      priceId: ref.priceId,
      usd: book ? exact(book.usd) : null,
      asOf: book?.asOf ?? null,
      confidence: book?.confidence ?? null,
      label: null,
      book,
    };
  };
}

/** The bill line of a meter at a load, or null when the meter does not apply there. */
export function lineAt(meter: Meter, x: Exact): CostLine | null {
  const quantity = valueAt(meter.quantity, x);
  if (quantity === null) return null;
  if (quantity.isZero() && meter.isOneOfSeveral) return null;
  const { usd, priceId, asOf, confidence } = meter.price;
  const stored = exact(storedText(quantity));
  return {
    meter: meter.meter,
    quantity: storedText(quantity),
    unit: meter.unit,
    unitPrice: usd?.toFixed() ?? null,
    priceId,
    asOf,
    confidence,
    amount: usd ? storedText(stored.times(usd)) : null,
  };
}

/** What a meter costs at every load, or null when its price is unknown. */
export function costCurveOf(meter: Meter): Curve | null {
  return meter.price.usd ? scaleCurve(meter.quantity, meter.price.usd) : null;
}

/** The price of a meter as the panel of prices shows it. */
export function usedPriceOf(meter: Meter, designId: string): UsedPrice {
  const { book, label, priceId, usd, asOf, confidence } = meter.price;
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
    designs: [designId],
  };
}

function nameOf(price: Price): string {
  if (!price.nodeClass) return price.product;
  return price.isMultiZone ? `${price.nodeClass}, Multi-AZ` : price.nodeClass;
}
