import { z } from "zod";
import { jsonSchema } from "../json";

/**
 * Costs as the record keeps them: copies of the reply's shapes, strict, so that a record of today still reads the same
 * when the calculation learns new tricks.
 */

/** Exact money and rates: a decimal as text, in US dollars unless a unit says otherwise. */
const decimalStringSchema = z.string().regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i, "Expected a decimal number as text.");

const recordCostLineSchema = z.strictObject({
  meter: z.string(),
  quantity: decimalStringSchema,
  unit: z.string(),
  /** Null is "no price known": the total then reads "at least". */
  unitPrice: decimalStringSchema.nullable(),
  priceId: z.string().nullable(),
  asOf: z.string().nullable(),
  confidence: z.string().nullable(),
  amount: decimalStringSchema.nullable(),
  /** What a free tier took off; only where one was counted. */
  freeQuantity: decimalStringSchema.optional(),
});

const recordMonthlySchema = z.strictObject({
  /** Times today's load. */
  scenario: z.number(),
  /** Peak requests per second. */
  load: z.number(),
  feasible: z.boolean(),
  bindingDimension: z.string().nullable(),
  lines: z.array(recordCostLineSchema),
  /** Null when the design cannot carry the load; read "at least" unless complete. */
  total: decimalStringSchema.nullable(),
  complete: z.boolean(),
});
export type RecordMonthly = z.infer<typeof recordMonthlySchema>;

/** Cost per month from load `from` to load `to`: intercept + slope × load. */
const recordSegmentSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  intercept: decimalStringSchema,
  slope: decimalStringSchema,
});

const recordDesignSchema = z.strictObject({
  id: z.string(),
  /** The candidate's letter on every screen: A, B, C, A2, … */
  letter: z.string(),
  name: z.string(),
  /** The catalogue id it belongs to, or null for a design of the team's own. */
  candidate: z.string().nullable(),
  feasible: z.boolean(),
  monthly: z.array(recordMonthlySchema),
  segments: z.array(recordSegmentSchema),
});
export type RecordDesign = z.infer<typeof recordDesignSchema>;

const recordCrossoverSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  x: z.number(),
  kind: z.string(),
  cheaperBefore: z.string(),
  cheaperAfter: z.string(),
  cost: decimalStringSchema,
});

const recordPriceSchema = z.strictObject({
  priceId: z.string().nullable(),
  meter: z.string(),
  label: z.string(),
  unit: z.string(),
  usd: decimalStringSchema.nullable(),
  asOf: z.string().nullable(),
  confidence: z.string().nullable(),
  sourceKind: z.string().nullable(),
  region: z.string().nullable(),
  conditions: z.string().nullable(),
  /** stale, approximate, own, unknown; absent in records from before prices were marked. */
  marks: z.array(z.string()).optional(),
  designs: z.array(z.string()),
});

/** A price that the team put in place of the book's. The author stands as p1, p2, … like everybody in the record. */
const recordOverrideSchema = z.strictObject({
  priceId: z.string(),
  bookUsd: decimalStringSchema.nullable(),
  usd: decimalStringSchema,
  asOf: z.string(),
  reason: z.string(),
  by: z.string().nullable(),
});
export type RecordOverride = z.infer<typeof recordOverrideSchema>;

const moneyRangeSchema = z.strictObject({ low: decimalStringSchema, likely: decimalStringSchema, high: decimalStringSchema });

/** Total cost of ownership of one design over so many months, by component. */
const recordTotalSchema = z.strictObject({
  id: z.string(),
  horizonMonths: z.number(),
  components: z.array(z.strictObject({ component: z.string(), cost: moneyRangeSchema.nullable(), isOneOff: z.boolean() })),
  /** Null when nothing is known; read "at least" unless complete. */
  total: moneyRangeSchema.nullable(),
  complete: z.boolean(),
});
export type RecordTotal = z.infer<typeof recordTotalSchema>;

export const recordCostsSchema = z.strictObject({
  /** What was asked: the body of `POST /costs`, so that the calculation can be run again. */
  request: jsonSchema,
  axis: z.strictObject({ unit: z.string(), from: z.number(), to: z.number(), now: z.number() }),
  designs: z.array(recordDesignSchema),
  crossovers: z.array(recordCrossoverSchema),
  prices: z.array(recordPriceSchema),
  /** Left out of records that were frozen before a team could change a price. */
  overrides: z.array(recordOverrideSchema).optional(),
  /** Left out where no total was asked for, and of records from before they kept it. */
  tco: z.array(recordTotalSchema).optional(),
});
export type RecordCosts = z.infer<typeof recordCostsSchema>;
