import { z } from "zod";
import { jsonSchema } from "../json";
import { messageRefSchema } from "../messages/message-ref";
import { capacityPricedSchema, perNodeSchema, requestPricedSchema, scaleOutSchema, usdSchema } from "./shapes";

/** Limits of one cost request; a larger one is refused with 422 and its path. */
export const COST_LIMITS = { designs: 12, scenarios: 5, scale: 1_000, prices: 60, bands: 3, amount: 1e15 } as const;

const amount = z.number().min(0).max(COST_LIMITS.amount);
const share = z.number().min(0).max(1);
const identifier = z.string().min(1).max(80);

/** What the store has to carry, units in the names (`cost-models.md` section 1). */
export const workloadSchema = z.strictObject({
  /** Average over the month. */
  requestsPerDay: amount,
  peakToAverage: z.number().min(1).max(1_000),
  readShare: share,
  strongReadShare: share,
  transactionalShare: share,
  itemReadKb: z.number().positive().max(1e6),
  itemWriteKb: z.number().positive().max(1e6),
  storedGb: amount,
  growthGbPerMonth: amount,
  /** Part of what is read that leaves the provider's network. */
  egressShare: share,
  workingSetShare: share.default(0.25),
  /** Left out: connections are not checked. */
  connections: amount.optional(),
  /** What one vCPU writes per second at full load; replace it by your own benchmark. */
  writesPerVcpuSecond: z.number().positive().max(1e6).default(500),
  readsPerVcpuSecond: z.number().positive().max(1e7).default(2_000),
  utilisation: z.number().min(0.05).max(1).default(0.6),
  headroom: z.number().min(0).max(10).default(0.3),
  cacheHitShare: share.default(0.95),
});
export type Workload = z.infer<typeof workloadSchema>;

const identity = { id: identifier };

/** A design of our own list by name, or one described in full: a shape with price ids or inline prices. */
const designRequestSchema = z.discriminatedUnion("shape", [
  z.strictObject({ ...identity, shape: z.literal("listed"), design: identifier }),
  z.strictObject({ ...identity, ...perNodeSchema.shape }),
  z.strictObject({ ...identity, ...scaleOutSchema.shape }),
  z.strictObject({ ...identity, ...requestPricedSchema.shape }),
  z.strictObject({ ...identity, ...capacityPricedSchema.shape }),
]);
export type DesignRequest = z.infer<typeof designRequestSchema>;

/** A price the team typed over the book's, or null for "we do not know". */
const priceOverrideSchema = z.strictObject({
  priceId: identifier,
  usd: usdSchema.nullable(),
  asOf: z.string().max(40).optional(),
  note: z.string().max(280).optional(),
});

const loadBandSchema = z.strictObject({
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
    prices: z.array(priceOverrideSchema).max(COST_LIMITS.prices).default([]),
    /** Account-wide free tiers are off unless asked for: another team may use them up. */
    freeTiers: z.boolean().default(false),
    /** Adds upkeep to every design, so that self-hosting is never compared on infrastructure alone. */
    labour: z.strictObject({ engineerHourUsd: usdSchema }).optional(),
    bands: z.array(loadBandSchema).max(COST_LIMITS.bands).default([]),
  })
  .superRefine((request, context) => {
    const ids = request.designs.map((design) => design.id);
    if (new Set(ids).size !== ids.length) context.addIssue({ code: "custom", path: ["designs"], message: "Give every design its own id." });
    for (const [index, id] of (request.compare ?? []).entries()) {
      if (!ids.includes(id)) context.addIssue({ code: "custom", path: ["compare", index], message: "Name a design of this request." });
    }
  });
export type CostRequest = z.infer<typeof costRequestSchema>;
export type CostRequestInput = z.input<typeof costRequestSchema>;

/** Exact decimal text. */
const decimalText = z.string();

const costLineSchema = z.object({
  meter: z.string(),
  quantity: decimalText,
  unit: z.string(),
  unitPrice: decimalText.nullable(),
  priceId: z.string().nullable(),
  asOf: z.string().nullable(),
  confidence: z.enum(["quoted", "derived", "approximate", "own"]).nullable(),
  /** Null when the price is unknown; never zero for "we do not know". */
  amount: decimalText.nullable(),
});
export type CostLine = z.infer<typeof costLineSchema>;

export const dimensionSchema = z.enum([
  "cpu",
  "memory",
  "connections",
  "iops",
  "storage",
  "capacity_units",
  "nodes",
  "requests",
  "unknown_design",
]);
export type Dimension = z.infer<typeof dimensionSchema>;

const monthlySchema = z.object({
  /** Times today's load. */
  scenario: z.number(),
  /** Peak requests per second. */
  load: z.number(),
  feasible: z.boolean(),
  /** What runs out first; null while everything fits. */
  bindingDimension: dimensionSchema.nullable(),
  lines: z.array(costLineSchema),
  /** The sum of the known amounts; null when the design cannot carry the load. Read "at least" unless complete. */
  total: decimalText.nullable(),
  complete: z.boolean(),
});
export type MonthlyCost = z.infer<typeof monthlySchema>;

