import { z } from "zod";
import { answersSchema, type QuestionId } from "./schema";

/** What a field is about, which decides how the team settles it: a fact is checked, an estimate averaged, a judgement agreed. */
export type FieldKind = "fact" | "estimate" | "judgement";

/** How a field is asked and compared. `ordinal` is a single choice whose options stand in order, least to most. */
export type FieldType = "choice" | "ordinal" | "multi" | "number" | "word" | "words" | "date" | "lines" | "experience";

/** `first` on the card, `more` folded away, `frame` once for all in the frame sheet, `decision` on the Decision screen. */
export type FieldPlace = "first" | "more" | "frame" | "decision";

export type Unit =
  | "people"
  | "per_second"
  | "gb"
  | "percent"
  | "seconds"
  | "milliseconds"
  | "rows"
  | "hops"
  | "million_edges"
  | "vectors"
  | "dimensions"
  | "months"
  | "usd"
  | "usd_per_month"
  | "usd_per_hour"
  | "requests_per_day"
  | "terabytes"
  | "hours_per_month"
  | "weeks"
  | "minutes"
  | "gb_per_minute"
  | "count";

export type FieldDef = {
  /** Full answer path without `a.`, for example `scale.y3.writes_s`. */
  path: string;
  question: QuestionId | null;
  type: FieldType;
  kind: FieldKind;
  place: FieldPlace;
  /** Options of a choice, ordinal or multi field, in the order shown. */
  options: readonly string[];
  unit: Unit | null;
};

type Row = [path: string, type: FieldType, kind: FieldKind, place: FieldPlace, unit?: Unit];

const POINT: [string, Unit, FieldPlace][] = [
  ["users", "people", "first"],
  ["reads_s", "per_second", "first"],
  ["writes_s", "per_second", "first"],
  ["data_gb", "gb", "first"],
  ["largest_table_gb", "gb", "more"],
  ["hot_set_gb", "gb", "more"],
];
export const SCALE_TIMES = ["now", "y1", "y3"] as const;
export const SCALE_ROWS = POINT.map(([row]) => row);
const scaleRows: Row[] = POINT.flatMap(([row, unit, place]) =>
  SCALE_TIMES.map((time): Row => [`scale.${time}.${row}`, "number", "estimate", place, unit]),
);

