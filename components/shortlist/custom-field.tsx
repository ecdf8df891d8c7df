"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { CustomFieldDef, CustomValues } from "@/lib/client/shortlist/custom-values";

/** One fact: a choice with "unknown" first, or a number that may stay blank. */
export function CustomField({ field }: { field: CustomFieldDef }) {
  const t = useTranslations("candidates.custom");
  const words = useTranslations("catalogue");
  const { register, formState } = useFormContext<CustomValues>();
  const label = field.words === "workload" ? words(`workload.${field.key.replace("fit_", "")}`) : t(`field.${field.key}`);
  const error = formState.errors[field.key] && t(field.options ? "badChoice" : "badNumber");
  if (field.options === null) {
    return <TextInput label={label} description={t(`unit.${field.key}`)} inputMode="decimal" error={error} {...register(field.key)} />;
  }
  return (
    <NativeSelect label={label} error={error} {...register(field.key)}>
      <option value="">{words("unknown")}</option>
      {field.options.map((option) => (
        <option key={option} value={option}>
          {wordOf(option)}
        </option>
      ))}
    </NativeSelect>
  );

  function wordOf(option: string): string {
    if (option === "yes" || option === "no") return words(option);
    const family = field.words === "workload" ? "fit" : field.words;
    return words(`${family}.${option === "n/a" ? "na" : option}`);
  }
}