const segmentSchema = z.object({ from: z.number(), to: z.number(), intercept: decimalText, slope: decimalText });

const crossoverSchema = z.object({
  a: z.string(),
  b: z.string(),
  /** Peak requests per second. */
  x: z.number(),
  /** A jump is the edge of a step: the winner changes between the load and just above it. */
  kind: z.enum(["continuous", "jump"]),
  cheaperBefore: z.string(),
  cheaperAfter: z.string(),
  /** Monthly cost at the crossing; at a jump, of the one that does not jump. */
  cost: decimalText,
});
export type Crossover = z.infer<typeof crossoverSchema>;

const pricedDesignSchema = z.object({
  id: z.string(),
  /** The listed design it came from, if any. */
  design: z.string().nullable(),
  /** True when it carries the smallest scenario asked for. */
  feasible: z.boolean(),
  bindingDimension: dimensionSchema.nullable(),
  /** The highest load it can carry within the axis; null when the axis ends first. */
  carriesUpTo: z.number().nullable(),
  complete: z.boolean(),
  monthly: z.array(monthlySchema),
  curve: z.object({ segments: z.array(segmentSchema) }),
});
export type PricedDesign = z.infer<typeof pricedDesignSchema>;

const envelopePartSchema = z.object({
  from: z.number(),
  to: z.number(),
  /** The cheapest here; null where no compared design carries the load. */
  design: z.string().nullable(),
  /** Others that cost the same here. */
  ties: z.array(z.string()),
});
export type EnvelopePart = z.infer<typeof envelopePartSchema>;

const pairSchema = z.object({
  a: z.string(),
  b: z.string(),
  first: z.number().nullable(),
  /** The last crossing on the axis. */
  settledAfter: z.number().nullable(),
  /** Beyond this load nothing crosses any more; null when it cannot be told. */
  upperBound: z.number().nullable(),
  /** Cheaper for good beyond the bound; null when it cannot be told. */
  eventual: z.string().nullable(),
  /** Loads over which both cost the same. */
  ties: z.array(z.object({ from: z.number(), to: z.number() })),
});
export type CostPair = z.infer<typeof pairSchema>;

const usedPriceSchema = z.object({
  priceId: z.string().nullable(),
  meter: z.string(),
  label: z.string(),
  unit: z.string(),
  usd: decimalText.nullable(),
  asOf: z.string().nullable(),
  confidence: z.enum(["quoted", "derived", "approximate", "own"]).nullable(),
  sourceKind: z.string().nullable(),
  region: z.string().nullable(),
  conditions: z.string().nullable(),
  designs: z.array(z.string()),
});
export type UsedPrice = z.infer<typeof usedPriceSchema>;

export const costReplySchema = z.object({
  axis: z.object({ unit: z.literal("peak_requests_per_second"), from: z.number(), to: z.number(), now: z.number() }),
  designs: z.array(pricedDesignSchema),
  crossovers: z.array(crossoverSchema),
  pairs: z.array(pairSchema),
  envelope: z.array(envelopePartSchema),
  eventualWinner: z.string().nullable(),
  prices: z.array(usedPriceSchema),
  priceBookVersion: z.string(),
  /** Filled by the total cost screen's request. */
  /** Total cost of ownership per design; empty until the components are asked for. */
  tco: z.array(jsonSchema),
  bands: z.array(
    loadBandSchema.extend({ costs: z.array(z.object({ id: z.string(), typical: decimalText.nullable(), complete: z.boolean() })) }),
  ),
});
export type CostReply = z.infer<typeof costReplySchema>;

/** Something the reply rests on that the team did not say. `derived` was computed from their answers, `assumed` is ours. */
const assumptionSchema = z.object({
  id: z.string(),
  source: z.enum(["derived", "assumed", "unknown"]),
  value: z.number().nullable(),
  text: messageRefSchema,
});
export type Assumption = z.infer<typeof assumptionSchema>;

/** A design on the costs screen: `A` is finalist A's first priced hosting, `A2` and `A3` are others. */
const costCandidateSchema = z.object({
  /** The design's id in request and reply, which is its letter. */
  id: z.string(),
  candidate: z.string(),
  /** Null when the price book prices none of its hostings. */
  design: z.string().nullable(),
  isDrawn: z.boolean(),
});
export type CostCandidate = z.infer<typeof costCandidateSchema>;

/** Costs of a worksheet's finalists: what was asked, what came out, and whose letters they are. */
export const worksheetCostsSchema = z.object({
  /** Null when the load is unknown or no finalist can be priced. */
  request: costRequestSchema.nullable(),
  reply: costReplySchema.nullable(),
  names: z.record(z.string(), z.string()),
  candidates: z.array(costCandidateSchema),
  assumptions: z.array(assumptionSchema),
});
export type WorksheetCosts = z.infer<typeof worksheetCostsSchema>;
