import { z } from "zod";
import { atLeastZero, positive, priceRefSchema, usdSchema } from "./price-ref-schema";
import { baseShape, capacitySchema } from "./shape-parts";
import { shareSchema as share } from "./workload-schema";

/**
 * How a design is billed, as data: `cost-models.md` section 3, shapes A to C and the scale-out form of A.
 * The same shapes describe our own designs and those a caller of `POST /costs` sends.
 */

/** Shape A: the cheapest class that fits carries the writes; readers and standbys are further whole nodes. */
export const perNodeSchema = z.strictObject({
  shape: z.literal("per_node"),
  ...baseShape,
  classes: z
    .array(
      z.strictObject({
        price: priceRefSchema,
        capacity: capacitySchema.optional(),
        /** What a reader of this class costs, where the class price covers a standby too. */
        readerPrice: priceRefSchema.optional(),
      }),
    )
    .min(1)
    .max(60),
  /** Whole extra nodes that always run, for example the second Aurora instance that makes it highly available. */
  readers: z.number().int().min(0).max(15).default(0),
  /** Share of the reads that readers take over; as many readers of the writer's class run as they need, and at least `readers`. */
  readOffloadShare: share.default(0),
  maxReaders: z.number().int().min(0).max(100).default(15),
  /** Disk of a reader, where readers do not share the writer's. */
  readerStorage: priceRefSchema.optional(),
  /** Millions of I/O requests a month, billed apart (Aurora Standard). */
  io: priceRefSchema.optional(),
  /** Memory that the engine may use for data; the rest is reserved. In-memory stores keep all data there. */
  memory: z.enum(["working_set", "all_data"]).default("working_set"),
  /** What one vCPU of this engine does, where the workload's relational planning figure does not apply. */
  writesPerVcpuSecond: positive.optional(),
  readsPerVcpuSecond: positive.optional(),
  /** Disk beyond what the class includes. */
  extraStorage: priceRefSchema.optional(),
  /** Credit against the compute bill (Supabase Pro includes $10). */
  computeCreditUsd: usdSchema.optional(),
  /** In place of the workload's, where the vendor says at which use a class changes. */
  utilisation: z.number().min(0.05).max(1).optional(),
  headroom: z.number().min(0).max(10).optional(),
});
export type PerNodeSpec = z.infer<typeof perNodeSchema>;

/** Shape A, D and H, scale-out: as many equal nodes or units as the busiest dimension needs. */
export const scaleOutSchema = z.strictObject({
  shape: z.literal("scale_out"),
  ...baseShape,
  unit: z.enum(["node_hours", "vcpu_hours", "capacity_unit_hours", "memory_months"]).default("node_hours"),
  price: priceRefSchema,
  node: z.strictObject({
    writesPerSecond: positive,
    readsPerSecond: positive,
    storageGb: positive.nullish(),
  }),
  /** True when reads and writes draw on the same budget (Spanner, request units); false compares each with its own limit. */
  sharesCapacity: z.boolean().default(true),
  /** Bytes on disk per byte stored, before replication: 1.875 for compaction reserve 0.5 and disks filled to 0.8. */
  storageFactor: positive.default(1),
  replicationFactor: z.number().int().min(1).max(9).default(1),
  replicasPerRead: z.number().int().min(1).max(9).default(1),
  minNodes: z.number().int().min(1).max(1000).default(1),
  maxNodes: z.number().int().min(1).max(2_000).optional(),
  stepNodes: z.number().int().min(1).max(100).default(1),
  utilisation: share.optional(),
});
export type ScaleOutSpec = z.infer<typeof scaleOutSchema>;

/** How large items become units: blocks round each item up, linear interpolates between 1 KB and 100 KB, once ignores size. */
export const sizeRuleSchema = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("blocks"), kb: positive, perBlock: positive.default(1) }),
  z.strictObject({ rule: z.literal("linear"), at1Kb: positive, at100Kb: positive }),
  z.strictObject({ rule: z.literal("at_least_1kb") }),
  z.strictObject({ rule: z.literal("once"), units: positive.default(1) }),
]);
export type SizeRule = z.infer<typeof sizeRuleSchema>;

const requestMeterSchema = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("writes"),
    price: priceRefSchema,
    /** Units that one price buys: 1,000,000 when the price is per million. */
    priceUnits: positive,
    size: sizeRuleSchema,
    transactional: positive.default(1),
    freeUnits: atLeastZero.default(0),
  }),
  z.strictObject({
    of: z.literal("reads"),
    price: priceRefSchema,
    priceUnits: positive,
    size: sizeRuleSchema,
    strong: positive.default(1),
    eventual: positive.default(1),
    transactional: positive.default(1),
    freeUnits: atLeastZero.default(0),
  }),
  z.strictObject({
    of: z.literal("stored_gb"),
    price: priceRefSchema,
    /** Hours for a price per GB-hour, else 1. */
    hours: positive.default(1),
    minGb: atLeastZero.default(0),
    overheadBytesPerItem: atLeastZero.default(0),
    freeUnits: atLeastZero.default(0),
  }),
]);
export type RequestMeter = z.infer<typeof requestMeterSchema>;

/** Shape B: every request is billed; nothing else runs. */
export const requestPricedSchema = z.strictObject({
  shape: z.literal("request_priced"),
  ...baseShape,
  meters: z.array(requestMeterSchema).min(1).max(12),
  /** Units a second beyond which the service refuses; the peak is compared, not the average. */
  maxUnitsPerSecond: positive.optional(),
  maxStoredGb: positive.optional(),
  /** The bill is at least this much a month. */
  minimumUsd: usdSchema.optional(),
});
export type RequestPricedSpec = z.infer<typeof requestPricedSchema>;

/** Shape C: capacity follows the load through the day and is billed by the hour. */
export const capacityPricedSchema = z.strictObject({
  shape: z.literal("capacity_priced"),
  ...baseShape,
  price: priceRefSchema,
  vcpuPerUnit: positive,
  ramGibPerUnit: positive,
  step: positive,
  min: atLeastZero,
  max: positive,
  instances: z.number().int().min(1).max(16).default(1),
  /** Units that can be had, in rising order, where sizes double instead of growing by a step. */
  sizes: z.array(positive).min(1).max(20).optional(),
  /** Bills nothing while there is no load at all; every wake-up bills at least some minutes. */
  pause: z.strictObject({ minutesPerWake: atLeastZero.default(1), wakesPerDay: atLeastZero.default(1) }).optional(),
  writesPerVcpuSecond: positive.optional(),
  readsPerVcpuSecond: positive.optional(),
  io: priceRefSchema.optional(),
});
export type CapacityPricedSpec = z.infer<typeof capacityPricedSchema>;
