import { z } from "zod";

/**
 * How a design is billed, as data: `cost-models.md` section 3, shapes A to C and the scale-out form of A, D and H.
 * The same shapes describe our own designs and those a caller of `POST /costs` sends.
 */

const positive = z.number().positive().max(1e15);
const atLeastZero = z.number().min(0).max(1e15);
const share = z.number().min(0).max(1);

/** Exact US dollars as text, for example `"0.45"`. */
export const usdSchema = z.string().regex(/^\d{1,12}(\.\d{1,12})?$/, "Write the price as a decimal number, for example 0.45.");

/** A price of the price book by id, or one that the caller brings. `usd: null` says that nobody knows it yet. */
const priceRefSchema = z.union([
  z.strictObject({ priceId: z.string().min(1).max(120) }),
  z.strictObject({ usd: usdSchema.nullable(), asOf: z.string().max(40).optional(), label: z.string().max(120).optional() }),
]);
export type PriceRef = z.infer<typeof priceRefSchema>;

const capacitySchema = z.strictObject({
  vcpu: positive,
  ramGib: positive.nullish(),
  maxConnections: positive.nullish(),
  maxIops: positive.nullish(),
  maxStorageGb: positive.nullish(),
  includedStorageGb: atLeastZero.nullish(),
});
export type Capacity = z.infer<typeof capacitySchema>;

const storageSchema = z.strictObject({
  price: priceRefSchema,
  /** `used` bills the bytes stored; `provisioned` bills the disk that must be bought for them (bloat, free space). */
  billing: z.enum(["used", "provisioned"]),
  minGb: atLeastZero.default(0),
  /** Comes with the plan or the class and is not billed again. */
  includedGb: atLeastZero.default(0),
  copies: z.number().int().min(1).max(10).default(1),
  /** GB that one price buys: 1,000 when the price is per TB. */
  gbPerPrice: positive.default(1),
  /** gp3 on RDS: more than `aboveIops` needs a disk of at least `minGb`, which includes `includedIops`; beyond that `price` per IOPS. */
  iops: z.strictObject({ aboveIops: positive, minGb: positive, includedIops: positive, price: priceRefSchema }).optional(),
});
export type StorageSpec = z.infer<typeof storageSchema>;

const fixedSchema = z.strictObject({ meter: z.string().min(1).max(60), price: priceRefSchema, quantity: positive.default(1) });

const hoursPerMonth = z.number().min(1).max(744).default(730);
const baseShape = {
  hoursPerMonth,
  storage: storageSchema.optional(),
  fixed: z.array(fixedSchema).max(10).default([]),
  egress: priceRefSchema.optional(),
  /** Likely hours of upkeep a month; counted only when the request asks for labour. */
  opsHoursMonth: atLeastZero.default(4),
};

/** Shape A: the cheapest class that fits carries the writes; readers and standbys are further whole nodes. */
export const perNodeSchema = z.strictObject({
  shape: z.literal("per_node"),
  ...baseShape,
  classes: z
    .array(z.strictObject({ price: priceRefSchema, capacity: capacitySchema.optional() }))
    .min(1)
    .max(60),
  /** Whole extra nodes that always run, for example the second Aurora instance that makes it highly available. */
  readers: z.number().int().min(0).max(15).default(0),
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
});
export type PerNodeSpec = z.infer<typeof perNodeSchema>;

/** Shape A, D and H, scale-out: as many equal nodes or units as the busiest dimension needs. */
export const scaleOutSchema = z.strictObject({
  shape: z.literal("scale_out"),
  ...baseShape,
  unit: z.enum(["node_hours", "vcpu_hours", "capacity_unit_hours"]).default("node_hours"),
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
const sizeRuleSchema = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("blocks"), kb: positive, perBlock: positive.default(1) }),
  z.strictObject({ rule: z.literal("linear"), at1Kb: positive, at100Kb: positive }),
  z.strictObject({ rule: z.literal("at_least_1kb") }),
  z.strictObject({ rule: z.literal("once"), units: positive.default(1) }),
]);
export type SizeRule = z.infer<typeof sizeRuleSchema>;

/** Shape D: capacity is provisioned by the hour, scaled to keep average use at `targetUtilisation`. */
const provisionedSchema = z.strictObject({ targetUtilisation: z.number().min(0.2).max(1), hours: positive.default(730) });

const requestMeterSchema = z.discriminatedUnion("of", [
  z.strictObject({
    of: z.literal("writes"),
    price: priceRefSchema,
    /** Units that one price buys: 1,000,000 when the price is per million. */
    priceUnits: positive,
    size: sizeRuleSchema,
    transactional: positive.default(1),
    provisioned: provisionedSchema.optional(),
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
    provisioned: provisionedSchema.optional(),
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
  writesPerVcpuSecond: positive.optional(),
  readsPerVcpuSecond: positive.optional(),
  io: priceRefSchema.optional(),
});
export type CapacityPricedSpec = z.infer<typeof capacityPricedSchema>;

export const shapeSchema = z.discriminatedUnion("shape", [perNodeSchema, scaleOutSchema, requestPricedSchema, capacityPricedSchema]);
export type Shape = z.infer<typeof shapeSchema>;
export type ShapeInput = z.input<typeof shapeSchema>;
