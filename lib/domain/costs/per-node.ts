import { affine, type Curve, constantCurve, positivePart, scaleCurve, timesAffine } from "./curve";
import { diskNeed } from "./demand";
import { type Exact, exact, ZERO } from "./exact";
import { dollars, type Meter, type Pricing, type PricingContext } from "./meter";
import { chooseClasses, type Reign, readerVcpuNeed } from "./node-classes";
import type { PerNodeSpec } from "./shapes";
import { commonMeters, ioMeter } from "./shared-meters";
import { multiplySteps, stepCurve } from "./steps";

/**
 * Shape A (`cost-models.md` section 3): at every load the cheapest class whose CPU, memory, connections, disk
 * operations and disk all suffice; readers of that class take over a share of the reads. Where no class suffices, the curve
 * ends and the ceiling is named; it is never a bigger number.
 *
 * @example Classes that carry 400/s for $290 and 800/s for $580 give $290 on (0, 400] and $580 on (400, 800].
 */
export function pricePerNode(spec: PerNodeSpec, context: PricingContext): Pricing {
  const { reigns, end, ceiling } = chooseClasses({ spec, context });
  return { meters: nodeMeters({ spec, reigns, end, context }), end, ceiling, nodes: nodesOf({ spec, reigns, context }) };
}

type Reigned = { spec: PerNodeSpec; reigns: Reign[]; context: PricingContext };

/** The meters of the classes that were chosen, with everything that hangs on them. */
export function nodeMeters({ spec, reigns, end, context }: Reigned & { end: Exact }): Meter[] {
  const { to } = context;
  const readers = readerCurves({ spec, reigns, context });
  const hours = exact(spec.hoursPerMonth);
  const meters = reigns.flatMap((reign, index): Meter[] => {
    const own = readers[index] ?? { segments: [], asymptote: null };
    const isListedApart = reign.readerPrice !== null;
    const about = { meter: "instance_hours", unit: "hour", isOneOfSeveral: true, isCompute: true } as const;
    const only = (curve: Curve) => placed({ curve, from: reign.from, to: reign.to, end });
    const one = constantPiece(exact(1), reign);
    const writer: Meter = { ...about, price: reign.price, quantity: only(scaleCurve(isListedApart ? one : plusOne(own), hours)) };
    if (!reign.readerPrice) return [writer];
    return [writer, { ...about, meter: "reader_hours", price: reign.readerPrice, quantity: only(scaleCurve(own, hours)) }];
  });
  if (spec.readerStorage) {
    const nodes: Curve = { segments: readers.flatMap(({ segments }) => segments), asymptote: null };
    const price = context.price(spec.readerStorage);
    meters.push({
      meter: "reader_storage",
      unit: "gb_month",
      price,
      isOneOfSeveral: true,
      quantity: multiplySteps(nodes, diskNeed(context.demand.storedGb)),
    });
  }
  if (spec.extraStorage) meters.push(extraStorageMeter({ spec, reigns, context }));
  if (spec.computeCreditUsd)
    meters.push({
      isUnlisted: true,
      meter: "compute_credit",
      unit: "month",
      price: dollars(spec.computeCreditUsd),
      quantity: constantCurve(-1, to),
    });
  if (spec.io) meters.push(ioMeter(spec.io, context));
  meters.push(...commonMeters(spec, context));
  return meters;
}

/** How many readers run beside the writer on the loads of each class. */
function readerCurves({ spec, reigns, context }: Reigned): Curve[] {
  if (spec.readOffloadShare === 0) return reigns.map((reign) => constantPiece(exact(spec.readers), reign));
  const offloaded = readerVcpuNeed(spec, context);
  return reigns.map((reign) => {
    const need = timesAffine(offloaded, exact(1).div(reign.capacity?.vcpu ?? 1));
    const steps = stepCurve({
      needs: [need, affine(0)],
      step: exact(1),
      min: exact(spec.readers),
      max: exact(spec.maxReaders),
      to: context.to,
    });
    const inside = steps.segments.filter((piece) => piece.to.gt(reign.from) && piece.from.lt(reign.to));
    const cut = inside.map((piece) => ({ ...piece, from: largest(piece.from, reign.from), to: smallest(piece.to, reign.to) }));
    return { segments: cut.length > 0 ? cut : constantPiece(exact(spec.readers), reign).segments, asymptote: null };
  });
}

/** Writer and readers together at every load. */
export function nodesOf({ spec, reigns, context }: Reigned): Curve {
  const segments = readerCurves({ spec, reigns, context }).flatMap((curve) => plusOne(curve).segments);
  return segments.length > 0 ? { segments, asymptote: null } : constantCurve(1, context.to);
}

function plusOne(curve: Curve): Curve {
  return { segments: curve.segments.map((piece) => ({ ...piece, intercept: piece.intercept.plus(1) })), asymptote: null };
}

function constantPiece(value: Exact, { from, to }: { from: Exact; to: Exact }): Curve {
  return { segments: [{ from, to, intercept: value, slope: ZERO }], asymptote: null };
}

/** A piece of curve with zero to its left and right. */
function placed({ curve, from, to, end }: { curve: Curve; from: Exact; to: Exact; end: Exact }): Curve {
  const zero = { intercept: ZERO, slope: ZERO };
  const left = from.gt(0) ? [{ from: ZERO, to: from, ...zero }] : [];
  const right = end.gt(to) ? [{ from: to, to: end, ...zero }] : [];
  return { segments: [...left, ...curve.segments, ...right], asymptote: null };
}

/** Data beyond what the chosen class includes, class by class. */
function extraStorageMeter({ spec, reigns, context }: Reigned): Meter {
  const stored = context.demand.storedGb;
  const segments = reigns.map((reign) => {
    const included = exact(reign.capacity?.includedStorageGb ?? 0);
    return { from: reign.from, to: reign.to, intercept: stored.intercept.minus(included), slope: stored.slope };
  });
  const price = spec.extraStorage ? context.price(spec.extraStorage) : context.price({ priceId: "" });
  return { meter: "extra_storage", unit: "gb_month", price, quantity: positivePart({ segments, asymptote: null }), isOneOfSeveral: true };
}

function largest(a: Exact, b: Exact): Exact {
  return a.gt(b) ? a : b;
}

function smallest(a: Exact, b: Exact): Exact {
  return a.lt(b) ? a : b;
}
