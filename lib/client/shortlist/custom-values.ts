import type { FieldErrors, Resolver } from "react-hook-form";
import { cloudSchema, type WorkloadShape, workloadShapeSchema } from "@/lib/domain/answers/schema";
import type { CustomInput } from "@/lib/domain/candidates/schema";
import {
  copyleftSchema,
  deploymentModeSchema,
  fitSchema,
  freshSchema,
  ladderSchema,
  lossWindowSchema,
  regionWritesSchema,
  roleSchema,
  stewardSchema,
  systemSchema,
  transactionsSchema,
  txScopeSchema,
  writeScalingSchema,
} from "@/lib/domain/catalogue/schema";
import { CATALOGUE_FACTS, familyOf } from "@/lib/domain/engine/facts";
import { customSystemSchema } from "@/lib/domain/engine/schema";

/** What the form of a candidate of one's own holds: texts, the blank one meaning unknown. */
export type CustomKey = (typeof KEYS)[number] | `fit_${WorkloadShape}`;
export type CustomValues = { name: string } & Partial<Record<CustomKey, string | string[]>>;
/** `options` of a choice, of which `many` may be taken at once; a number and a text have none. `words` names where the options' words stand. */
export type CustomFieldDef = {
  key: CustomKey;
  type: "choice" | "many" | "number" | "text" | "list";
  options: readonly string[];
  words: string;
};

const YES_NO = ["yes", "no"] as const;

const KEYS = [
  "family",
  "confidence",
  "roles",
  "transactions",
  "tx_scope",
  "strongest",
  "default",
  "fresh_reads_available",
  "fresh_reads_default",
  "fresh_read_setting",
  "loss_window",
  "multi_region_writes",
  "write_scaling",
  "writes_typical",
  "writes_tuned_max",
  "node_gb",
  "max_gb",
  "self_host_difficulty",
  "failover_s",
  "skills_commonness",
  "modes",
  "clouds",
  "managed",
  "on_prem",
  "osi_approved",
  "free_to_self_host",
  "copyleft",
  "steward",
  "pricing_shapes",
  "managed_usd_month",
  "self_usd_month",
  "lock_in",
  "features",
  "drivers",
  "extensions",
] as const;

const plain =
  (type: "number" | "text" | "list") =>
  (key: CustomKey): CustomFieldDef => ({ key, type, options: [], words: "" });
const number = plain("number");
const choice = (key: CustomKey, options: readonly string[], words: string): CustomFieldDef => ({ key, type: "choice", options, words });
const many = (key: CustomKey, options: readonly string[], words: string): CustomFieldDef => ({ key, type: "many", options, words });

/** Engines that a fork or a service of one's own may be a kind of. */
const FAMILIES = [...new Set(CATALOGUE_FACTS.map(({ id }) => id).filter((id) => familyOf(id) === id))].sort();

export const CUSTOM_GROUPS: readonly { group: string; fields: CustomFieldDef[] }[] = [
  {
    group: "what",
    fields: [choice("family", FAMILIES, "family"), choice("confidence", systemSchema.shape.confidence.options, "confidence")],
  },
  {
    group: "workload",
    fields: [
      ...workloadShapeSchema.options.map((shape) => choice(`fit_${shape}`, fitSchema.options, "workload")),
      many("roles", roleSchema.options, "role"),
      ...(["features", "drivers", "extensions"] as const).map(plain("list")),
    ],
  },
  {
    group: "consistency",
    fields: [
      choice("transactions", transactionsSchema.options, "transactions"),
      choice("tx_scope", txScopeSchema.options, "txScope"),
      choice("strongest", ladderSchema.options, "ladder"),
      choice("default", ladderSchema.options, "ladder"),
      choice("fresh_reads_available", freshSchema.options, "fresh"),
      choice("fresh_reads_default", freshSchema.options, "fresh"),
      plain("text")("fresh_read_setting"),
      choice("loss_window", lossWindowSchema.options, "loss"),
    ],
  },
  {
    group: "scale",
    fields: [
      choice("write_scaling", writeScalingSchema.options, "scaling"),
      choice("multi_region_writes", regionWritesSchema.options, "regionWrites"),
      ...(["writes_typical", "writes_tuned_max", "node_gb", "max_gb"] as const).map(number),
    ],
  },
  {
    group: "ops",
    fields: [
      many("modes", deploymentModeSchema.options, "mode"),
      many("clouds", cloudSchema.options, "cloud"),
      ...(["managed", "on_prem"] as const).map((key) => choice(key, YES_NO, "")),
      ...(["self_host_difficulty", "skills_commonness", "failover_s"] as const).map(number),
    ],
  },
  {
    group: "cost",
    fields: [
      ...(["osi_approved", "free_to_self_host"] as const).map((key) => choice(key, YES_NO, "")),
      choice("copyleft", copyleftSchema.options, "copyleft"),
      choice("steward", stewardSchema.options, "steward"),
      many("pricing_shapes", systemSchema.shape.pricing_shapes.element.options, "pricing"),
      ...(["managed_usd_month", "self_usd_month", "lock_in"] as const).map(number),
    ],
  },
];

/** Boxes start as a list: without one a form of several boxes under one name holds false until the first is ticked. */
export const EMPTY_CUSTOM: CustomValues = {
  name: "",
  ...Object.fromEntries(CUSTOM_GROUPS.flatMap(({ fields }) => fields.filter(({ type }) => type === "many").map(({ key }) => [key, []]))),
};

/** What is sent: everything that was left blank is left out, so that it stays unknown. */
export function systemOf(values: CustomValues): CustomInput["system"] {
  return draftOf(values) as CustomInput["system"];
}

/** The schema that the server uses; errors come back under the names of the form. */
export const customResolver: Resolver<CustomValues> = (values) => {
  const parsed = customSystemSchema.omit({ id: true }).safeParse(draftOf(values));
  if (parsed.success) return { values, errors: {} };
  const errors = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [String(path[0] ?? "name"), { type: "schema", message }]),
  );
  return { values: {}, errors: errors as FieldErrors<CustomValues> };
};

function draftOf(values: CustomValues): Record<string, unknown> {
  const draft: Record<string, unknown> = { name: values.name.trim() };
  const fits: Record<string, string> = {};
  for (const field of CUSTOM_GROUPS.flatMap(({ fields }) => fields)) {
    const value = readValue(values[field.key], field);
    if (value === undefined) continue;
    if (field.words === "workload") fits[field.key.replace("fit_", "")] = String(value);
    else draft[field.key] = value;
  }
  return Object.keys(fits).length > 0 ? { ...draft, workload_fit: fits } : draft;
}

/** Undefined for what was left blank: nothing ticked is unknown, not none. */
function readValue(given: unknown, { type, options }: CustomFieldDef): unknown {
  const written = typeof given === "string" ? given.split(type === "list" ? /[,\n]/u : "\n") : [];
  const items = (Array.isArray(given) ? given : written).map((item) => String(item).trim()).filter(Boolean);
  const [text] = items;
  if (text === undefined) return undefined;
  if (type === "many" || type === "list") return items;
  if (options === YES_NO) return text === "yes";
  if (type !== "number") return text;
  // A decimal comma is a point; what is no number goes on as text, so that the schema refuses it by name.
  const parsed = Number(text.replaceAll(/[\s_]/gu, "").replace(",", "."));
  return Number.isFinite(parsed) ? parsed : text;
}
