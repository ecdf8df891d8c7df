import { z } from "zod";
import { atLeastZero, positive, priceRefSchema } from "./price-ref-schema";
import { baseShape } from "./shape-parts";
import { sizeRuleSchema } from "./shapes";
import { shareSchema } from "./workload-schema";

/** Shapes D to F of `cost-models.md` section 3: what is billed follows what is used, by the hour, by the scan or by the GB. */

const readRuleSchema = z.strictObject({
  size: sizeRuleSchema,
  strong: positive.default(1),
  eventual: positive.default(1),
  transactional: positive.default(1),
});
const writeRuleSchema = z.strictObject({ size: sizeRuleSchema, transactional: positive.default(1) });
export type UnitRules = { reads?: z.infer<typeof readRuleSchema> | undefined; writes?: z.infer<typeof writeRuleSchema> | undefined };

const unitMeterSchema = z.strictObject({
  meter: z.enum(["provisioned_reads", "provisioned_writes", "capacity_unit_hours"]),
  reads: readRuleSchema.optional(),
  writes: writeRuleSchema.optional(),
  price: priceRefSchema,
  /** Units that one price buys: 100 when it is per 100 RU/s and hour. */
  priceUnits: positive.default(1),
  minUnits: atLeastZero.default(0),
  maxUnits: positive.optional(),
  /** Units bought at a time; left out, units are so small that rounding them would only add steps of cents. */
  stepUnits: positive.optional(),
  /** Unit hours a month for nothing; count when free tiers are on. */
  freeUnitHours: atLeastZero.default(0),
});
export type UnitMeter = z.infer<typeof unitMeterSchema>;

/** Shape D: units a second are provisioned hour by hour. */
export const provisionedUnitsSchema = z
  .strictObject({
    shape: z.literal("provisioned_units"),
    ...baseShape,
    meters: z.array(unitMeterSchema).min(1).max(4),
    targetUtilisation: z.number().min(0.2).max(1).default(0.7),
    /** `autoscale` follows the load with a lag, `hourly_peak` bills each hour's peak above a floor, `manual` stays at the peak. */
    scaling: z.enum(["autoscale", "hourly_peak", "manual"]).default("autoscale"),
    /** For `hourly_peak`: the least an hour costs, as a share of the maximum that was set. */
    floorShare: shareSchema.default(0.1),
  })
  .superRefine(({ meters }, context) => {
    for (const [index, { minUnits, maxUnits }] of meters.entries())
      if (maxUnits !== undefined && minUnits > maxUnits)
        context.addIssue({ code: "custom", path: ["meters", index, "minUnits"], message: "The minimum is above the maximum." });
  });
export type ProvisionedUnitsSpec = z.infer<typeof provisionedUnitsSchema>;

/** Shape E: every read is a query that scans; each scan is rounded up to whole MB and billed for at least a minimum. */
export const perScanSchema = z.strictObject({
  shape: z.literal("per_scan"),
  ...baseShape,
  price: priceRefSchema,
  /** Bytes that one price buys: 1e12 for a TB, 2^40 for a TiB. */
  priceBytes: positive,
  minMbPerQuery: atLeastZero.default(10),
  /** Left out: today's data times the shares below, at every load, because new data lands in partitions a query does not touch. */
  gbPerQuery: atLeastZero.optional(),
  columnShare: shareSchema.default(0.2),
  partitionShare: shareSchema.default(0.05),
  compression: positive.default(1),
  /** Bytes a month for nothing, in the price's unit; counts when free tiers are on. */
  freePerMonth: atLeastZero.default(0),
});
export type PerScanSpec = z.infer<typeof perScanSchema>;

const gbMeterSchema = z.strictObject({
  of: z.enum(["stored_gb", "written_gb", "returned_gb", "writes", "reads"]),
  price: priceRefSchema,
  /** Units that one price buys: 100 for a price per 100 queries, 0.001 for a price per MB. */
  priceUnits: positive.default(1),
  /** Divides bytes that are billed compressed. */
  compression: positive.default(1),
  /** Hours for a price per GB-hour, else 1. */
  hours: positive.default(1),
  freeUnits: atLeastZero.default(0),
});

/** Shape F: meters by the GB or by the call, with tiers where the price has them; free allowances come off the lowest tier. */
export const tieredSchema = z.strictObject({ shape: z.literal("tiered"), ...baseShape, meters: z.array(gbMeterSchema).min(1).max(12) });
export type TieredSpec = z.infer<typeof tieredSchema>;
