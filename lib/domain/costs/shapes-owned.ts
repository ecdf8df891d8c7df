import { z } from "zod";
import { atLeastZero, positive, priceRefSchema } from "./price-ref-schema";
import { perNodeSchema, scaleOutSchema } from "./shapes";
import { shareSchema } from "./workload-schema";

/** Shapes G and H of `cost-models.md` section 3: what the team owns, licences and servers that it looks after itself. */

const nodesSchema = z.discriminatedUnion("shape", [perNodeSchema, scaleOutSchema]);

const licenceSchema = z.strictObject({
  price: priceRefSchema,
  /** vCPU that one licence covers: 2 for Oracle in the authorised clouds and for a SQL Server two-core pack. */
  vcpuPerLicence: positive,
  /** Fewest licences for a node that runs the engine. */
  minPerNode: positive.default(1),
  /** Yearly support as a share of the licence. */
  support: priceRefSchema.optional(),
  /** Years over which the purchase is spread; 1 for a subscription. */
  amortiseYears: z.number().int().min(1).max(10).default(5),
  /** List is rarely paid; never filled in by us. */
  discountShare: shareSchema.default(0),
});
export type LicenceSpec = z.infer<typeof licenceSchema>;

/** Shape G: servers plus a licence for every core of every node that runs the engine. */
export const licencedSchema = z.strictObject({ shape: z.literal("licenced"), servers: perNodeSchema, licence: licenceSchema });
export type LicencedSpec = z.infer<typeof licencedSchema>;

const upkeepSchema = z.strictObject({
  baseHours: atLeastZero.default(10),
  hoursPerNode: atLeastZero.default(5),
  upgradeHoursYear: atLeastZero.default(0),
  onCallHours: atLeastZero.default(0),
});
export type UpkeepSpec = z.infer<typeof upkeepSchema>;

/** Shape H: servers, disks, backups, traffic between zones, monitoring, and hours that grow with the nodes. */
export const selfHostedSchema = z.strictObject({
  shape: z.literal("self_hosted"),
  nodes: nodesSchema,
  backup: z
    .strictObject({ price: priceRefSchema, retentionDays: atLeastZero.default(7), changeShareDay: shareSchema.default(0.02) })
    .optional(),
  /** Price per GB in one direction; replication pays both. */
  betweenZones: z.strictObject({ price: priceRefSchema, copies: z.number().int().min(1).max(9) }).optional(),
  monitoringPerNode: priceRefSchema.optional(),
  upkeep: upkeepSchema.prefault({}),
});
export type SelfHostedSpec = z.infer<typeof selfHostedSchema>;
