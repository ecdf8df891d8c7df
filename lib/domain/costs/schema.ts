import { z } from "zod";
import { messageRefSchema } from "../messages/message-ref";
import { decimalText } from "./decimal-text";
import { costBandSchema, crossoverBandSchema, disputedCrossingSchema } from "./estimates-schema";
import { overTimeSchema } from "./growth-schema";
import { commitmentSchema, costRequestSchema, loadBandSchema } from "./request-schema";
import { regretSchema, tcoSchema } from "./tco-schema";

/** `stale`: read more than two years ago. `approximate`: no list price. `own`: the team's. `unknown`: nobody's, so totals read "at least". */
export const priceMarksSchema = z.array(z.enum(["stale", "approximate", "own", "unknown"]));
export type PriceMarks = z.infer<typeof priceMarksSchema>;

const costLineSchema = z.object({
  meter: z.string(),
  quantity: decimalText,
  unit: z.string(),
  unitPrice: decimalText.nullable(),
  priceId: z.string().nullable(),
  region: z.string().nullable(),
  asOf: z.string().nullable(),
  confidence: z.enum(["quoted", "derived", "approximate", "own"]).nullable(),
  marks: priceMarksSchema,
  /** Null when the price is unknown; never zero for "we do not know". */
  amount: decimalText.nullable(),
  /** What a free tier took off this quantity; null where none is counted. */
  freeQuantity: decimalText.nullable(),
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
  "current_bill",
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
  /** What its bill counts besides list prices. */
  terms: z.object({ freeTier: z.boolean(), commitment: commitmentSchema.nullable() }),
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
  marks: priceMarksSchema,
  /** Who put the team's own price here, why, and what the book says instead. */
  override: z.object({ by: z.string().nullable(), reason: z.string(), bookUsd: decimalText.nullable() }).nullable(),
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
  bands: z.array(
    loadBandSchema.extend({ costs: z.array(z.object({ id: z.string(), typical: decimalText.nullable(), complete: z.boolean() })) }),
  ),
  /** The workload in words. */
  workload: messageRefSchema,
  /** Trials over the members' estimates; null unless `uncertainty` was asked for. */
  uncertainty: z
    .object({
      trials: z.number(),
      points: z.array(costBandSchema),
      crossovers: z.array(crossoverBandSchema),
      disputed: z.array(disputedCrossingSchema),
    })
    .nullable(),
  /** Null unless `growth` was asked for. */
  overTime: overTimeSchema.nullable(),
  /** Null unless `tco` was asked for. */
  tco: tcoSchema.nullable(),
  /** Over the scenarios; null with fewer than two compared designs. */
  regret: regretSchema.nullable(),
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
