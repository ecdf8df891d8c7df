import { z } from "zod";
import { atLeastZero, positive, priceRefSchema } from "./price-ref-schema";

export const capacitySchema = z.strictObject({
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
  /** Comes off the account's first GB; counts when free tiers are on. */
  freeGb: atLeastZero.default(0),
  /** Billed on top of the bytes of every item (DynamoDB: 100). */
  overheadBytesPerItem: atLeastZero.default(0),
  copies: z.number().int().min(1).max(10).default(1),
  /** GB that one price buys: 1,000 when the price is per TB. */
  gbPerPrice: positive.default(1),
  /** gp3 on RDS: more than `aboveIops` needs a disk of at least `minGb`, which includes `includedIops`; beyond that `price` per IOPS. */
  iops: z.strictObject({ aboveIops: positive, minGb: positive, includedIops: positive, price: priceRefSchema }).optional(),
});
export type StorageSpec = z.infer<typeof storageSchema>;

export const fixedSchema = z.strictObject({ meter: z.string().min(1).max(60), price: priceRefSchema, quantity: positive.default(1) });

export const hoursPerMonth = z.number().min(1).max(744).default(730);
export const baseShape = {
  hoursPerMonth,
  storage: storageSchema.optional(),
  fixed: z.array(fixedSchema).max(10).default([]),
  egress: priceRefSchema.optional(),
  /** GB a month that the plan includes. */
  egressIncludedGb: atLeastZero.default(0),
  /** GB a month that the account may send for nothing; counts when free tiers are on. */
  egressFreeGb: atLeastZero.default(0),
  /** Likely hours of upkeep a month; counted only when the request asks for labour. */
  opsHoursMonth: atLeastZero.default(4),
};

const baseSchema = z.object(baseShape);
/** What every shape that runs something may carry besides its own meters. */
export type BaseSpec = z.infer<typeof baseSchema>;
