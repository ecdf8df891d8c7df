import { z } from "zod";
import { cloudSchema, isolationLevelSchema, type WorkloadShape, workloadShapeSchema } from "../answers/schema";

/** Shapes of the catalogue's data file. Null and an absent key mean that nobody knows; the rules then answer "unknown". */

export const fitSchema = z.enum(["native", "good", "possible", "unfit"]);
export type Fit = z.infer<typeof fitSchema>;

export const kindSchema = z.enum(["engine", "managed service", "extension", "query layer", "format/storage", "tool"]);
export const roleSchema = z.enum(["primary", "secondary", "cache", "analytics"]);
export const ladderSchema = z.enum([...isolationLevelSchema.options, "linearizable_record"]);
export type Ladder = z.infer<typeof ladderSchema>;
export const transactionsSchema = z.enum(["none", "single-record", "multi-record", "multi-shard"]);
/** Where a transaction over several records may reach. */
export const txScopeSchema = z.enum(["all", "partition", "slot", "shard", "table"]);
export const freshSchema = z.enum(["yes", "session", "no", "n/a"]);
export const regionWritesSchema = z.enum(["none", "single-writer", "active-active-eventual", "active-active-strong"]);
export const writeScalingSchema = z.enum(["single-writer", "sharded", "distributed", "serverless", "n/a"]);
/** Acknowledged writes that can be lost: none by default, none if so configured, the last seconds, or everything. */
export const lossWindowSchema = z.enum(["none", "configurable", "seconds", "everything"]);
export const deploymentModeSchema = z.enum([
  "embedded",
  "library",
  "single server",
  "cluster",
  "managed instance",
  "managed cluster",
  "serverless-only",
]);
export const confidenceSchema = z.enum(["high", "medium", "low"]);
export const copyleftSchema = z.enum(["none", "weak", "strong", "network"]);
export const stewardSchema = z.enum(["foundation", "community", "company"]);
export const extensionOfferSchema = z.enum(["yes", "partly", "no"]);
const latencySchema = z.enum(["sub_ms", "low_ms", "ms_10s", "ms_100s", "s_plus"]);
const pricingShapeSchema = z.enum(["free", "per-node", "per-request", "per-capacity", "per-GB", "per-scan", "licence"]);
const tunableSchema = z.enum(["none", "per-database", "per-producer", "per-transaction", "per-query", "per-request", "per-operation"]);

const fitEntrySchema = z.strictObject({ fit: fitSchema, reason: z.string() });
const workloadFitSchema = z.strictObject(
  Object.fromEntries(workloadShapeSchema.options.map((shape) => [shape, fitEntrySchema])) as Record<WorkloadShape, typeof fitEntrySchema>,
);
const guaranteeSchema = z.strictObject({ ladder: ladderSchema, detail: z.string() });
const lockInAxisSchema = z.strictObject({ score: z.number().int().min(0).max(3), reason: z.string() });

export const systemSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  kind: kindSchema,
  /** active, new, renamed, or a remark that rules the entry out as a choice. */
  status: z.string(),
  /** Ids of base entries; empty for hosting entries, whose engines stand in `hosts`. */
  engine_families: z.array(z.string()),
  hosts: z.array(z.string()),
  extends: z.string().nullable(),
  /** Shapes for which an extension is offered with its base. */
  extension_for: z.array(workloadShapeSchema),
  sql: z.boolean(),
  wire_protocol: z.array(z.string()),
  roles: z.array(roleSchema),
  workload_fit: workloadFitSchema,
  transactions: transactionsSchema,
  tx_scope: txScopeSchema.nullable(),
  transactions_note: z.string(),
  consistency: z.strictObject({
    strongest: guaranteeSchema,
    default: guaranteeSchema,
    scope: z.string(),
    tunable: tunableSchema,
    tunable_detail: z.string(),
    fresh_reads_available: freshSchema,
    fresh_reads_default: freshSchema,
    /** The parameter that asks for a fresh read where it is not the default. */
    fresh_read_setting: z.string().nullable(),
  }),
  loss_window: lossWindowSchema.nullable(),
  replication: z.strictObject({
    mode: z.string(),
    multi_region_reads: z.string(),
    multi_region_writes: regionWritesSchema,
    note: z.string(),
  }),
  scale: z.strictObject({
    single_node_storage_tb: z.number().nullable(),
    single_node_writes_per_s: z.strictObject({ typical: z.number().nullable(), tuned_max: z.number().nullable() }),
    write_scaling: writeScalingSchema,
    horizontal_path: z.string(),
    hard_limits: z.array(z.string()),
    confidence: confidenceSchema,
  }),
  limits: z.strictObject({ max_gb: z.number().positive().nullable() }),
  latency_class: latencySchema,
  operations: z.strictObject({
    /** Ids of hosting entries that run this engine. */
    managed_offerings: z.array(z.string()),
    /** Services that run it and have no entry of their own. */
    other_offerings: z.array(z.strictObject({ name: z.string(), clouds: z.array(cloudSchema).min(1) })),
    self_host_difficulty: z.number().int().min(1).max(5).nullable(),
    self_host_reason: z.string(),
    ha_mechanism: z.string(),
    failover_s: z.number().nullable(),
    backup_pitr: z.string(),
    online_schema_change: z.string(),
  }),
  skills_commonness: z.number().int().min(1).max(5),
  licence: z.strictObject({
    id: z.string(),
    osi_approved: z.boolean(),
    free_to_self_host: z.boolean(),
    note: z.string(),
    copyleft: copyleftSchema.nullable(),
    steward: stewardSchema.nullable(),
  }),
  deployment: z.strictObject({ modes: z.array(deploymentModeSchema).min(1), clouds: z.array(cloudSchema).min(1), on_prem: z.boolean() }),
  pricing_shapes: z.array(pricingShapeSchema),
  lock_in: z.strictObject({
    query_language: lockInAxisSchema,
    schema_and_types: lockInAxisSchema,
    tooling: lockInAxisSchema,
    egress: lockInAxisSchema,
    total: z.number().int().min(0).max(12),
  }),
  extensions: z.record(z.string(), extensionOfferSchema),
  features: z.array(z.string()),
  drivers: z.array(z.string()),
  failure_modes: z.array(z.strictObject({ mode: z.string(), recovery: z.string() })).length(3),
  choose_when: z.array(z.string()),
  avoid_when: z.array(z.string()),
  leave_trigger: z.string(),
  exit_path: z.string(),
  sources: z.array(z.string()),
  confidence: confidenceSchema,
  uncertain: z.array(z.string()),
});
export type System = z.infer<typeof systemSchema>;

export const sourceSchema = z.strictObject({ url: z.string(), how: z.enum(["read", "quoted", "recalled"]), supports: z.string() });

export const catalogueSchema = z.strictObject({
  version: z.string(),
  facts_as_of: z.string(),
  sources: z.record(z.string(), sourceSchema),
  systems: z.array(systemSchema),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
