import type { FieldErrors, Resolver } from "react-hook-form";
import { type WorkloadShape, workloadShapeSchema } from "@/lib/domain/answers/schema";
import type { CustomInput } from "@/lib/domain/candidates/schema";
import {
  fitSchema,
  freshSchema,
  ladderSchema,
  lossWindowSchema,
  regionWritesSchema,
  transactionsSchema,
  writeScalingSchema,
} from "@/lib/domain/catalogue/schema";
import { customSystemSchema } from "@/lib/domain/engine/schema";

/** What the form of a candidate of one's own holds: texts, the blank one meaning unknown. */
export type CustomKey = (typeof KEYS)[number] | `fit_${WorkloadShape}`;
export type CustomValues = { name: string } & Partial<Record<CustomKey, string>>;
/** `options` null for a number; `words` names where the options' words stand. */
export type CustomFieldDef = { key: CustomKey; options: readonly string[] | null; words: string };

const YES_NO = ["yes", "no"] as const;

const KEYS = [
  "transactions",
  "strongest",
  "default",
  "fresh_reads_available",
  "fresh_reads_default",
  "loss_window",
  "multi_region_writes",
  "write_scaling",
  "writes_typical",
  "writes_tuned_max",
  "max_gb",
  "self_host_difficulty",
  "skills_commonness",
  "managed",
  "on_prem",
  "osi_approved",
  "free_to_self_host",
  "lock_in",
] as const;

const number = (key: CustomKey): CustomFieldDef => ({ key, options: null, words: "" });
const choice = (key: CustomKey, options: readonly string[], words: string): CustomFieldDef => ({ key, options, words });

export const CUSTOM_GROUPS: readonly { group: string; fields: CustomFieldDef[] }[] = [
  { group: "workload", fields: workloadShapeSchema.options.map((shape) => choice(`fit_${shape}`, fitSchema.options, "workload")) },
  {
    group: "consistency",
    fields: [
      choice("transactions", transactionsSchema.options, "transactions"),
      choice("strongest", ladderSchema.options, "ladder"),
      choice("default", ladderSchema.options, "ladder"),
      choice("fresh_reads_available", freshSchema.options, "fresh"),
      choice("fresh_reads_default", freshSchema.options, "fresh"),
      choice("loss_window", lossWindowSchema.options, "loss"),
    ],
  },
  {
    group: "scale",
    fields: [
      choice("write_scaling", writeScalingSchema.options, "scaling"),
      choice("multi_region_writes", regionWritesSchema.options, "regionWrites"),
      ...(["writes_typical", "writes_tuned_max", "max_gb"] as const).map(number),
    ],
  },
  {
    group: "ops",
    fields: [
      ...(["managed", "on_prem"] as const).map((key) => choice(key, YES_NO, "")),
      ...(["self_host_difficulty", "skills_commonness"] as const).map(number),
    ],
  },
  {
    group: "cost",
    fields: [...(["osi_approved", "free_to_self_host"] as const).map((key) => choice(key, YES_NO, "")), number("lock_in")],
  },
];

export const EMPTY_CUSTOM: CustomValues = { name: "" };

/** What is sent: everything that was left blank is left out, so that it stays unknown. */
export function systemOf(values: CustomValues): CustomInput["system"] {
  return draftOf(values) as CustomInput["system"];
}

/** The schema that the server uses; errors come back under the names of the form. */
export const customResolver: Resolver<CustomValues> = (values) => {
  const parsed = customSystemSchema.omit({ id: true }).safeParse(draftOf(values));
  if (parsed.success) return { values, errors: {} };
  const errors = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join("."), { type: "schema", message }]));
  return { values: {}, errors: errors as FieldErrors<CustomValues> };
};

function draftOf(values: CustomValues): Record<string, unknown> {
  const draft: Record<string, unknown> = { name: values.name.trim() };
  const fits: Record<string, string> = {};
  for (const { key, options, words } of CUSTOM_GROUPS.flatMap(({ fields }) => fields)) {
    const text = values[key]?.trim() ?? "";
    if (text === "") continue;
    if (words === "workload") fits[key.replace("fit_", "")] = text;
    else draft[key] = valueFrom(text, options);
  }
  return Object.keys(fits).length > 0 ? { ...draft, workload_fit: fits } : draft;
}

function valueFrom(text: string, options: readonly string[] | null): unknown {
  if (options === YES_NO) return text === "yes";
  if (options !== null) return text;
  // A decimal comma is a point; what is no number goes on as text, so that the schema refuses it by name.
  const parsed = Number(text.replaceAll(/[\s_]/gu, "").replace(",", "."));
  return Number.isFinite(parsed) ? parsed : text;
}
