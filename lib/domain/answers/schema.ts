import { z } from "zod";
import { LIST_LIMIT, NUMBER_LIMIT, storableText, TEXT_LIMITS } from "../text";

/**
 * The answers as the engine reads them: the `a.*` paths of the rules, nested. Every field is optional, because a
 * blank is a value (unknown) and most teams leave most fields blank. Unknown keys are refused.
 */

const yesNo = z.enum(["yes", "no"]);
const amount = z.number().min(0, "Enter 0 or more.").max(NUMBER_LIMIT, "That number is too large.");
const percent = z.number().min(0, "Enter 0 to 100.").max(100, "Enter 0 to 100.");
const word = storableText(TEXT_LIMITS.name, 1);
const line = storableText(TEXT_LIMITS.reason, 1);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_LIMIT, `List at most ${LIST_LIMIT}.`);

export const workloadShapeSchema = z.enum([
  "relational",
  "document",
  "key_value",
  "graph",
  "time_series",
  "search",
  "vector",
  "olap",
  "embedded",
  "wide_column",
  "append_log",
  "object",
]);
export type WorkloadShape = z.infer<typeof workloadShapeSchema>;

export const isolationLevelSchema = z.enum([
  "strict_serializable",
  "serializable",
  "snapshot",
  "repeatable_read",
  "read_committed",
  "causal",
  "eventual",
]);

export const cloudSchema = z.enum(["aws", "gcp", "azure", "oci", "other"]);
export const experienceSchema = z.enum(["none", "local", "production"]);

const workloadSchema = z
  .strictObject({
    primary: workloadShapeSchema,
    secondary: listOf(workloadShapeSchema),
    truth: z.enum(["source", "rebuildable_copy"]),
    things: listOf(line),
    queries: listOf(line),
    entities_related: yesNo,
    joins_needed: yesNo,
    embedded_only: yesNo,
    shape_variation_pct: percent,
    whole_record_reads_pct: percent,
    read_pct: percent,
    updates: z.enum(["in_place", "mixed", "append_only"]),
    app_hosts: z.enum(["one", "many"]),
    max_hops: amount,
    edges_millions: amount,
    search_features: listOf(z.enum(["keyword", "fuzzy", "facets", "relevance", "highlighting", "multilingual", "semantic"])),
    vector_count: amount,
    vector_dims: amount,
    p99_read_ms: amount,
    scan_rows_max: amount,
    scan_frequency: z.enum(["rare", "hourly", "constant"]),
    analytics_freshness: z.enum(["days", "hours", "seconds"]),
    event_use: z.enum(["none", "job_queue", "fanout_replay"]),
  })
  .partial();

const consistencySchema = z
  .strictObject({
    ops: listOf(z.enum(["money", "inventory", "permissions", "irreversible", "catalogue", "counters", "feed", "telemetry"])),
    atomic: z.enum(["none", "one_record", "many_records", "many_records_multi_region"]),
    fresh_reads: z.enum(["always", "own_writes", "stale_ok"]),
    loss_ok_s: amount,
    level: isolationLevelSchema,
    row_locks: yesNo,
    values_compared: yesNo,
  })
  .partial();

const scalePointSchema = z
  .strictObject({
    users: amount,
    reads_s: amount,
    writes_s: amount,
    data_gb: amount,
    largest_table_gb: amount,
    hot_set_gb: amount,
  })
  .partial();

const scaleSchema = z
  .strictObject({
    now: scalePointSchema,
    y1: scalePointSchema,
    y3: scalePointSchema,
    regions: z.enum(["single", "multi_read", "multi_write"]),
    home_region_ok: yesNo,
    evidence: z.enum(["none", "estimate", "benchmark", "production"]),
    bottleneck: z.enum(["none", "storage", "writes", "reads", "volume"]),
    tried: listOf(z.enum(["indexes", "queries", "pooling", "vertical", "cache", "replicas", "partitioning"])),
  })
  .partial();

const opsSchema = z
  .strictObject({
    team_size: amount,
    db_experts: amount,
    oncall: amount,
    learning_months: amount,
    /** What the team has run, keyed by engine family (or system id, which is read as its family). */
    experience: z.record(word, experienceSchema).refine((map) => Object.keys(map).length <= 100, "List at most 100."),
    hosting: z.enum(["managed_only", "prefer_managed", "either", "self_host_only"]),
    clouds: listOf(cloudSchema),
    residency: z.enum(["none", "certified_managed", "self_host_mandatory"]),
    extensions: listOf(word),
    current_stores: listOf(word),
    runbook_top3: yesNo,
    restore_tested: yesNo,
  })
  .partial();

const costSchema = z
  .strictObject({
    traffic: z.enum(["steady", "diurnal", "spiky", "rare"]),
    avg_utilisation_pct: percent,
    requests_day: amount,
    budget_month: amount,
    budget_binding: yesNo,
    managed_spend_month: amount,
    exit_tb: amount,
    licence_policy: z.enum(["any", "osi_only", "no_commercial"]),
    components: listOf(z.enum(["infrastructure", "operations", "training", "migration", "incident", "opportunity"])),
    engineer_hour_usd: amount,
    ops_hours_month: amount,
    outage_hour_usd: amount,
    exit_months: amount,
  })
  .partial();

const processSchema = z
  .strictObject({
    reasons: listOf(
      z.enum(["measured", "requirement", "team_knows", "learn_it", "used_at_last_job", "trend", "schema_freedom", "future_scale"]),
    ),
    benchmark: z.enum(["none", "vendor", "own_data"]),
    preferred: listOf(word),
    proprietary: listOf(z.strictObject({ feature: line, equivalent: line.optional(), cost: line.optional() })),
    exit_plan: yesNo,
    adr: yesNo,
    top_queries_written: amount,
    filled_by: amount,
  })
  .partial();

const migrationSchema = z
  .strictObject({
    data_gb: amount,
    downtime_ok_min: amount,
    copy_gb_per_min: amount,
    log_available: yesNo,
    app_changeable: yesNo,
    legacy_unknowns: yesNo,
    feature_slices: yesNo,
    rollback_min: amount,
    months: amount,
  })
  .partial();

const frameSchema = z
  .strictObject({
    distribution: z.enum(["hosted_by_us", "shipped_to_customers", "appliance", "client_device", "several"]),
    incumbent: word,
    current_bill_month: amount,
    estate_standard: listOf(word),
    governance: z.enum(["any", "osi_only", "foundation_governed"]),
    must_support_engines: listOf(word),
    drivers: listOf(word),
    must_have_features: listOf(line),
    platform_limits: listOf(word),
    instances: z.enum(["one", "one_per_application", "one_per_tenant"]),
    availability_target_pct: percent,
    rpo_s: amount,
    rto_s: amount,
    first_release_weeks: amount,
    local_parity: yesNo,
    end_of_support: z.iso.date("Write the date as 2027-06-30."),
  })
  .partial();

export const answersSchema = z
  .strictObject({
    workload: workloadSchema,
    consistency: consistencySchema,
    scale: scaleSchema,
    ops: opsSchema,
    cost: costSchema,
    process: processSchema,
    migration: migrationSchema,
    frame: frameSchema,
  })
  .partial();
export type Answers = z.infer<typeof answersSchema>;

export const questionIdSchema = z.enum(["workload", "consistency", "scale", "ops", "cost"]);
export type QuestionId = z.infer<typeof questionIdSchema>;
export const QUESTION_IDS = questionIdSchema.options;

export const basisSchema = z.enum(["measured", "calculated", "educated_guess", "wild_guess"]);
export type Basis = z.infer<typeof basisSchema>;
