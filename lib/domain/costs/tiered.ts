import { type Affine, type Curve, lineCurve, scaleCurve, timesAffine } from "./curve";
import type { Demand } from "./demand";
import { exact } from "./exact";
import type { Meter, Pricing, PricingContext } from "./meter";
import type { TieredSpec } from "./shapes-by-use";
import { commonMeters, lessFree } from "./shared-meters";

/**
 * Shape F (`cost-models.md` section 3): meters by the GB or by the call. What is free comes off the lowest tier; billed bytes may be
 * compressed.
 *
 * @example 100 GB stored at $0.002 per GB-hour: 73,000 GB-hours, $146 a month.
 */
export function priceTiered(spec: TieredSpec, context: PricingContext): Pricing {
  return {
    meters: [...spec.meters.map((meter) => gbMeter(meter, context)), ...commonMeters(spec, context)],
    end: context.to,
    ceiling: null,
  };
}

function gbMeter(meter: TieredSpec["meters"][number], context: PricingContext): Meter {
  const { to, freeTiers } = context;
  const isBytes = meter.of !== "reads" && meter.of !== "writes";
  const used = lineCurve(timesAffine(amountOf(meter.of, context.demand), exact(meter.hours).div(isBytes ? meter.compression : 1)), to);
  const billed = freeTiers ? lessFree(used, meter.freeUnits) : used;
  const inUnits = (curve: Curve) => scaleCurve(curve, exact(1).div(meter.priceUnits));
  return {
    meter: METERS[meter.of],
    unit: unitOf(meter, isBytes),
    price: context.price(meter.price),
    quantity: inUnits(billed),
    ...(freeTiers ? { beforeFree: inUnits(used) } : {}),
  };
}

const METERS = { stored_gb: "storage", written_gb: "ingested", returned_gb: "returned", writes: "writes", reads: "reads" } as const;

function amountOf(of: TieredSpec["meters"][number]["of"], demand: Demand): Affine {
  switch (of) {
    case "stored_gb":
      return demand.storedGb;
    case "written_gb":
      return demand.writtenGb;
    case "returned_gb":
      return demand.readGb;
    case "writes":
      return demand.writesPerMonth;
    case "reads":
      return demand.readsPerMonth;
  }
}

function unitOf({ hours, priceUnits, of }: TieredSpec["meters"][number], isBytes: boolean): string {
  if (!isBytes) return UNITS[priceUnits] ?? "unit";
  if (hours > 1) return "gb_hour";
  if (of === "stored_gb") return priceUnits === 1_000 ? "tb_month" : "gb_month";
  return priceUnits === 0.001 ? "mb" : "gb";
}

const UNITS: Record<number, string> = { 1000000: "million", 100000: "hundred_thousand", 1000: "thousand", 100: "hundred" };
