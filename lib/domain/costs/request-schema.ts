import { z } from "zod";
import { uncertaintySchema } from "./estimates-schema";
import { growthSchema } from "./growth-schema";
import { currencySchema, priceDateSchema, usdSchema } from "./price-ref-schema";
import { capacityPricedSchema, perNodeSchema, requestPricedSchema, scaleOutSchema } from "./shapes";
import { perScanSchema, provisionedUnitsSchema, tieredSchema } from "./shapes-by-use";
import { licencedSchema, selfHostedSchema } from "./shapes-owned";
import { tcoRequestSchema } from "./tco-schema";
import { amountSchema as amount, shareSchema, workloadSchema } from "./workload-schema";

/** Limits of one cost request; a larger one is refused with 422 and its path. */
export const COST_LIMITS = {
  designs: 12,
  scenarios: 5,
  scale: 1_000,
  overrides: 200,
  bands: 3,
  billsTried: 240_000,
  amount: 1e15,
} as const;

const identifier = z.string().min(1).max(80);
const identity = { id: identifier };

/** What the team pays today, whatever it runs: one amount, up to the load that the team believes it carries. */
const currentBillSchema = z.strictObject({
  ...identity,
  shape: z.literal("current_bill"),
  usdMonth: usdSchema,
  /** Times today\'s peak. */
  carriesTimes: z.number().min(1).max(1_000).default(1),
  label: z.string().max(120).optional(),
  asOf: priceDateSchema,
  currency: currencySchema,
});

/** A design of our own list by name, the bill of today, or one described in full: a shape with price ids or inline prices. */
const designRequestSchema = z.discriminatedUnion("shape", [
  z.strictObject({ ...identity, shape: z.literal("listed"), design: identifier }),
  currentBillSchema,
  z.strictObject({ ...identity, ...perNodeSchema.shape }),
  z.strictObject({ ...identity, ...scaleOutSchema.shape }),
  z.strictObject({ ...identity, ...requestPricedSchema.shape }),
  z.strictObject({ ...identity, ...capacityPricedSchema.shape }),
  provisionedUnitsSchema.safeExtend(identity),
  z.strictObject({ ...identity, ...perScanSchema.shape }),
  z.strictObject({ ...identity, ...tieredSchema.shape }),
  z.strictObject({ ...identity, ...licencedSchema.shape }),
  z.strictObject({ ...identity, ...selfHostedSchema.shape }),
]);
export type DesignRequest = z.infer<typeof designRequestSchema>;

/** A price that the team put over the book's, or null for "we do not know", with who says so and why. */
const priceOverrideSchema = z.strictObject({
  unitPrice: usdSchema.nullable(),
  reason: z.string().trim().min(1, "Say why, for example: our contract.").max(280),
  /** Left out where the caller keeps it apart, as a worksheet does: its record names nobody. */
  by: z.string().trim().min(1, "Say who knows this price.").max(80).optional(),
  asOf: priceDateSchema,
  currency: currencySchema,
});
export type PriceOverride = z.infer<typeof priceOverrideSchema>;

/** A promise to pay for a minimum; it discounts what runs today and nothing beyond. */
export const commitmentSchema = z.strictObject({
  /** Off the price of node, capacity or unit hours. */
  discountShare: shareSchema,
  termMonths: z.number().int().min(1).max(60),
});
export type Commitment = z.infer<typeof commitmentSchema>;

export const loadBandSchema = z.strictObject({
  id: z.enum(["y1", "y3"]),
  /** Peak requests per second. */
  low: amount,
  typical: amount,
  high: amount,
});
export type LoadBand = z.infer<typeof loadBandSchema>;

