import { z } from "zod";

/** How a price is known: read verbatim, computed from a quoted number, or third-party and therefore never shown as list. */
const priceConfidenceSchema = z.enum(["quoted", "derived", "approximate"]);
export type PriceConfidence = z.infer<typeof priceConfidenceSchema>;

const priceCapacitySchema = z.looseObject({
  vcpu: z.number().positive().optional(),
  ram_gib: z.number().positive().optional(),
  max_connections: z.number().positive().nullish(),
  max_iops_instance_baseline: z.number().positive().nullish(),
  max_storage_gib: z.number().positive().nullish(),
  default_storage_gb: z.number().positive().nullish(),
});

const priceSourceSchema = z.object({
  kind: z.string(),
  ref: z.string(),
  as_of: z.string(),
  note: z.string().optional(),
});

const priceEntrySchema = z.object({
  id: z.string().min(1),
  vendor: z.string(),
  product: z.string(),
  pricing_shape: z.string(),
  meter: z.string(),
  unit: z.string(),
  price: z.number().min(0),
  currency: z.literal("USD"),
  region: z.string(),
  conditions: z.string(),
  as_of: z.string(),
  source: z.string(),
  confidence: priceConfidenceSchema,
  cross_checked_with: z.array(z.string()).optional(),
  capacity: priceCapacitySchema.optional(),
  node_class: z.string().optional(),
  multi_az: z.boolean().optional(),
  derivation: z.string().optional(),
  notes: z.string().optional(),
  tiers: z.array(z.tuple([z.number(), z.number().nullable(), z.number()])).optional(),
});
export type PriceEntry = z.infer<typeof priceEntrySchema>;

export const priceBookSchema = z.object({
  title: z.string(),
  version: z.string(),
  generated: z.string(),
  currency: z.literal("USD"),
  hours_per_month_default: z.number(),
  sources: z.record(z.string(), priceSourceSchema),
  entries: z.array(priceEntrySchema),
});
export type PriceBook = z.infer<typeof priceBookSchema>;