const ROWS: Row[] = [
  ["workload.primary", "choice", "judgement", "first"],
  ["workload.truth", "choice", "fact", "first"],
  ["workload.entities_related", "choice", "fact", "first"],
  ["workload.joins_needed", "choice", "fact", "first"],
  ["workload.read_pct", "number", "estimate", "first", "percent"],
  ["workload.shape_variation_pct", "number", "estimate", "first", "percent"],
  ["workload.embedded_only", "choice", "fact", "first"],
  ["workload.things", "lines", "fact", "more"],
  ["workload.queries", "lines", "fact", "more"],
  ["workload.secondary", "multi", "judgement", "more"],
  ["workload.whole_record_reads_pct", "number", "estimate", "more", "percent"],
  ["workload.updates", "choice", "fact", "more"],
  ["workload.app_hosts", "choice", "fact", "more"],
  ["workload.max_hops", "number", "estimate", "more", "hops"],
  ["workload.edges_millions", "number", "estimate", "more", "million_edges"],
  ["workload.search_features", "multi", "fact", "more"],
  ["workload.vector_count", "number", "estimate", "more", "vectors"],
  ["workload.vector_dims", "number", "fact", "more", "dimensions"],
  ["workload.p99_read_ms", "number", "estimate", "more", "milliseconds"],
  ["workload.scan_rows_max", "number", "estimate", "more", "rows"],
  ["workload.scan_frequency", "ordinal", "estimate", "more"],
  ["workload.analytics_freshness", "ordinal", "judgement", "more"],
  ["workload.event_use", "choice", "fact", "more"],
  ["consistency.ops", "multi", "fact", "first"],
  ["consistency.atomic", "ordinal", "fact", "first"],
  ["consistency.fresh_reads", "ordinal", "judgement", "first"],
  ["consistency.loss_ok_s", "number", "judgement", "first", "seconds"],
  ["consistency.level", "choice", "judgement", "more"],
  ["consistency.row_locks", "choice", "fact", "more"],
  ["consistency.values_compared", "choice", "fact", "more"],
  ...scaleRows,
  ["scale.regions", "ordinal", "fact", "first"],
  ["scale.home_region_ok", "choice", "judgement", "more"],
  ["scale.bottleneck", "choice", "fact", "more"],
  ["scale.tried", "multi", "fact", "more"],
  ["ops.team_size", "number", "fact", "first", "people"],
  ["ops.db_experts", "number", "fact", "first", "people"],
  ["ops.oncall", "number", "fact", "first", "people"],
  ["ops.hosting", "ordinal", "judgement", "first"],
  ["ops.experience", "experience", "fact", "first"],
  ["ops.learning_months", "number", "judgement", "more", "months"],
  ["ops.runbook_top3", "choice", "fact", "more"],
  ["ops.restore_tested", "choice", "fact", "more"],
  ["cost.traffic", "choice", "fact", "first"],
  ["cost.budget_month", "number", "fact", "first", "usd_per_month"],
  ["cost.budget_binding", "choice", "fact", "first"],
  ["cost.engineer_hour_usd", "number", "estimate", "first", "usd_per_hour"],
  ["cost.ops_hours_month", "number", "judgement", "first", "hours_per_month"],
  ["cost.requests_day", "number", "estimate", "more", "requests_per_day"],
  ["cost.avg_utilisation_pct", "number", "estimate", "more", "percent"],
  ["cost.managed_spend_month", "number", "fact", "more", "usd_per_month"],
  ["cost.exit_tb", "number", "estimate", "more", "terabytes"],
  ["cost.outage_hour_usd", "number", "estimate", "more", "usd_per_hour"],
  ["cost.exit_months", "number", "judgement", "more", "months"],
  ["cost.components", "multi", "fact", "more"],
  ["ops.clouds", "multi", "fact", "frame"],
  ["ops.residency", "choice", "fact", "frame"],
  ["ops.extensions", "words", "fact", "frame"],
  ["ops.current_stores", "words", "fact", "frame"],
  ["cost.licence_policy", "choice", "fact", "frame"],
  ["frame.distribution", "choice", "fact", "frame"],
  ["frame.incumbent", "word", "fact", "frame"],
  ["frame.current_bill_month", "number", "fact", "frame", "usd_per_month"],
  ["frame.estate_standard", "words", "fact", "frame"],
  ["frame.governance", "choice", "fact", "frame"],
  ["frame.must_support_engines", "words", "fact", "frame"],
  ["frame.drivers", "words", "fact", "frame"],
  ["frame.must_have_features", "lines", "fact", "frame"],
  ["frame.platform_limits", "words", "fact", "frame"],
  ["frame.instances", "choice", "fact", "frame"],
  ["frame.availability_target_pct", "number", "fact", "frame", "percent"],
  ["frame.rpo_s", "number", "fact", "frame", "seconds"],
  ["frame.rto_s", "number", "fact", "frame", "seconds"],
  ["frame.first_release_weeks", "number", "fact", "frame", "weeks"],
  ["frame.local_parity", "choice", "fact", "frame"],
  ["frame.end_of_support", "date", "fact", "frame"],
  ["process.reasons", "multi", "fact", "decision"],
  ["process.benchmark", "choice", "fact", "decision"],
  ["process.exit_plan", "choice", "fact", "decision"],
  ["process.top_queries_written", "number", "fact", "decision", "count"],
  ["process.adr", "choice", "fact", "decision"],
  ["process.filled_by", "number", "fact", "decision", "people"],
  ["migration.data_gb", "number", "estimate", "decision", "gb"],
  ["migration.downtime_ok_min", "number", "judgement", "decision", "minutes"],
  ["migration.copy_gb_per_min", "number", "estimate", "decision", "gb_per_minute"],
  ["migration.log_available", "choice", "fact", "decision"],
  ["migration.app_changeable", "choice", "fact", "decision"],
  ["migration.feature_slices", "choice", "fact", "decision"],
  ["migration.legacy_unknowns", "choice", "fact", "decision"],
  ["migration.rollback_min", "number", "judgement", "decision", "minutes"],
  ["migration.months", "number", "estimate", "decision", "months"],
];

const QUESTIONS = new Set<string>(["workload", "consistency", "scale", "ops", "cost"]);

export const FIELDS: readonly FieldDef[] = ROWS.map(([path, type, kind, place, unit]) => ({
  path,
  question:
    place === "frame" || place === "decision" || !QUESTIONS.has(path.split(".")[0] ?? "") ? null : (path.split(".")[0] as QuestionId),
  type,
  kind,
  place,
  options: optionsOf(path),
  unit: unit ?? null,
}));

const BY_PATH = new Map(FIELDS.map((field) => [field.path, field]));

/** The field at a full path such as `scale.y3.writes_s`, or undefined when no such field is asked. */
export function findField(path: string): FieldDef | undefined {
  return BY_PATH.get(path);
}

/** Fields of one question, in the order they are asked. */
export function fieldsOf(question: QuestionId): FieldDef[] {
  return FIELDS.filter((field) => field.question === question);
}

/** The schema of one answer path, or null when the path names nothing that can be answered. */
export function valueSchemaOf(path: string): z.ZodType | null {
  let schema: z.ZodType = answersSchema;
  for (const key of path.split(".")) {
    const inner = unwrap(schema);
    if (!(inner instanceof z.ZodObject)) return null;
    if (!Object.hasOwn(inner.shape, key)) return null;
    schema = inner.shape[key] as z.ZodType;
  }
  const value = unwrap(schema);
  return value instanceof z.ZodObject ? null : value;
}

/** Nested answers from flat paths: `{"scale.y3.writes_s": 200}` gives `{scale: {y3: {writes_s: 200}}}`. Null and undefined are left out. */
export function nestAnswers(flat: Record<string, unknown>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(flat)) {
    if (value === null || value === undefined) continue;
    const keys = path.split(".");
    const last = keys.pop();
    if (last === undefined) continue;
    let at = nested;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return nested;
}

function optionsOf(path: string): readonly string[] {
  let value = valueSchemaOf(path);
  if (value instanceof z.ZodArray) value = unwrap(value.element as z.ZodType);
  return value instanceof z.ZodEnum ? (value.options as string[]) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap() as z.ZodType;
  return inner;
}