export const costRequestSchema = z
  .strictObject({
    workload: workloadSchema,
    designs: z.array(designRequestSchema).min(1).max(COST_LIMITS.designs),
    /** Design ids whose curves are compared for crossovers and the cheapest strip; all when left out. */
    compare: z.array(identifier).max(COST_LIMITS.designs).optional(),
    scenarios: z.array(z.number().positive().max(COST_LIMITS.scale)).min(1).max(COST_LIMITS.scenarios).default([1, 10, 100]),
    axis: z
      .strictObject({
        unit: z.literal("peak_requests_per_second").default("peak_requests_per_second"),
        /** Right end of the axis; 1.2 times the largest scenario when left out. */
        to: z.number().positive().max(COST_LIMITS.amount).optional(),
        /** True scales data, egress and connections with the load, as the scenarios do. */
        scaleData: z.boolean().default(true),
      })
      .default({ unit: "peak_requests_per_second", scaleData: true }),
    horizonMonths: z.number().int().min(1).max(120).default(36),
    /** Prices of the team's own, by the id of the price that they replace. */
    overrides: z
      .record(identifier, priceOverrideSchema)
      .refine((map) => Object.keys(map).length <= COST_LIMITS.overrides, `At most ${COST_LIMITS.overrides} overrides.`)
      .default({}),
    /** Commitments by design id; off unless asked for. */
    commitments: z.record(identifier, commitmentSchema).default({}),
    /** ISO date of asking; decides which prices are marked stale. The price book's own month when left out. */
    today: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "Write the date as 2026-11-20.")
      .optional(),
    /** Account-wide free tiers are off unless asked for, for all designs or for the named ones: another team may use them up. */
    freeTiers: z.union([z.boolean(), z.array(identifier).max(COST_LIMITS.designs)]).default(false),
    /** Adds upkeep to every design, so that self-hosting is never compared on infrastructure alone. */
    labour: z
      .strictObject({
        engineerHourUsd: usdSchema,
        /** Hours a month that the team expects of a design, by its id; else those that the shape asks for. */
        opsHoursMonth: z.record(identifier, amount).optional(),
      })
      .optional(),
    bands: z.array(loadBandSchema).max(COST_LIMITS.bands).default([]),
    uncertainty: uncertaintySchema.optional(),
    growth: growthSchema.optional(),
    tco: tcoRequestSchema.optional(),
  })
  .superRefine((request, context) => {
    const ids = request.designs.map((design) => design.id);
    if (new Set(ids).size !== ids.length) context.addIssue({ code: "custom", path: ["designs"], message: "Give every design its own id." });
    for (const [index, design] of request.designs.entries()) {
      const field = minimumAboveMaximum(design);
      if (field) context.addIssue({ code: "custom", path: ["designs", index, field], message: "The minimum is above the maximum." });
    }
    for (const [index, id] of (request.compare ?? []).entries()) {
      if (!ids.includes(id)) context.addIssue({ code: "custom", path: ["compare", index], message: "Name a design of this request." });
    }
    for (const [index, id] of (Array.isArray(request.freeTiers) ? request.freeTiers : []).entries())
      if (!ids.includes(id)) context.addIssue({ code: "custom", path: ["freeTiers", index], message: "Name a design of this request." });
    for (const id of Object.keys(request.commitments))
      if (!ids.includes(id)) context.addIssue({ code: "custom", path: ["commitments", id], message: "Name a design of this request." });
    for (const id of Object.keys(request.labour?.opsHoursMonth ?? {}))
      if (!ids.includes(id))
        context.addIssue({ code: "custom", path: ["labour", "opsHoursMonth", id], message: "Name a design of this request." });
    for (const id of Object.keys(request.tco?.designs ?? {}))
      if (!ids.includes(id)) context.addIssue({ code: "custom", path: ["tco", "designs", id], message: "Name a design of this request." });
    const { trials = 0, points = [] } = request.uncertainty ?? {};
    if (trials * points.length * ids.length > COST_LIMITS.billsTried)
      context.addIssue({
        code: "custom",
        path: ["uncertainty", "trials"],
        message: "So many trials of so many designs take too long; lower one of them.",
      });
    for (const [index, { low, typical, high }] of request.bands.entries()) {
      if (low > typical) context.addIssue({ code: "custom", path: ["bands", index, "low"], message: "Low is above typical." });
      if (high < typical) context.addIssue({ code: "custom", path: ["bands", index, "high"], message: "High is below typical." });
    }
  });
export type CostRequest = z.infer<typeof costRequestSchema>;
export type CostRequestInput = z.input<typeof costRequestSchema>;

/** A design that could never run would read as one that cannot carry the load. */
function minimumAboveMaximum(design: DesignRequest): string | null {
  if (design.shape === "capacity_priced" && design.min > design.max) return "min";
  return design.shape === "scale_out" && design.minNodes > (design.maxNodes ?? design.minNodes) ? "minNodes" : null;
}
